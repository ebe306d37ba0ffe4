// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format

#include <nlohmann/json.hpp>

#include "generator/check/formats.h"
#include "generator/check/review_guide.h"

namespace debrief {
namespace {

std::string_view severity_of(Level level) {
  switch (level) {
    case Level::error:
      return "major";
    case Level::warning:
      return "minor";
    case Level::info:
      break;
  }
  return "info";
}

}  // namespace

std::string findings_gitlab(const FindingsToPrint& findings) {
  using Json = nlohmann::ordered_json;
  const std::vector<std::string> prints = fingerprints(findings.items);
  Json list = Json::array();
  for (std::size_t i = 0; i < findings.items.size(); ++i) {
    const Diagnostic& item = findings.items[i];
    Json location;
    location["path"] = findings.prefix + item.where.file;
    location["lines"]["begin"] = item.where.line > 0 ? item.where.line : 1;
    // The one text that GitLab shows.
    const std::string help = rule_address(findings.guide_address, item.id);
    list.push_back({{"description", help.empty() ? item.message : item.message + " – " + help},
                    {"check_name", item.id},
                    {"fingerprint", prints[i]},
                    {"severity", severity_of(item.level)},
                    {"location", std::move(location)}});
  }
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
