#include "generator/import/import_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/source_text.h"
#include "generator/extract/action_item.h"
#include "generator/import/draft.h"
#include "generator/import/front_matter_writer.h"
#include "generator/import/stated_name.h"
#include "generator/import/vocabulary_extension.h"
#include "generator/model/content_paths.h"
#include "generator/model/report.h"
#include "generator/model/yaml_writer.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

std::size_t count_actions(const std::vector<Section>& sections) {
  std::size_t count = 0;
  for (const Section& section : sections) {
    count += section.kind == "action-items" ? read_action_items(section, std::nullopt).size()
                                            : count_actions(section.sections);
  }
  return count;
}

class Planner {
 public:
  Planner(const ImportSources& sources, const GitHistory& history,
          const PictureReader& read_picture, const ImportTarget& target,
          const ImportSettings& settings, Diagnostics& diagnostics)
      : sources_(sources),
        history_(history),
        read_picture_(read_picture),
        target_(target),
        settings_(settings),
        diagnostics_(diagnostics),
        mapper_(target.kb, settings.unknown_names) {
    for (const Incident& incident : target.kb.incidents) {
      existing_ids_.emplace(make_slug(incident.report.id), incident.report.path);
    }
  }

  ImportPlan plan() {
    plan_.skipped = sources_.skipped;
    // First the names of all, since texts refer to each other.
    std::vector<Adopted> adopted;
    for (const ImportSource& source : sources_.texts) {
      if (auto one = adopt(source)) adopted.push_back(std::move(*one));
    }
    for (Adopted& one : adopted) {
      check_related(one);
      compose(one);
    }
    plan_.additions.services = in_use(mapper_.additions().services, "services");
    plan_.additions.causes = in_use(mapper_.additions().causes, "causes");
    plan_.vocabulary =
        extend_vocabulary(target_.files, target_.kb.vocabulary, plan_.additions, diagnostics_);
    return std::move(plan_);
  }

 private:
  // Without the names of texts that are not imported.
  std::vector<NewName> in_use(const std::vector<NewName>& names, std::string_view field) const {
    std::set<std::string> ids;
    for (const PlannedIncident& incident : plan_.incidents) {
      const MetadataField* used = incident.metadata.find(field);
      if (incident.fate != PlannedIncident::Fate::import || used == nullptr) continue;
      for (const YamlNode& item : used->value.items) ids.insert(item.text);
    }
    std::vector<NewName> result;
    std::ranges::copy_if(names, std::back_inserter(result),
                         [&ids](const NewName& name) { return ids.contains(name.id); });
    return result;
  }

  struct Adopted {
    const ImportSource& source;
    Draft draft;
    std::vector<SourceFile> pictures;
    PlannedIncident incident;
  };

  std::optional<Adopted> adopt(const ImportSource& source) {
    auto draft = read_draft(source, diagnostics_);
    if (!draft) return std::nullopt;
    if (const std::string signs = template_signs(*draft); !signs.empty()) {
      plan_.skipped.push_back({source.path, fmt::format("a template: {}", signs)});
      return std::nullopt;
    }
    PlannedIncident incident;
    incident.source = source.path;
    const auto commit = history_.files.find(source.file);
    const InferenceContext context{target_.kb.config.field_aliases,
                                   settings_.zone ? &*settings_.zone : nullptr,
                                   commit == history_.files.end() ? nullptr : &commit->second};
    if (context.first_commit == nullptr) incident.git_unknown = history_.unknown;
    Inference inference = infer_metadata(*draft, context);
    if (inference.metadata.find("date") == nullptr &&
        inference.metadata.find("started") == nullptr) {
      diagnostics_.error("no-date", SourceLocation{source.path, 0, 0, ""},
                         "nothing says when it happened; add a line such as 'Date: 2026-02-15'");
      return std::nullopt;
    }
    incident.metadata = mapper_.map(std::move(inference.metadata));
    count(inference.timeline, *draft, incident);
    return name(Adopted{source, std::move(*draft), {}, std::move(incident)});
  }

  static void count(const Timeline& timeline, const Draft& draft, PlannedIncident& incident) {
    incident.timeline_entries = timeline.entries.size();
    incident.unsure_entries = static_cast<std::size_t>(
        std::ranges::count_if(timeline.entries, [](const TimelineEntry& entry) {
          return entry.certainty != TimelineEntry::Certainty::exact;
        }));
    incident.action_items = count_actions(draft.body.sections);
    std::vector<Remark>& remarks = incident.metadata.remarks;
    for (const TimelineProblem& problem : timeline.problems) {
      remarks.push_back({problem.line, problem.message});
    }
    for (const Diagnostic& remark : draft.remarks) {
      remarks.push_back({remark.where.line, remark.message});
    }
    for (const std::string_view field : {"severity", "services", "causes", "authors"}) {
      if (incident.metadata.find(field) == nullptr) incident.missing.emplace_back(field);
    }
  }

