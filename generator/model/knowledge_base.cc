#include "generator/model/knowledge_base.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "generator/base/parallel.h"
#include "generator/base/slug.h"
#include "generator/base/sort_once.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/model/action_check.h"
#include "generator/model/content_paths.h"

namespace debrief {
namespace {

constexpr std::array<std::string_view, 2> kMarkdownEndings = {".md", ".markdown"};
constexpr std::array<std::string_view, 6> kImageEndings = {".png",  ".jpg", ".jpeg",
                                                           ".webp", ".gif", ".svg"};

template <typename Endings>
bool ends_with_any(std::string_view path, const Endings& endings) {
  const std::string lower = to_lower(path);
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return lower.ends_with(ending); });
}

std::vector<const SourceFile*> markdown_files(const SourceTree& sources, std::string_view folder) {
  std::vector<const SourceFile*> files;
  for (const SourceFile& file : sources.files) {
    if (file.path.starts_with(folder) && ends_with_any(file.path, kMarkdownEndings)) {
      files.push_back(&file);
    }
  }
  return files;
}

// A file among the post-mortems that is neither post-mortem nor picture would otherwise
// vanish without a word.
void report_other_files(const SourceTree& sources, Diagnostics& diagnostics) {
  for (const SourceFile& file : sources.files) {
    if (!file.path.starts_with("incidents/") && !file.path.starts_with("pages/")) continue;
    if (ends_with_any(file.path, kMarkdownEndings) || ends_with_any(file.path, kImageEndings))
      continue;
    diagnostics.warning("ignored-file", {file.path, 0, 0, ""},
                        "neither Markdown (.md) nor a picture; no site shows it");
  }
}

template <typename T, typename Read>
std::vector<T> read_all(const std::vector<const SourceFile*>& files, unsigned jobs,
                        Diagnostics& diagnostics, const Read& read) {
  std::vector<std::optional<T>> slots(files.size());
  std::vector<Diagnostics> problems(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t i) { slots[i] = read(*files[i], problems[i]); });
  std::vector<T> result;
  for (std::size_t i = 0; i < files.size(); ++i) {
    diagnostics.merge(std::move(problems[i]));
    if (slots[i]) result.push_back(std::move(*slots[i]));
  }
  return result;
}

// Without a vocabulary file, the words that post-mortems use are the vocabulary.
void open_services(const std::vector<Report>& reports, Vocabulary& vocabulary) {
  std::map<std::string, std::string> names;  // by lower case, the first spelling in path order
  for (const Report& report : reports) {
    for (const Reference& service : report.services) {
      names.try_emplace(to_lower(service.text), service.text);
    }
  }
  for (const auto& [key, name] : names) {
    Service service;
    service.id = name;
    service.name = name;
    vocabulary.services.push_back(std::move(service));
  }
}

void open_causes(const std::vector<Report>& reports, Vocabulary& vocabulary) {
  std::map<std::string, std::set<std::string>> tree;
  for (const Report& report : reports) {
    for (const Reference& cause : report.causes) {
      const std::string id = to_lower(cause.text);
      const std::size_t slash = id.find('/');
      std::set<std::string>& children = tree[id.substr(0, slash)];
      if (slash != std::string::npos) children.insert(id);
    }
  }
  const auto add = [&vocabulary](const std::string& id, const std::string& name,
                                 std::optional<std::size_t> parent) {
    Cause cause;
    cause.id = id;
    cause.name = name;
    cause.parent = parent;
    vocabulary.causes.push_back(std::move(cause));
  };
  for (const auto& [category, children] : tree) {
    const std::size_t parent = vocabulary.causes.size();
    add(category, category, std::nullopt);
    for (const std::string& child : children) add(child, child.substr(category.size() + 1), parent);
  }
}

class Resolver {
 public:
  Resolver(const KnowledgeBase& kb, Diagnostics& diagnostics)
      : kb_(kb), diagnostics_(diagnostics) {}

