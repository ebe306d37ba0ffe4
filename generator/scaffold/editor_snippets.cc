#include "generator/scaffold/editor_snippets.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/model/fields.h"
#include "generator/model/front_matter_schema.h"
#include "generator/model/yaml_text.h"

namespace debrief {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kNow =
    "$CURRENT_YEAR-$CURRENT_MONTH-${CURRENT_DATE}T$CURRENT_HOUR:$CURRENT_MINUTE:00"
    "$CURRENT_TIMEZONE_OFFSET";
constexpr std::string_view kToday = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";

// In a list of choices these would end one.
std::string as_choice(std::string_view text) {
  std::string choice;
  for (const char c : text) {
    if (c == ',' || c == '|' || c == '\\') choice += '\\';
    choice += c;
  }
  return choice;
}

// Places to fill in are numbered in the order in which the Tab key visits them.
class Places {
 public:
  std::string any() { return fmt::format("${}", ++last_); }
  std::string preset(std::string_view text) { return fmt::format("${{{}:{}}}", ++last_, text); }
  // Without anything to choose from, any text.
  std::string one_of(const std::vector<std::string>& texts) {
    if (texts.empty()) return any();
    std::string choices;
    for (const std::string& text : texts) choices += (choices.empty() ? "" : ",") + as_choice(text);
    return fmt::format("${{{}|{}|}}", ++last_, choices);
  }

 private:
  int last_ = 0;
};

struct Choices {
  std::vector<std::string> severities, services, causes, people;
};

Choices choices_of(const Config& config, const Vocabulary& vocabulary) {
  Choices choices;
  for (const SeverityLevel& level : config.severities) {
    choices.severities.push_back(yaml_text(level.id));
  }
  for (const Service& service : vocabulary.services) {
    choices.services.push_back(yaml_text(service.id));
  }
  for (const Cause& cause : vocabulary.causes) choices.causes.push_back(yaml_text(cause.id));
  for (const Person& person : vocabulary.people) choices.people.push_back(yaml_text(person.handle));
  return choices;
}

// What stands behind the key.
std::string value_of(FieldForm form, const Field& field, const Choices& choices, Places& places) {
  switch (form) {
    case FieldForm::text:
    case FieldForm::text_or_group:
    case FieldForm::group:
      return places.any();
    case FieldForm::texts:
      return fmt::format("[{}]", places.any());
    case FieldForm::links:
      return fmt::format("{{{}: \"https://$2\"}}", places.any());
    case FieldForm::person:
      return places.one_of(choices.people);
    case FieldForm::people:
      return fmt::format("[{}]", places.one_of(choices.people));
    case FieldForm::time:
    case FieldForm::end:
      return places.preset(field.name == "date" || field.name == "published" ? kToday : kNow);
    case FieldForm::day:
      return places.preset(kToday);
    case FieldForm::flag:
      return places.one_of({"no", "yes"});
    case FieldForm::word:
      return places.one_of({field.words.begin(), field.words.end()});
    case FieldForm::severity:
      return places.one_of(choices.severities);
    case FieldForm::services:
      return fmt::format("[{}]", places.one_of(choices.services));
    case FieldForm::causes:
      return fmt::format("[{}]", places.one_of(choices.causes));
  }
  return "";
}

Json body_of(const Field& field, const Choices& choices) {
  Places places;
  if (field.parts.empty()) {
    return {fmt::format("{}: {}", field.name, value_of(field.form, field, choices, places))};
  }
  Json lines = {fmt::format("{}:", field.name)};
  for (const FieldPart& part : field.parts) {
    lines.push_back(
        fmt::format("  {}: {}", part.name, value_of(part.form, field, choices, places)));
  }
  return lines;
}

Json snippet(std::string_view prefix, std::string_view description, Json body) {
  return {{"scope", "markdown"},
          {"prefix", prefix},
          {"description", description},
          {"body", std::move(body)}};
}

}  // namespace

std::string editor_snippets(const Config& config, const Vocabulary& vocabulary) {
  const Choices choices = choices_of(config, vocabulary);
  Json snippets = Json::object();
  for (const Field& field : front_matter_table()) {
    snippets["Post-mortem: " + std::string(field.name)] =
        snippet(field.name, field.meaning, body_of(field, choices));
  }
  const auto add_name = [&](std::string_view prefix, std::string_view description,
                            const std::vector<std::string>& names, std::string_view sign) {
    if (names.empty()) return;
    Places places;
    snippets[std::string(description)] =
        snippet(prefix, description, {fmt::format("{}{}", sign, places.one_of(names))});
  };
  add_name("service", "One more service", choices.services, "");
  add_name("cause", "One more root-cause category", choices.causes, "");
  add_name("person", "The handle of somebody", choices.people, "@");

  Places places;
  const std::string priority = places.one_of({"P1", "P2", "P3"});
  const std::string action = places.any();
  const std::string owner = places.one_of(choices.people);
  const std::string due = places.preset(kToday);
  const std::string type =
      places.one_of({"prevent", "detect", "mitigate", "process", "investigate"});
  snippets["Action item"] = snippet(
      "action", "An action item: what, who, until when",
      {fmt::format("- [ ] [{}] {} - @{} - Due {} - {}", priority, action, owner, due, type)});
  snippets["Internal text"] = snippet(
      "internal", "Text that the public does not read, or reads as something else",
      {"<!-- internal${1:: what the public reads} -->$TM_SELECTED_TEXT$2<!-- /internal -->"});
  return snippets.dump(2) + "\n";
}

std::vector<SourceFile> editor_files(const Config& config, const Vocabulary& vocabulary) {
  return {{".vscode/post-mortem.code-snippets", editor_snippets(config, vocabulary)},
          {".vscode/post-mortem.schema.json", front_matter_schema(config, vocabulary)}};
}

}  // namespace debrief