  // Where the post-mortem goes, and under which id; both come from its source alone, unless
  // another text of this import has them.
  Adopted name(Adopted one) {
    Metadata& metadata = one.incident.metadata;
    const auto is_taken = [this](const std::string& id) {
      return ids_.contains(make_slug(id)) || names_.contains(id);
    };
    const auto id = std::ranges::find(metadata.fields, "id", &MetadataField::name);
    bool has_id = id != metadata.fields.end();
    if (has_id && ids_.contains(make_slug(id->value.text))) {
      metadata.remarks.push_back(
          {id->origin.line, fmt::format("the id '{}' is that of {} already; it was left out",
                                        id->value.text, ids_.at(make_slug(id->value.text)))});
      metadata.left_out.push_back({"id", id->value});
      metadata.fields.erase(id);
      has_id = false;
    }
    const std::string slug = make_slug(stem_of(one.source.path));
    std::string name = slug;
    const auto name_is_taken = [&] { return has_id ? names_.contains(name) : is_taken(name); };
    for (int number = 2; name_is_taken(); ++number) name = fmt::format("{}-{}", slug, number);
    if (name != slug) {
      metadata.remarks.push_back(
          {0, fmt::format("another text of this import is called '{}'; this one is '{}'", slug,
                          name)});
    }
    names_.insert(name);
    ids_.emplace(make_slug(has_id ? metadata.find("id")->value.text : name), one.source.path);

    const MetadataField* started = metadata.find("started");
    if (started == nullptr) started = metadata.find("date");
    const std::string folder = "incidents/" + (settings_.into.empty() ? "" : settings_.into + "/") +
                               started->value.text.substr(0, std::string_view("2026").size());
    const std::string in_folder = fmt::format("{}/{}/index.md", folder, name);
    collect_pictures(one, in_folder);
    one.incident.path = one.pictures.empty() ? fmt::format("{}/{}.md", folder, name) : in_folder;
    paths_[one.source.file.lexically_normal()] = one.incident.path;
    return one;
  }

  // The pictures that the text shows, where they will be if it is `text_path`.
  void collect_pictures(Adopted& one, const std::string& text_path) {
    for (const RelativeLink& link : one.draft.links) {
      if (!link.is_image) continue;
      const auto path = resolve_content_path(text_path, link.path);
      auto bytes = read_picture_(one.source, link.path);
      if (!bytes || !path || !path->starts_with("incidents/")) {
        one.incident.metadata.remarks.push_back(
            {link.line,
             fmt::format("the picture '{}' {}", link.path,
                         bytes ? "would lie outside of incidents/; it was not taken along"
                               : "is not there, or is no picture that can be shown")});
        continue;
      }
      const auto known = pictures_.find(*path);
      if (known != pictures_.end() && known->second != *bytes) {
        one.incident.metadata.remarks.push_back(
            {link.line, fmt::format("the picture '{}' would lie where another one does; it was "
                                    "not taken along",
                                    link.path)});
        continue;
      }
      pictures_.emplace(*path, *bytes);
      if (std::ranges::find(one.pictures, *path, &SourceFile::path) == one.pictures.end()) {
        one.pictures.push_back({*path, std::move(*bytes)});
      }
    }
  }

  // An id that nobody has would be an error in the next build.
  void check_related(Adopted& one) {
    Metadata& metadata = one.incident.metadata;
    for (const std::string_view name : {"repeats", "related"}) {
      const auto field = std::ranges::find(metadata.fields, name, &MetadataField::name);
      if (field == metadata.fields.end()) continue;
      std::vector<std::string> known;
      std::vector<std::string> unknown;
      for (const YamlNode& item : field->value.items) {
        const std::string slug = make_slug(item.text);
        const bool is_known = existing_ids_.contains(slug) || ids_.contains(slug);
        (is_known ? known : unknown).push_back(item.text);
      }
      if (unknown.empty()) continue;
      metadata.remarks.push_back(
          {field->origin.line, fmt::format("there is no post-mortem '{}'; kept as a comment",
                                           fmt::join(unknown, "', '"))});
      metadata.left_out.push_back({std::string(name), make_list(unknown)});
      if (known.empty()) {
        metadata.fields.erase(field);
      } else {
        field->value = make_list(known);
      }
    }
  }