  Incident resolve_vocabulary(Report report) {
    Incident incident;
    incident.severity = severity(report);
    for (const Reference& name : report.services) {
      if (const auto index = service(name)) incident.services.push_back(*index);
    }
    for (const Reference& name : report.causes) {
      if (const auto index = cause(name)) incident.causes.push_back(*index);
    }
    sort_once(incident.services);
    sort_once(incident.causes);
    incident.report = std::move(report);
    return incident;
  }

 private:
  std::optional<std::size_t> severity(const Report& report) {
    if (!report.severity) return std::nullopt;
    const auto& scale = kb_.config.severities;
    if (scale.empty()) return std::nullopt;
    const auto found = find_severity(scale, report.severity->text);
    if (!found) {
      std::vector<std::string> labels;
      labels.reserve(scale.size());
      for (const SeverityLevel& level : scale) labels.push_back(level.id);
      diagnostics_.error("unknown-severity", report.severity->where,
                         fmt::format("unknown severity '{}'; the scale is {}",
                                     report.severity->text, fmt::join(labels, ", ")));
    }
    return found;
  }

  std::optional<std::size_t> service(const Reference& name) {
    const auto found = kb_.vocabulary.find_service(name.text);
    if (!found) {
      diagnostics_.error(
          "unknown-service", name.where,
          fmt::format("unknown service '{}'{}", name.text,
                      way_out(name.text, kb_.vocabulary.service_ids(), "services.yaml")));
    }
    return found;
  }

  std::optional<std::size_t> cause(const Reference& name) {
    const std::vector<std::size_t> found = kb_.vocabulary.causes_called(name.text);
    if (found.size() == 1) return found.front();
    if (found.empty()) {
      diagnostics_.error(
          "unknown-cause", name.where,
          fmt::format("unknown cause '{}'{}", name.text,
                      way_out(name.text, kb_.vocabulary.cause_ids(), "causes.yaml")));
    } else {
      std::vector<std::string> ids;
      ids.reserve(found.size());
      for (const std::size_t index : found) ids.push_back(kb_.vocabulary.causes[index].id);
      diagnostics_.error("unknown-cause", name.where,
                         fmt::format("'{}' is the name of several causes; write one of {}",
                                     name.text, fmt::join(ids, ", ")));
    }
    return std::nullopt;
  }

  static std::string way_out(const std::string& name, const std::vector<std::string>& known,
                             std::string_view file) {
    const std::string suggestion = did_you_mean(name, known);
    return suggestion.empty() ? fmt::format("; add it to {} if it is new", file) : suggestion;
  }

  const KnowledgeBase& kb_;
  Diagnostics& diagnostics_;
};

// Ids name post-mortems in links, in addresses and in talk: two that differ only in case, or
// in what an address cannot hold, are one.
std::map<std::string, std::size_t> index_ids(const std::vector<Incident>& incidents,
                                             Diagnostics& diagnostics) {
  std::map<std::string, std::size_t> by_slug;
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    const Report& report = incidents[i].report;
    const auto [entry, is_new] = by_slug.try_emplace(make_slug(report.id), i);
    if (!is_new) {
      diagnostics.error("duplicate-id", report.where,
                        fmt::format("the id '{}' is already taken by {}; change it in the one that "
                                    "nothing refers to yet",
                                    report.id, incidents[entry->second].report.path));
    }
  }
  return by_slug;
}

