#include "generator/model/fields.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace debrief {
namespace {

// In the words of README.md.
std::vector<Field> make_table() {
  using enum FieldForm;
  constexpr bool kAlways = true;
  constexpr bool kIncidents = false;
  return {
      {"id", text, kAlways, "Unique. Without it, the name of the file.", {}, {}, {}},
      {"title", text, kAlways, "What people saw, and by what mechanism. Required.", {}, {}, {}},
      {"kind",
       word,
       kAlways,
       "An incident, unless it says otherwise; or maintenance that was announced beforehand.",
       {},
       {"incident", "maintenance"},
       {}},
      {"date", time, kAlways, "The day it began, where 'started' does not say it.", {}, {}, {}},
      {"status",
       word,
       kAlways,
       "A draft is shown by 'build --drafts' only. The public site needs it to be published.",
       {},
       {"draft", "in-review", "published"},
       {}},
      {"visibility",
       word,
       kAlways,
       "Internal, unless it says public; the public site needs 'status: published', too.",
       {},
       {"internal", "public"},
       {}},
      {"severity",
       severity,
       kIncidents,
       "How bad it was: a label of the scale.",
       {"priority", "sev"},
       {},
       {}},
      {"services",
       services,
       kAlways,
       "The services that were hit.",
       {"affected", "services_affected", "affected_services", "service", "components", "product"},
       {},
       {}},
      {"causes",
       causes,
       kIncidents,
       "Root-cause categories: 'category', or closer, 'category/sub'.",
       {"categories", "category", "cause", "root_cause", "root_causes", "contributing_factors"},
       {},
       {}},
      {"trigger", text, kIncidents, "What set it off, apart from the causes.", {}, {}, {}},
      {"started",
       time,
       kAlways,
       "When it began: 2026-02-15T14:32:00+01:00, or as much of it as is known.",
       {"start_time", "started_at", "start", "incident_start"},
       {},
       {}},
      {"detected",
       time,
       kIncidents,
       "When the first of us knew of it.",
       {"detected_at", "detection_time"},
       {},
       {}},
      {"acknowledged",
       time,
       kIncidents,
       "When somebody began to work on it.",
       {"acknowledged_at"},
       {},
       {}},
      {"mitigated",
       time,
       kIncidents,
       "When people were no longer hit by it.",
       {"mitigated_at"},
       {},
       {}},
      {"resolved",
       end,
       kAlways,
       "When it was over; yes or no if no time is known.",
       {"end_time", "resolvedWhen", "resolved_at", "end", "incident_end"},
       {},
       {}},
      {"detection",
       word,
       kIncidents,
       "Who noticed it first.",
       {"detected_by"},
       {"alert", "customer", "employee", "partner"},
       {}},
      {"impact",
       text_or_group,
       kIncidents,
       "What people could not do: one line, or a group of keys.",
       {},
       {},
       {{"summary", text, "What people could not do, in one line."},
        {"customers", text, "How many customers were hit."},
        {"requests", text, "How many requests failed."},
        {"revenue", text, "What it cost."},
        {"data_loss", flag, "Whether data was lost."}}},
      {"summary",
       text,
       kAlways,
       "What happened, in one or two sentences.",
       {"tldr", "description"},
       {},
       {}},
      {"review",
       group,
       kIncidents,
       "The meeting in which it was talked over.",
       {},
       {},
       {{"date", day, "The day of the review."},
        {"facilitator", person, "Who led it; rather not who led the response."},
        {"attendees", people, "Who was there."}}},
      {"published",
       time,
       kIncidents,
       "The day on which the post-mortem itself was done.",
       {},
       {},
       {}},
      {"authors", people, kAlways, "Who wrote it: handles or names.", {"author"}, {}, {}},
      {"repeats",
       texts,
       kIncidents,
       "Ids of post-mortems of which it is a repetition.",
       {},
       {},
       {}},
      {"related", texts, kIncidents, "Ids of other post-mortems worth reading.", {}, {}, {}},
      {"tags", texts, kIncidents, "Words to find it by.", {"keywords", "labels"}, {}, {}},
      {"links", links, kAlways, "Names of pages elsewhere, each with its address.", {}, {}, {}},
      {"public",
       group,
       kAlways,
       "Wording for the public site, in place of the above.",
       {},
       {},
       {{"title", text, "The title that the public reads."},
        {"summary", text, "The summary that the public reads."},
        {"approved_by", person, "Who approved that it is published."},
        {"not_before", time, "The first day on which the public may read it."}}},
  };
}

// cState's switches for its own pages; bookkeeping of icco/postmortems.
constexpr std::array<std::string_view, 9> kIgnored = {
    "section", "informational",     "pin", "uuid",       "source_published_at",
    "company", "source_fetched_at", "url", "archive_url"};

}  // namespace

const std::vector<Field>& front_matter_table() {
  static const std::vector<Field> kTable = make_table();
  return kTable;
}

const std::vector<std::string>& front_matter_fields() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Field& field : front_matter_table()) names.emplace_back(field.name);
    return names;
  }();
  return kNames;
}

const Field& field_called(std::string_view name) {
  const auto found = std::ranges::find(front_matter_table(), name, &Field::name);
  assert(found != front_matter_table().end());
  return *found;
}

std::optional<std::string> field_of(std::string_view key,
                                    const std::map<std::string, std::string>& own_aliases) {
  if (const auto own = own_aliases.find(std::string(key)); own != own_aliases.end()) {
    return own->second;
  }
  for (const Field& field : front_matter_table()) {
    if (field.name == key || std::ranges::find(field.aliases, key) != field.aliases.end()) {
      return std::string(field.name);
    }
  }
  return std::nullopt;
}

const std::vector<std::string_view>& ignored_fields() {
  static const std::vector<std::string_view> kNames(kIgnored.begin(), kIgnored.end());
  return kNames;
}

bool is_ignored_field(std::string_view key) {
  return std::ranges::find(kIgnored, key) != kIgnored.end();
}

std::vector<std::string> known_field_keys(const std::map<std::string, std::string>& own_aliases) {
  std::vector<std::string> keys = front_matter_fields();
  for (const auto& [alias, field] : own_aliases) keys.push_back(alias);
  for (const Field& field : front_matter_table())
    keys.insert(keys.end(), field.aliases.begin(), field.aliases.end());
  return keys;
}

}  // namespace debrief
