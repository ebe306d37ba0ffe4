#include <algorithm>
#include <nlohmann/json.hpp>

#include "generator/base/json_values.h"
#include "generator/check/formats.h"
#include "generator/check/review_guide.h"

namespace debrief {

std::string findings_json(const FindingsToPrint& findings) {
  using Json = nlohmann::ordered_json;
  const auto number_or_null = [](int number) { return number == 0 ? Json() : Json(number); };
  const std::vector<std::string> prints = fingerprints(findings.items);
  Json list = Json::array();
  for (std::size_t i = 0; i < findings.items.size(); ++i) {
    const Diagnostic& item = findings.items[i];
    list.push_back({{"file", item.where.file},
                    {"line", number_or_null(item.where.line)},
                    {"column", number_or_null(item.where.column)},
                    {"level", to_string(item.level)},
                    {"rule", item.id},
                    {"message", item.message},
                    {"help", text_or_null(rule_address(findings.guide_address, item.id))},
                    {"fingerprint", prints[i]}});
  }
  Json json;
  for (const Level level : {Level::error, Level::warning, Level::info}) {
    const auto count =
        std::count_if(findings.items.begin(), findings.items.end(),
                      [level](const Diagnostic& item) { return item.level == level; });
    json["counts"][std::string(to_string(level))] = count;
  }
  json["findings"] = std::move(list);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