// `all_read`: otherwise an id that nobody has may be that of a file which could not be read, and
// is told when that has been mended.
void resolve_ids(KnowledgeBase& kb, const std::vector<std::string>& all_ids, bool all_read,
                 Diagnostics& diagnostics) {
  const auto by_slug = index_ids(kb.incidents, diagnostics);
  const auto look_up = [&](const std::vector<Reference>& names, std::vector<std::size_t>& out) {
    for (const Reference& name : names) {
      const auto found = by_slug.find(make_slug(name.text));
      if (found != by_slug.end() &&
          kb.incidents[found->second].report.kind == ReportKind::maintenance) {
        diagnostics.warning("maintenance-reference", name.where,
                            fmt::format("'{}' is maintenance, not an incident; write of it in the "
                                        "text, with a link",
                                        name.text));
      } else if (found != by_slug.end()) {
        out.push_back(found->second);
      } else if (all_read) {
        diagnostics.error("unknown-incident", name.where,
                          fmt::format("there is no post-mortem with the id '{}'{}", name.text,
                                      did_you_mean(name.text, all_ids)));
      }
    }
    sort_once(out);
  };
  for (Incident& incident : kb.incidents) {
    look_up(incident.report.repeats, incident.repeats);
    look_up(incident.report.related, incident.related);
  }
}

// Who must approve and is nobody that anyone knows has approved nothing.
void check_approvers(const KnowledgeBase& kb, Diagnostics& diagnostics) {
  if (!kb.config.public_view.approval_is_required) return;
  for (const Incident& incident : kb.incidents) {
    const Report& report = incident.report;
    const PublicWording& wording = report.public_wording;
    if (report.visibility != Visibility::public_ || wording.approved_by.empty()) continue;
    if (kb.vocabulary.find_person(wording.approved_by) != nullptr) continue;
    std::vector<std::string> handles;
    for (const Person& person : kb.vocabulary.people) handles.push_back(person.handle);
    diagnostics.warning(
        "unknown-approver", wording.approved_by_where,
        fmt::format("people.yaml does not know '{}', so this is approved by nobody "
                    "and not public{}",
                    wording.approved_by, did_you_mean(wording.approved_by, handles)));
  }
}

std::vector<std::string> ids_of(const KnowledgeBase& kb) {
  std::vector<std::string> ids;
  for (const Incident& incident : kb.incidents) ids.push_back(incident.report.id);
  return ids;
}

KnowledgeBase read(const SourceTree& sources, const std::vector<std::string>* all_ids,
                   unsigned jobs, Diagnostics& diagnostics) {
  KnowledgeBase kb;
  kb.config = read_config(sources, diagnostics);
  kb.vocabulary = read_vocabulary(sources, diagnostics);
  report_other_files(sources, diagnostics);

  const std::vector<const SourceFile*> report_files = markdown_files(sources, "incidents/");
  std::vector<Report> reports = read_all<Report>(report_files, jobs, diagnostics,
                                                 [&kb](const SourceFile& file, Diagnostics& own) {
                                                   return read_report(file, kb.config, own);
                                                 });
  kb.guides = read_all<Guide>(markdown_files(sources, "pages/"), jobs, diagnostics, read_guide);
  for (const SourceFile& file : sources.files) {
    if (ends_with_any(file.path, kImageEndings)) kb.images.push_back(file);
  }

  if (kb.vocabulary.services_are_open) open_services(reports, kb.vocabulary);
  if (kb.vocabulary.causes_are_open) open_causes(reports, kb.vocabulary);

  Resolver resolver(kb, diagnostics);
  std::vector<Incident> incidents;
  incidents.reserve(reports.size());
  for (Report& report : reports)
    incidents.push_back(resolver.resolve_vocabulary(std::move(report)));
  kb.incidents = std::move(incidents);
  resolve_ids(kb, all_ids == nullptr ? ids_of(kb) : *all_ids,
              kb.incidents.size() == report_files.size(), diagnostics);
  check_references(kb, sources, diagnostics);
  check_action_items(kb, sources, diagnostics);
  check_approvers(kb, diagnostics);
  return kb;
}

}  // namespace

KnowledgeBase read_knowledge_base(const SourceTree& sources, unsigned jobs,
                                  Diagnostics& diagnostics) {
  return read(sources, nullptr, jobs, diagnostics);
}

KnowledgeBase read_part(const SourceTree& sources, const std::vector<std::string>& all_ids,
                        unsigned jobs, Diagnostics& diagnostics) {
  return read(sources, &all_ids, jobs, diagnostics);
}

}  // namespace debrief
