#include <nlohmann/json.hpp>

#include "generator/base/json_values.h"
#include "generator/import/import_report.h"

namespace debrief {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const YamlNode& value) {
  switch (value.kind) {
    case YamlNode::Kind::null:
      return nullptr;
    case YamlNode::Kind::scalar:
      return value.text;
    case YamlNode::Kind::list: {
      ordered_json list = ordered_json::array();
      for (const YamlNode& item : value.items) list.push_back(json_of(item));
      return list;
    }
    case YamlNode::Kind::map:
      break;
  }
  ordered_json map = ordered_json::object();
  for (const YamlNode::Entry& entry : value.entries) map[entry.key] = json_of(entry.value);
  return map;
}

ordered_json line_or_null(int line) {
  return line == 0 ? ordered_json() : ordered_json(line);
}

std::string_view name_of(PlannedIncident::Fate fate) {
  switch (fate) {
    case PlannedIncident::Fate::import:
      return "import";
    case PlannedIncident::Fate::unchanged:
      return "unchanged";
    case PlannedIncident::Fate::exists:
      break;
  }
  return "exists";
}

ordered_json json_of(const PlannedIncident& incident) {
  ordered_json out;
  out["source"] = incident.source;
  out["path"] = incident.path;
  out["action"] = name_of(incident.fate);
  out["existing"] = text_or_null(incident.existing);
  out["files"] = ordered_json::array();
  for (const SourceFile& file : incident.files) out["files"].push_back(file.path);
  out["fields"] = ordered_json::array();
  for (const MetadataField& field : incident.metadata.fields) {
    out["fields"].push_back({{"field", field.name},
                             {"value", json_of(field.value)},
                             {"from", name_of(field.origin.kind)},
                             {"line", line_or_null(field.origin.line)},
                             {"section", text_or_null(field.origin.section)}});
  }
  out["left_out"] = ordered_json::array();
  for (const LeftOut& left_out : incident.metadata.left_out) {
    out["left_out"].push_back({{"field", left_out.key}, {"value", json_of(left_out.value)}});
  }
  out["missing"] = incident.missing;
  out["lacks_zone"] = incident.metadata.lacks_zone;
  out["git_history_unknown"] = text_or_null(incident.git_unknown);
  out["timeline_entries"] = incident.timeline_entries;
  out["unsure_entries"] = incident.unsure_entries;
  out["action_items"] = incident.action_items;
  out["remarks"] = ordered_json::array();
  for (const Remark& remark : incident.metadata.remarks) {
    out["remarks"].push_back({{"line", line_or_null(remark.line)}, {"text", remark.text}});
  }
  return out;
}

ordered_json json_of(const std::vector<NewName>& names) {
  ordered_json out = ordered_json::array();
  for (const NewName& name : names) out.push_back({{"id", name.id}, {"name", name.name}});
  return out;
}

}  // namespace

std::string import_report_json(const ImportPlan& plan, ImportMode mode) {
  ordered_json out;
  out["dry_run"] = mode == ImportMode::dry_run;
  out["incidents"] = ordered_json::array();
  for (const PlannedIncident& incident : plan.incidents) {
    out["incidents"].push_back(json_of(incident));
  }
  out["skipped"] = ordered_json::array();
  for (const SkippedSource& skipped : plan.skipped) {
    out["skipped"].push_back({{"source", skipped.path}, {"reason", skipped.reason}});
  }
  out["added_services"] = json_of(plan.additions.services);
  out["added_causes"] = json_of(plan.additions.causes);
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
