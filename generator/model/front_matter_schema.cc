#include "generator/model/front_matter_schema.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/model/fields.h"

namespace debrief {
namespace {

using Json = nlohmann::ordered_json;

// As parse_timestamp() reads it, but for days that a month does not have.
constexpr std::string_view kDate =
    R"((?:19[789]|20[0-9]|21[0-9])[0-9](?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]){}?)?)?)";
constexpr std::string_view kClock =
    R"([Tt ](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?)";
constexpr std::string_view kOffset =
    R"([ \t]*(?:[Zz]|[Uu][Tt][Cc]|[Gg][Mm][Tt]|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?))";

// One that reads as a text where the whole of it, but for spaces around, is one of the forms; empty
// values are accepted everywhere, since templates have them.
Json text_like(const std::string& forms) {
  return {{"not", {{"type", {"array", "object", "number", "boolean"}}}},
          {"pattern", forms.empty() ? R"(^\s*$)" : fmt::format(R"(^\s*(?:{})?\s*$)", forms)}};
}

Json empty() {
  return text_like("");
}

// As itself in a pattern, which may be one of Unicode: there nothing else may be escaped.
std::string escaped(char c) {
  return std::string_view(R"(\^$.|?*+()[]{})").find(c) == std::string_view::npos
             ? std::string(1, c)
             : std::string("\\") + c;
}

std::string any_case(char c) {
  constexpr char kCase = 'a' ^ 'A';
  const auto upper = static_cast<char>(c & ~kCase);
  return is_letter(c) ? fmt::format("[{}{}]", upper, static_cast<char>(c | kCase)) : escaped(c);
}

std::string in_any_case(std::string_view name) {
  std::string pattern;
  for (const char c : name) pattern += any_case(c);
  return pattern;
}

// YAML reads some plain texts as numbers and flags, where Debrief reads what is written.
std::optional<Json> as_yaml_value(std::string_view name) {
  if (name == "true" || name == "false") return Json(name == "true");
  double number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  if (name.find_first_not_of("0123456789") == std::string_view::npos && name.size() < 16) {
    return Json(static_cast<std::int64_t>(number));
  }
  return name.find_first_of("0123456789") == 0 ? std::optional<Json>(number) : std::nullopt;
}

Json constant(std::string_view value, std::string_view description) {
  Json json = {{"const", value}};
  if (!description.empty()) json["description"] = description;
  return json;
}

// "Name: what it is", of a name that says more than the id and a description, either of which may
// be missing.
std::string describe(const std::string& id, const std::string& name, const std::string& text) {
  if (name.empty() || equal_ignoring_case(name, id)) return text;
  return text.empty() ? name : name + ": " + text;
}

Json text() {
  return {{"allOf",
           {{{"not", {{"type", {"array", "object"}}}}},
            {{"not", {{"type", "string"}, {"pattern", "<!--"}}}}}}};
}

Json flag_words() {
  return text_like(
      "[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|"
      "[Oo][Nn]|[Oo][Ff][Ff]");
}

void add_flag(Json& choices) {
  choices.push_back(constant("yes", ""));
  choices.push_back(constant("no", ""));
  choices.push_back(flag_words());
  choices.push_back({{"not", {{"type", {"array", "object", "number", "string", "null"}}}}});
}

void add_time(Json& choices, bool may_lack_offset) {
  const std::string clock =
      fmt::format("(?:{}(?:{}){})", kClock, kOffset, may_lack_offset ? "?" : "");
  std::string date(kDate);
  date.replace(date.find("{}"), 2, clock);
  Json time = text_like(date);
  time["patternErrorMessage"] = fmt::format(
      "This is no time such as 2026-02-15T14:32:00+01:00{}, nor a day such as 2026-02-15.",
      may_lack_offset ? "" : ", with its offset from UTC");
  choices.push_back(std::move(time));
  choices.push_back({{"type", "integer"}, {"minimum", 1970}, {"maximum", 2199}});
}

// Ids are offered; in any case, as names and under aliases they are accepted.
class Names {
 public:
  void offer(const std::string& id, const std::string& description) {
    choices_.push_back(constant(id, description));
    accept(id);
  }
  void accept(const std::string& name) {
    if (trim(name).empty()) return;
    patterns_.push_back(in_any_case(name));
    if (const auto value = as_yaml_value(name)) values_.push_back(*value);
  }
  Json schema() {
    std::ranges::sort(patterns_);
    patterns_.erase(std::ranges::unique(patterns_).begin(), patterns_.end());
    Json choices = choices_;
    choices.push_back(text_like(fmt::format("{}", fmt::join(patterns_, "|"))));
    if (!values_.empty()) choices.push_back({{"enum", values_}});
    return {{"anyOf", choices}};
  }

