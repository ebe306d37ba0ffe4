#include "generator/import/import_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/text.h"

namespace debrief {
namespace {

using Fate = PlannedIncident::Fate;

std::string count_of(std::size_t count, std::string_view noun) {
  if (count == 1) return fmt::format("1 {}", noun);
  return noun.ends_with('y') ? fmt::format("{} {}ies", count, noun.substr(0, noun.size() - 1))
                             : fmt::format("{} {}s", count, noun);
}

void append_field(std::string& out, const MetadataField& field) {
  constexpr std::size_t kMostCharacters = 100;
  out += fmt::format("    {}: {}  ({})\n", field.name,
                     shorten(one_line(field.value), kMostCharacters), to_string(field.origin));
}

void append_incident(std::string& out, const PlannedIncident& incident) {
  out += fmt::format("{}\n", incident.source);
  switch (incident.fate) {
    case Fate::import:
      out += fmt::format("  -> {}\n", incident.path);
      break;
    case Fate::unchanged:
      out += fmt::format("  = {}: unchanged\n", incident.existing);
      return;
    case Fate::exists:
      out += fmt::format("  = {}: exists, left as it is\n", incident.existing);
      return;
  }
  const Metadata& metadata = incident.metadata;
  for (const MetadataField& field : metadata.fields) append_field(out, field);
  if (!incident.missing.empty()) {
    out += fmt::format("    missing: {}\n", fmt::join(incident.missing, ", "));
  }
  if (!incident.git_unknown.empty()) {
    out += fmt::format("    git history: unknown ({})\n", incident.git_unknown);
  }
  out += fmt::format("    timeline: {}", count_of(incident.timeline_entries, "entry"));
  if (incident.unsure_entries != 0) {
    out += fmt::format(", {} of unsure time", incident.unsure_entries);
  }
  out += fmt::format("; action items: {}\n", incident.action_items);
  if (incident.files.size() > 1) {
    out += fmt::format("    with {}\n", count_of(incident.files.size() - 1, "picture"));
  }
  if (metadata.lacks_zone) {
    out += "    ! its times do not say their zone and will be read as UTC; --time-zone gives one\n";
  }
  for (const Remark& remark : metadata.remarks) {
    out += remark.line > 0 ? fmt::format("    ! line {}: {}\n", remark.line, remark.text)
                           : fmt::format("    ! {}\n", remark.text);
  }
}

std::size_t count_without(const ImportPlan& plan, std::string_view field) {
  return static_cast<std::size_t>(
      std::ranges::count_if(plan.incidents, [field](const PlannedIncident& incident) {
        return incident.fate == Fate::import &&
               std::ranges::find(incident.missing, field) != incident.missing.end();
      }));
}

// "39 imported, 1 skipped (a template), 12 without severity"
std::string summary(const ImportPlan& plan, ImportMode mode) {
  const auto count = [&plan](Fate fate) {
    return static_cast<std::size_t>(
        std::ranges::count(plan.incidents, fate, &PlannedIncident::fate));
  };
  std::vector<std::string> parts;
  parts.push_back(fmt::format("{} {}", count(Fate::import),
                              mode == ImportMode::dry_run ? "to import" : "imported"));
  if (const std::size_t same = count(Fate::unchanged); same != 0) {
    parts.push_back(fmt::format("{} unchanged", same));
  }
  if (const std::size_t there = count(Fate::exists); there != 0) {
    parts.push_back(fmt::format("{} left as they are", there));
  }
  const auto templates = static_cast<std::size_t>(std::ranges::count_if(
      plan.skipped,
      [](const SkippedSource& skipped) { return skipped.reason.starts_with("a template"); }));
  if (!plan.skipped.empty()) {
    parts.push_back(fmt::format("{} skipped", plan.skipped.size()));
    if (templates == 1)
      parts.back() += plan.skipped.size() == 1 ? " (a template)" : " (1 a template)";
    if (templates > 1) parts.back() += fmt::format(" ({} templates)", templates);
  }
  for (const std::string_view field : {"severity", "services", "causes"}) {
    if (const std::size_t without = count_without(plan, field); without != 0) {
      parts.push_back(fmt::format("{} without {}", without, field));
    }
  }
  return fmt::format("{}\n", fmt::join(parts, ", "));
}

std::vector<std::string> ids_of(const std::vector<NewName>& names) {
  std::vector<std::string> ids;
  for (const NewName& name : names) ids.push_back(name.id);
  return ids;
}

}  // namespace

std::string one_line(const YamlNode& value) {
  std::vector<std::string> parts;
  switch (value.kind) {
    case YamlNode::Kind::null:
      return "";
    case YamlNode::Kind::scalar:
      return collapse_spaces(value.text);
    case YamlNode::Kind::list:
      for (const YamlNode& item : value.items) parts.push_back(one_line(item));
      return fmt::format("{}", fmt::join(parts, ", "));
    case YamlNode::Kind::map:
      break;
  }
  for (const YamlNode::Entry& entry : value.entries) {
    parts.push_back(fmt::format("{}: {}", entry.key, one_line(entry.value)));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string import_report_text(const ImportPlan& plan, ImportMode mode) {
  std::string out;
  for (const PlannedIncident& incident : plan.incidents) append_incident(out, incident);
  for (const SkippedSource& skipped : plan.skipped) {
    out += fmt::format("{}\n  skipped: {}\n", skipped.path, skipped.reason);
  }
  if (!out.empty()) out += "\n";
  const std::string_view verb = mode == ImportMode::dry_run ? "to add to" : "added to";
  if (!plan.additions.services.empty()) {
    out += fmt::format("{} services.yaml: {}\n", verb,
                       fmt::join(ids_of(plan.additions.services), ", "));
  }
  if (!plan.additions.causes.empty()) {
    out +=
        fmt::format("{} causes.yaml: {}\n", verb, fmt::join(ids_of(plan.additions.causes), ", "));
  }
  return out + summary(plan, mode);
}

}  // namespace debrief
