#include "generator/compare/comparison_json.h"

#include "generator/base/json_values.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(PageChange::Kind kind) {
  switch (kind) {
    case PageChange::Kind::added:
      return "added";
    case PageChange::Kind::removed:
      return "removed";
    case PageChange::Kind::changed:
      break;
  }
  return "changed";
}

Json json_of(const ComparedSide& side) {
  return {{"revision", text_or_null(side.revision)}, {"commit", text_or_null(side.commit)}};
}

Json json_of(const PageChange& page) {
  Json json;
  json["change"] = name_of(page.kind);
  json["page"] = page.page;
  json["address"] = text_or_null(page.address);
  json["old_address"] = text_or_null(page.old_address);
  json["date"] = text_or_null(page.date);
  json["title"] = page.title;
  json["lines"] = Json::array();
  for (const ChangedLine& line : page.lines) {
    json["lines"].push_back(
        {{"change", line.kind == ChangedLine::Kind::added ? "added" : "removed"},
         {"place", text_or_null(line.place)},
         {"text", line.text}});
  }
  return json;
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const ComparedSide& from,
                            const ComparedSide& to, const std::vector<std::string>& notes) {
  Json json;
  json["view"] = to_string(comparison.audience);
  json["from"] = json_of(from);
  json["to"] = json_of(to);
  json["notes"] = notes;
  json["pages"] = Json::array();
  for (const PageChange& page : comparison.pages) json["pages"].push_back(json_of(page));
  json["theme_changed"] = comparison.theme_changed;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
