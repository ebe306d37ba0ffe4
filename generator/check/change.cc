#include "generator/check/change.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "generator/base/slug.h"
#include "generator/check/settings.h"
#include "generator/insight/likeness.h"
#include "generator/insight/related_incidents.h"
#include "generator/model/config.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

using Names = std::set<std::string, std::less<>>;

bool is_changed(const ChangeToCheck& change, std::string_view path) {
  return std::ranges::binary_search(change.changed, path);
}

// ---- Which files the change has to do with ----

// A link to a folder is one to the index.md in it.
bool leads_to(const std::string& link, const Names& paths) {
  return paths.contains(link) || paths.contains(link + "/index.md");
}

class Affected {
 public:
  Affected(const ChangeToCheck& change, const KnownFiles& now, const KnownFiles& before)
      : paths_(change.changed.begin(), change.changed.end()) {
    for (const KnownFiles* known : {&now, &before}) {
      for (const std::string& path : change.changed) {
        const auto file = known->files.find(path);
        if (file != known->files.end() && !file->second.id.empty()) {
          slugs_.insert(make_slug(file->second.id));
        }
      }
    }
    add_those_that_point_here(now);
    add_those_pointed_to(now, before);
  }

  Names take() { return std::move(paths_); }

 private:
  void add_those_that_point_here(const KnownFiles& known) {
    const Names changed = paths_;
    for (const auto& [path, file] : known.files) {
      // What could not be read may be what any name stands for.
      const bool points_here =
          !file.is_read || (!file.id.empty() && slugs_.contains(make_slug(file.id))) ||
          std::ranges::any_of(file.named,
                              [this](const std::string& slug) { return slugs_.contains(slug); }) ||
          std::ranges::any_of(file.links,
                              [&](const std::string& link) { return leads_to(link, changed); });
      if (points_here) paths_.insert(path);
    }
  }

  void add_those_pointed_to(const KnownFiles& now, const KnownFiles& before) {
    Names slugs;
    Names links;
    for (const KnownFiles* known : {&now, &before}) {
      for (const std::string& path : paths_) {
        const auto file = known->files.find(path);
        if (file == known->files.end()) continue;
        slugs.insert(file->second.named.begin(), file->second.named.end());
        links.insert(file->second.links.begin(), file->second.links.end());
      }
    }
    for (const std::string& link : links) {
      paths_.insert(link);
      paths_.insert(link + "/index.md");
    }
    for (const auto& [path, file] : now.files) {
      if (!file.id.empty() && slugs.contains(make_slug(file.id))) paths_.insert(path);
    }
  }

  Names paths_;
  Names slugs_;  // of the ids that changed files have or had
};

// Pages and pictures can be left out; all else is read with every page.
bool can_be_left_out(std::string_view path) {
  return path.starts_with("incidents/") || path.starts_with("pages/");
}

SourceTree part_now(const ChangeToCheck& change, const std::optional<Names>& affected) {
  SourceTree part;
  for (const SourceFile& file : change.now.files) {
    if (!affected || !can_be_left_out(file.path) || affected->contains(file.path)) {
      part.files.push_back(file);
    }
  }
  return part;
}

SourceTree part_before(const ChangeToCheck& change, const SourceTree& now) {
  SourceTree part = change.before;
  for (const SourceFile& file : now.files) {
    if (!is_changed(change, file.path)) part.files.push_back(file);
  }
  std::ranges::sort(part.files, {}, &SourceFile::path);
  return part;
}

// ---- What can be seen in the whole only ----

struct KnownIncident {
  const std::string* path;
  const KnownFile* file;
};

// As in a view: the newest first.
std::vector<KnownIncident> incidents_in_order(const KnownFiles& known, bool drafts) {
  std::vector<KnownIncident> incidents;
  for (const auto& [path, file] : known.files) {
    if (file.is_read && file.is_incident && (drafts || !file.is_draft)) {
      incidents.push_back({&path, &file});
    }
  }
  std::ranges::stable_sort(incidents, [](const KnownIncident& a, const KnownIncident& b) {
    if (a.file->started.has_value() != b.file->started.has_value())
      return a.file->started.has_value();
    if (a.file->started != b.file->started) return a.file->started > b.file->started;
    return a.file->title < b.file->title;
  });
  return incidents;
}

std::vector<std::string> in_common(const View& view, const WordTable& table,
                                   const Relative& relative) {
  std::vector<std::string> names;
  const auto add = [&](const auto& all, const std::vector<WordId>& keys) {
    for (const WordId key : keys) {
      for (const auto& each : all) {
        if (each.key == table.word(key)) names.push_back(each.name);
      }
    }
  };
  add(view.causes(), relative.causes);
  add(view.services(), relative.services);
  names.insert(names.end(), relative.words.begin(), relative.words.end());
  return names;
}

// `view` is of the part, in which are all that those of the change name.
SimilarIncidents similar_to_changed(const ChangeToCheck& change, const KnownFiles& known,
                                    const View& view, int percent, const CheckOptions& options) {
  const std::vector<KnownIncident> incidents = incidents_in_order(known, options.drafts);
  std::map<std::string_view, std::size_t> places;
  std::vector<const IncidentWords*> words;
  for (const KnownIncident& incident : incidents) {
    places[*incident.path] = words.size();
    words.push_back(&incident.file->words);
  }
  std::optional<Likeness> likeness;
  SimilarIncidents similar;
  for (const ViewIncident& incident : view.incidents()) {
    const auto place = places.find(incident.source_path);
    if (!is_changed(change, incident.source_path) || place == places.end()) continue;
    if (!likeness) {
      likeness.emplace(known.table, words, service_terms(view, known.table), options.jobs);
    }
    std::set<std::size_t> named;
    for (const IncidentIndex other : named_incidents(incident)) {
      const auto found = places.find(view.incidents()[other].source_path);
      if (found != places.end()) named.insert(found->second);
    }
    for (const Relative& relative :
         likeness->most_like(place->second, named, LikenessBounds(), kMostSimilar)) {
      const KnownFile& other = *incidents[relative.incident].file;
      const bool is_earlier =
          other.started && incident.started && *other.started < incident.started->utc;
      if (relative.likeness < percent || !is_earlier) continue;
      similar[incident.source_path] = {other.id, other.title,
                                       in_common(view, known.table, relative)};
      break;
    }
  }
  return similar;
}