  void compose(Adopted& one) {
    PlannedIncident& incident = one.incident;
    report_links(one);
    std::string bytes = write_front_matter(incident.metadata);
    if (!one.draft.text.starts_with('\n') && !one.draft.text.starts_with('\r')) bytes += '\n';
    const std::size_t body_offset = bytes.size();
    bytes += one.draft.text;
    SourceFile file{incident.path, std::move(bytes)};
    if (!check(one, file, body_offset)) return;
    incident.files = std::move(one.pictures);
    incident.files.push_back(std::move(file));
    std::ranges::stable_sort(incident.metadata.remarks, {}, &Remark::line);
    decide(incident);
    plan_.incidents.push_back(std::move(incident));
  }

  void report_links(Adopted& one) {
    for (const RelativeLink& link : one.draft.links) {
      if (link.is_image) continue;
      const fs::path to = (one.source.file.parent_path() / fs::path(link.path)).lexically_normal();
      const auto found = paths_.find(to);
      const std::string advice =
          found == paths_.end()
              ? "leads nowhere from here"
              : fmt::format("must now be '{}'",
                            fs::path(found->second)
                                .lexically_relative(fs::path(one.incident.path).parent_path())
                                .generic_string());
      one.incident.metadata.remarks.push_back(
          {link.line, fmt::format("the link to '{}' {}", link.path, advice)});
    }
  }

  // What is written must be readable: the last look at it is that of a build.
  bool check(Adopted& one, const SourceFile& file, std::size_t body_offset) {
    Diagnostics own;
    read_report(file, target_.kb.config, own);
    const int body_line = SourceText(file.path, file.bytes).at_offset(body_offset).line;
    bool is_sound = true;
    for (const Diagnostic& problem : own.sorted()) {
      if (problem.level == Level::error) {
        is_sound = false;
        diagnostics_.error(problem.id, SourceLocation{one.source.path, 0, 0, ""},
                           "could not be read after the import: " + problem.message);
      } else if (problem.where.line < body_line && problem.id != "no-offset" &&
                 problem.id != "ends-before-start") {
        one.incident.metadata.remarks.push_back({0, problem.message});
      }
    }
    return is_sound;
  }

  void decide(PlannedIncident& incident) const {
    const auto as_it_is = [this](const SourceFile& file) {
      const SourceFile* existing = target_.files.find(file.path);
      return existing != nullptr && existing->bytes == file.bytes;
    };
    const MetadataField* id = incident.metadata.find("id");
    const std::string& path = incident.path;
    const bool is_folder = path.ends_with("/index.md");
    const std::string base = path.substr(0, path.size() - (is_folder ? 9 : 3));
    const std::string name = base.substr(base.rfind('/') + 1);
    const auto same_id = existing_ids_.find(make_slug(id == nullptr ? name : id->value.text));
    if (std::ranges::all_of(incident.files, as_it_is)) {
      incident.fate = PlannedIncident::Fate::unchanged;
      incident.existing = path;
    } else if (target_.files.find(path) != nullptr) {
      incident.fate = PlannedIncident::Fate::exists;
      incident.existing = path;
    } else if (same_id != existing_ids_.end()) {
      incident.fate = PlannedIncident::Fate::exists;
      incident.existing = same_id->second;
    } else {
      // A picture of somebody else's in the way would be overwritten.
      for (const SourceFile& file : incident.files) {
        if (target_.files.find(file.path) == nullptr || as_it_is(file)) continue;
        incident.fate = PlannedIncident::Fate::exists;
        incident.existing = file.path;
      }
    }
  }

  const ImportSources& sources_;
  const GitHistory& history_;
  const PictureReader& read_picture_;
  const ImportTarget& target_;
  const ImportSettings& settings_;
  Diagnostics& diagnostics_;
  NameMapper mapper_;
  ImportPlan plan_;
  std::map<std::string, std::string> existing_ids_;  // by slug -> path
  std::map<std::string, std::string> ids_;           // of this run, by slug -> source
  std::set<std::string> names_;                      // of this run
  std::map<fs::path, std::string> paths_;            // of this run: source -> target
  std::map<std::string, std::string> pictures_;      // of this run: target -> bytes
};

}  // namespace

ImportPlan plan_import(const ImportSources& sources, const GitHistory& history,
                       const PictureReader& read_picture, const ImportTarget& target,
                       const ImportSettings& settings, Diagnostics& diagnostics) {
  return Planner(sources, history, read_picture, target, settings, diagnostics).plan();
}

}  // namespace debrief
