// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf

#include <nlohmann/json.hpp>

#include "generator/base/text.h"
#include "generator/check/formats.h"
#include "generator/check/review_guide.h"

namespace debrief {
namespace {

std::string_view severity_of(Level level) {
  switch (level) {
    case Level::error:
      return "ERROR";
    case Level::warning:
      return "WARNING";
    case Level::info:
      break;
  }
  return "INFO";
}

// The format counts bytes, and so from 1.
std::size_t byte_column(const SourceLocation& where) {
  const std::string_view line = where.line_text;
  std::size_t at = 0;
  for (int passed = 1; passed < where.column && at < line.size(); ++passed) {
    ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at + 1;
}

}  // namespace

std::string findings_rdjson(const FindingsToPrint& findings) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const Diagnostic& item : findings.items) {
    Json location;
    location["path"] = findings.prefix + item.where.file;
    if (item.where.line > 0) {
      Json& start = location["range"]["start"];
      start["line"] = item.where.line;
      if (item.where.column > 0 && !item.where.line_text.empty())
        start["column"] = byte_column(item.where);
    }
    Json code;
    code["value"] = item.id;
    if (const std::string help = rule_address(findings.guide_address, item.id); !help.empty())
      code["url"] = help;
    list.push_back({{"message", item.message},
                    {"location", std::move(location)},
                    {"severity", severity_of(item.level)},
                    {"code", std::move(code)}});
  }
  Json json;
  json["source"]["name"] = "debrief";
  json["diagnostics"] = std::move(list);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