// Ids that the change brings in, and that another branch has brought in for another post-mortem.
std::map<std::string, TakenId, std::less<>> taken_ids(const ChangeToCheck& change,
                                                      const KnowledgeBase& kb,
                                                      const KnownFiles& before) {
  Names old_slugs;
  for (const auto& [path, file] : before.files) old_slugs.insert(make_slug(file.id));
  std::map<std::string, const BranchFile*, std::less<>> by_slug;
  for (const BranchFile& other : change.elsewhere) {
    if (!is_page_source(other.file.path) || change.now.find(other.file.path) != nullptr) continue;
    Diagnostics of_the_other;
    const auto report = read_report(other.file, kb.config, of_the_other);
    if (report) by_slug.try_emplace(make_slug(report->id), &other);
  }
  std::map<std::string, TakenId, std::less<>> taken;
  for (const Incident& incident : kb.incidents) {
    const Report& report = incident.report;
    const std::string slug = make_slug(report.id);
    if (!is_changed(change, report.path) || old_slugs.contains(slug)) continue;
    const auto other = by_slug.find(slug);
    if (other == by_slug.end()) continue;
    taken[report.path] = {other->second->branch, other->second->file.path};
  }
  return taken;
}

std::vector<std::string> ids_of(const KnownFiles& known) {
  std::vector<std::string> ids;
  for (const auto& [path, file] : known.files) {
    if (!file.id.empty()) ids.push_back(file.id);
  }
  return ids;
}

// ---- What is new ----

// Places where nothing was found before are new; where as much was found as now, nothing is.
std::vector<Diagnostic> without_old(std::vector<Diagnostic> now, std::vector<Diagnostic> before,
                                    const ChangeToCheck& change) {
  const auto place_of = [](const Diagnostic& item) {
    return std::tuple(item.where.file, item.id, item.where.line, item.where.column);
  };
  std::map<decltype(place_of(now.front())), std::multiset<std::string>> old;
  for (const Diagnostic& item : before) old[place_of(item)].insert(item.message);
  std::vector<bool> is_old(now.size(), false);
  // The same words first: they say which of several at a place are old.
  for (const bool same_words : {true, false}) {
    for (std::size_t i = 0; i < now.size(); ++i) {
      const auto found = old.find(place_of(now[i]));
      if (is_old[i] || is_changed(change, now[i].where.file) || found == old.end()) continue;
      std::multiset<std::string>& messages = found->second;
      const auto message = same_words ? messages.find(now[i].message) : messages.begin();
      if (message == messages.end()) continue;
      messages.erase(message);
      is_old[i] = true;
    }
  }
  std::vector<Diagnostic> rest;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!is_old[i]) rest.push_back(std::move(now[i]));
  }
  return rest;
}

std::vector<Diagnostic> review(const SourceTree& sources, const KnowledgeBase& kb,
                               Diagnostics problems, CheckOptions options,
                               const Surroundings& surroundings) {
  options.surroundings = &surroundings;
  return check(kb, sources, options, std::move(problems));
}

}  // namespace

std::vector<Diagnostic> check_change(const ChangeToCheck& change, const KnownFiles& known,
                                     const CheckOptions& options, const Diagnostics& problems) {
  const bool all = std::ranges::any_of(change.changed, concerns_all);
  SourceTree then;
  for (const SourceFile& file : change.now.files) {
    if (concerns_all(file.path)) then.files.push_back(file);
  }
  for (const SourceFile& file : change.before.files) {
    if (!concerns_all(file.path)) then.files.push_back(file);
  }
  std::ranges::sort(then.files, {}, &SourceFile::path);
  KnownFiles before;
  learn_files(then, before, options.jobs);

  std::optional<Names> affected;
  if (!all) affected = Affected(change, known, before).take();
  const SourceTree sources = part_now(change, affected);
  Diagnostics found;
  for (const Diagnostic& problem : problems.sorted()) {
    if (is_changed(change, problem.where.file)) found.add(problem);
  }
  const KnowledgeBase kb = read_part(sources, ids_of(known), options.jobs, found);

  Surroundings surroundings;
  Diagnostics ignored;
  const CheckSettings settings = read_check_settings(kb.config.check, ignored);
  if (settings.level("similar-not-linked")) {
    ViewOptions view_options;
    view_options.drafts = options.drafts;
    view_options.public_texts = false;
    const View view = internal_view(kb, view_options, ignored);
    surroundings.similar = similar_to_changed(
        change, known, view, settings.number("similar-not-linked", "percent"), options);
  }
  surroundings.taken = taken_ids(change, kb, before);
  std::vector<Diagnostic> items = review(sources, kb, std::move(found), options, surroundings);

  const SourceTree old_sources = part_before(change, sources);
  Diagnostics old_found;
  const KnowledgeBase old_kb = read_knowledge_base(old_sources, options.jobs, old_found);
  return without_old(std::move(items),
                     review(old_sources, old_kb, std::move(old_found), options, {}), change);
}

}  // namespace debrief