 private:
  Json choices_ = Json::array();
  std::vector<std::string> patterns_;
  Json values_ = Json::array();
};

Json services(const Vocabulary& vocabulary) {
  if (vocabulary.services_are_open) return text();
  Names names;
  for (const Service& service : vocabulary.services) {
    names.offer(service.id, describe(service.id, service.name, service.description));
    names.accept(service.name);
  }
  return names.schema();
}

Json causes(const Vocabulary& vocabulary) {
  if (vocabulary.causes_are_open) return text();
  Names names;
  const auto accept = [&](const std::string& name) {
    if (vocabulary.causes_called(name).size() == 1) names.accept(name);
  };
  for (const Cause& cause : vocabulary.causes) {
    names.offer(cause.id, describe(cause.id, cause.name, cause.description));
    accept(cause.name);
    if (cause.parent) accept(cause.id.substr(cause.id.find('/') + 1));
    for (const std::string& alias : cause.aliases) accept(alias);
  }
  return names.schema();
}

// find_severity() as a pattern: of every label, signs between its characters do not matter, nor
// does a remark behind it.
Json severity(const std::vector<SeverityLevel>& scale) {
  constexpr std::string_view kSigns = R"([-_:. ]*)";
  Json choices = Json::array();
  Json values = Json::array();
  std::vector<std::string> patterns;
  const auto accept = [&](const std::string& label) {
    const std::string key = severity_key(label);
    if (key.empty()) return;
    if (const auto value = as_yaml_value(key)) values.push_back(*value);
    std::vector<std::string> parts;
    std::string_view rest = key;
    if (rest.starts_with("sev")) {
      rest.remove_prefix(3);
      std::vector<std::string> letters;
      for (const char c : std::string_view("everity")) letters.push_back(any_case(c));
      const std::string tail =
          fmt::format("{}", fmt::join(letters.begin() + 2, letters.end(), kSigns));
      parts = {any_case('s'), any_case('e'),
               fmt::format("{}(?:{}{})?", any_case('v'), kSigns, tail)};
    }
    for (const char c : rest) parts.push_back(any_case(c));
    patterns.push_back(fmt::format("{}", fmt::join(parts, kSigns)));
  };
  for (const SeverityLevel& level : scale) {
    choices.push_back(constant(level.id, level.name == level.id ? "" : level.name));
    accept(level.id);
    accept(level.name);
    for (const std::string& alias : level.aliases) accept(alias);
  }
  std::ranges::sort(patterns);
  patterns.erase(std::ranges::unique(patterns).begin(), patterns.end());
  choices.push_back(text_like(fmt::format(R"({0}(?:{1}){0}(?:(?:\(|\[| - | – | — |: )[\s\S]*)?)",
                                          kSigns, fmt::join(patterns, "|"))));
  if (!values.empty()) choices.push_back({{"enum", values}});
  return {{"anyOf", choices}};
}

Json person(const Vocabulary& vocabulary) {
  Json choices = Json::array();
  for (const Person& known : vocabulary.people) {
    choices.push_back(constant(known.handle, describe(known.handle, known.name, known.role)));
  }
  choices.push_back(text());
  return {{"anyOf", choices}};
}

Json reference(std::string_view definition) {
  return {{"$ref", fmt::format("#/definitions/{}", definition)}};
}

Json one_or_several(const Json& one) {
  return {{"anyOf", {one, {{"type", "array"}, {"items", one}}}}};
}

Json schema_of(FieldForm form, const Field& field);

Json group_of(const Field& field) {
  Json properties = Json::object();
  for (const FieldPart& part : field.parts) {
    properties[std::string(part.name)] = {{"description", part.meaning}};
    properties[std::string(part.name)].update(schema_of(part.form, field));
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json schema_of(FieldForm form, const Field& field) {
  Json choices = Json::array();
  switch (form) {
    case FieldForm::text:
      return text();
    case FieldForm::texts:
      return one_or_several(reference("text"));
    case FieldForm::person:
      return {{"anyOf", Json::array({reference("person")})}};
    case FieldForm::people:
      return one_or_several(reference("person"));
    case FieldForm::time:
      add_time(choices, false);
      break;
    case FieldForm::end:
      add_time(choices, false);
      add_flag(choices);
      break;
    case FieldForm::day:
      add_time(choices, true);
      break;
    case FieldForm::flag:
      add_flag(choices);
      break;
    case FieldForm::word:
      for (const std::string_view word : field.words) choices.push_back(constant(word, ""));
      choices.push_back(empty());
      break;
    case FieldForm::severity:
      return one_or_several(reference("severity"));
    case FieldForm::services:
      return one_or_several(reference("service"));
    case FieldForm::causes:
      return one_or_several(reference("cause"));
    case FieldForm::links:
      choices.push_back(
          {{"type", "object"}, {"additionalProperties", text_like(R"(https?://[\s\S]*)")}});
      choices.push_back(empty());
      break;
    case FieldForm::group:
      choices.push_back(group_of(field));
      choices.push_back(empty());
      break;
    case FieldForm::text_or_group:
      choices.push_back(group_of(field));
      choices.push_back(text());
      break;
  }
  return {{"anyOf", choices}};
}

// What stands for a field, itself first.
std::vector<std::string> keys_of(std::string_view field, const Config& config) {
  std::vector<std::string> keys = {std::string(field)};
  for (const std::string& key : known_field_keys(config.field_aliases)) {
    if (key != field && !is_ignored_field(key) && field_of(key, config.field_aliases) == field) {
      keys.push_back(key);
    }
  }
  return keys;
}

std::string pattern_of(const std::vector<std::string>& keys) {
  std::vector<std::string> patterns;
  for (const std::string& key : keys) {
    std::string pattern;
    for (const char c : key) pattern += escaped(c);
    patterns.push_back(std::move(pattern));
  }
  return fmt::format("^(?:{})$", fmt::join(patterns, "|"));
}

Json one_of_them(const std::vector<std::string>& keys) {
  if (keys.size() == 1) return {{"required", keys}};
  Json choices = Json::array();
  for (const std::string& key : keys) choices.push_back({{"required", {key}}});
  return {{"anyOf", choices}};
}

Json if_it_says(std::string_view key, std::string_view word, const Json& then) {
  return {{"if", {{"properties", {{key, {{"const", word}}}}}, {"required", {key}}}},
          {"then", then}};
}

Json conditions(const Config& config) {
  std::vector<std::string> starts = keys_of("started", config);
  const std::vector<std::string> dates = keys_of("date", config);
  starts.insert(starts.end(), dates.begin(), dates.end());

  std::vector<std::string> incident_only;
  for (const Field& field : front_matter_table()) {
    if (field.is_for_maintenance) continue;
    const std::vector<std::string> keys = keys_of(field.name, config);
    incident_only.insert(incident_only.end(), keys.begin(), keys.end());
  }
  return {one_of_them(keys_of("title", config)), one_of_them(starts),
          if_it_says("visibility", "public", {{"required", {"status"}}}),
          if_it_says("kind", "maintenance",
                     {{"patternProperties", {{pattern_of(incident_only), empty()}}}})};
}

}  // namespace

std::string front_matter_schema(const Config& config, const Vocabulary& vocabulary) {
  Json properties = Json::object();
  Json aliases = Json::object();
  for (const Field& field : front_matter_table()) {
    const std::string name(field.name);
    properties[name] = {{"description", field.meaning}};
    properties[name].update(schema_of(field.form, field));
    std::vector<std::string> keys = keys_of(name, config);
    keys.erase(keys.begin());
    if (!keys.empty()) aliases[pattern_of(keys)] = {{"$ref", "#/properties/" + name}};
  }
  properties["title"] = {{"description", field_called("title").meaning},
                         {"not", {{"type", {"array", "object", "null"}}}},
                         {"pattern", R"(\S)"}};
  std::vector<std::string> ignored(ignored_fields().begin(), ignored_fields().end());
  aliases[pattern_of(ignored)] = true;

  const Json schema = {
      {"$schema", "http://json-schema.org/draft-07/schema#"},
      {"$comment", "Made by 'debrief schema'; make it anew when the vocabulary has changed."},
      {"title", "Front matter of a post-mortem"},
      {"type", "object"},
      {"properties", properties},
      {"patternProperties", aliases},
      {"additionalProperties", false},
      {"allOf", conditions(config)},
      {"definitions",
       {{"text", text()},
        {"person", person(vocabulary)},
        {"severity", severity(config.severities)},
        {"service", services(vocabulary)},
        {"cause", causes(vocabulary)}}},
  };
  return schema.dump(2) + "\n";
}

}  // namespace debrief
