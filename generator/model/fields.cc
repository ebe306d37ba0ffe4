#include "generator/model/fields.h"

#include <algorithm>
#include <array>

namespace debrief {
namespace {

struct Field {
  std::string_view name;
  std::vector<std::string_view> aliases;
};

const std::vector<Field>& fields() {
  static const std::vector<Field> kFields = {
      {"id", {}},
      {"title", {}},
      {"kind", {}},
      {"date", {}},
      {"status", {}},
      {"visibility", {}},
      {"severity", {"priority", "sev"}},
      {"services",
       {"affected", "services_affected", "affected_services", "service", "components", "product"}},
      {"causes",
       {"categories", "category", "cause", "root_cause", "root_causes", "contributing_factors"}},
      {"trigger", {}},
      {"started", {"start_time", "started_at", "start", "incident_start"}},
      {"detected", {"detected_at", "detection_time"}},
      {"acknowledged", {"acknowledged_at"}},
      {"mitigated", {"mitigated_at"}},
      {"resolved", {"end_time", "resolvedWhen", "resolved_at", "end", "incident_end"}},
      {"detection", {"detected_by"}},
      {"impact", {}},
      {"summary", {"tldr", "description"}},
      {"review", {}},
      {"published", {}},
      {"authors", {"author"}},
      {"repeats", {}},
      {"related", {}},
      {"tags", {"keywords", "labels"}},
      {"links", {}},
      {"public", {}},
  };
  return kFields;
}

// cState's switches for its own pages; bookkeeping of icco/postmortems.
constexpr std::array<std::string_view, 9> kIgnored = {
    "section", "informational",     "pin", "uuid",       "source_published_at",
    "company", "source_fetched_at", "url", "archive_url"};

}  // namespace

const std::vector<std::string>& front_matter_fields() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Field& field : fields()) names.emplace_back(field.name);
    return names;
  }();
  return kNames;
}

std::optional<std::string> field_of(std::string_view key,
                                    const std::map<std::string, std::string>& own_aliases) {
  if (const auto own = own_aliases.find(std::string(key)); own != own_aliases.end()) {
    return own->second;
  }
  for (const Field& field : fields()) {
    if (field.name == key || std::ranges::find(field.aliases, key) != field.aliases.end()) {
      return std::string(field.name);
    }
  }
  return std::nullopt;
}

bool is_ignored_field(std::string_view key) {
  return std::ranges::find(kIgnored, key) != kIgnored.end();
}

std::vector<std::string> known_field_keys(const std::map<std::string, std::string>& own_aliases) {
  std::vector<std::string> keys = front_matter_fields();
  for (const auto& [alias, field] : own_aliases) keys.push_back(alias);
  for (const Field& field : fields())
    keys.insert(keys.end(), field.aliases.begin(), field.aliases.end());
  return keys;
}

}  // namespace debrief
