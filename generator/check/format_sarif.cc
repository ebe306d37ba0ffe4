// https://docs.oasis-open.org/sarif/sarif/v2.1.0/

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "generator/base/escape.h"
#include "generator/check/formats.h"
#include "generator/check/review_guide.h"
#include "generator/check/rule.h"

namespace debrief {
namespace {

using Json = nlohmann::ordered_json;

std::string_view sarif_level(const std::optional<Level>& level) {
  if (!level) return "none";
  return *level == Level::info ? "note" : to_string(*level);
}

Json json_of(const Rule& rule, const std::string& guide_address) {
  Json json;
  json["id"] = rule.id;
  json["shortDescription"]["text"] = "Finds " + rule.finds + ".";
  json["fullDescription"]["text"] = rule.why;
  const std::string page = rule_page(rule, 1);
  if (const std::string help = rule_address(guide_address, rule.id); !help.empty())
    json["helpUri"] = help;
  json["help"] = {{"text", page}, {"markdown", page}};
  json["defaultConfiguration"] = {{"enabled", rule.level.has_value()},
                                  {"level", sarif_level(rule.level)}};
  json["properties"]["tags"] = Json::array({rule.group});
  return json;
}

// GitHub wants these texts of every rule.
Json json_of_reader_rule(const std::string& id) {
  Json json;
  json["id"] = id;
  json["shortDescription"]["text"] = "Reported by the reader of the content.";
  json["fullDescription"]["text"] = "The content cannot be read, or not shown, as it is written.";
  json["help"]["text"] = "The message says what is wrong and what to do about it.";
  return json;
}

}  // namespace

std::string findings_sarif(const FindingsToPrint& findings, const std::string& version) {
  Json rules = Json::array();
  std::vector<std::string> ids;
  for (const Rule& rule : check_rules()) {
    rules.push_back(json_of(rule, findings.guide_address));
    ids.push_back(rule.id);
  }
  const std::vector<std::string> prints = fingerprints(findings.items);
  Json results = Json::array();
  for (std::size_t i = 0; i < findings.items.size(); ++i) {
    const Diagnostic& item = findings.items[i];
    auto place = std::ranges::find(ids, item.id);
    if (place == ids.end()) {
      // What the reader of the content reports has no page.
      rules.push_back(json_of_reader_rule(item.id));
      ids.push_back(item.id);
      place = ids.end() - 1;
    }
    Json physical;
    physical["artifactLocation"] = {{"uri", encode_path(findings.prefix + item.where.file)},
                                    {"uriBaseId", "%SRCROOT%"}};
    // Of a file as a whole it could be left out, but GitHub and others want a line of each.
    physical["region"]["startLine"] = std::max(item.where.line, 1);
    if (item.where.line > 0 && item.where.column > 0)
      physical["region"]["startColumn"] = item.where.column;
    Json location;
    location["physicalLocation"] = std::move(physical);
    Json result;
    result["ruleId"] = item.id;
    result["ruleIndex"] = place - ids.begin();
    result["level"] = sarif_level(item.level);
    result["message"]["text"] = item.message;
    result["locations"] = Json::array({std::move(location)});
    result["partialFingerprints"]["debrief/v1"] = prints[i];
    results.push_back(std::move(result));
  }
  Json run;
  run["tool"]["driver"] = {{"name", "debrief"}, {"version", version}, {"rules", std::move(rules)}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  Json sarif;
  sarif["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  sarif["version"] = "2.1.0";
  sarif["runs"] = Json::array({std::move(run)});
  return sarif.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
