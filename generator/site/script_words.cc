#include "generator/site/script_words.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/hash.h"
#include "generator/base/text.h"
#include "generator/site/browse.h"

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

// Of the interface's texts those whose names begin so, without that.
Json texts_of(const Texts& texts, std::string_view prefix) {
  Json found = Json::object();
  for (const auto& [name, text] : texts.table()) {
    if (name.starts_with(prefix)) found[name.substr(prefix.size())] = text;
  }
  return found;
}

Json severities(const View& view) {
  Json levels = Json::object();
  for (std::size_t i = 0; i < view.severities().size(); ++i) {
    levels[view.severities()[i].label] = i + 1;
  }
  return levels;
}

Json statuses(const View& view, const Texts& texts) {
  Json labels = Json::object();
  labels["open"] = texts.label("open");
  if (view.is_internal()) {
    labels["in-review"] = texts.label("workflow_in-review");
    labels["draft"] = texts.label("workflow_draft");
  }
  return labels;
}

Json browse(const View& view, const SiteIndex& index, const Texts& texts) {
  Json pages = Json::array();
  for (const auto& [label, path] : browse_pages(view, index)) {
    pages.push_back({{"label", texts.label(label)}, {"path", path}});
  }
  return pages;
}

// Two characters that JSON may hold as they are would once have ended a line of a script.
std::string without_line_ends(std::string json) {
  for (const auto& [character, escape] :
       {std::pair<std::string_view, std::string_view>("\u2028", "\\u2028"),
        {"\u2029", "\\u2029"}}) {
    for (std::size_t at = json.find(character); at != std::string::npos;
         at = json.find(character, at)) {
      json.replace(at, character.size(), escape);
    }
  }
  return json;
}

}  // namespace

SiteFile script_words(const View& view, const SiteIndex& index, const Texts& texts) {
  Json words;
  words["texts"] = texts_of(texts, "script_");
  words["locale"] = texts.label("search_locale");
  words["units"] = split(texts.label("search_units"), ' ');
  words["time_zone"] = view.site().time_zone.name();
  words["severities"] = severities(view);
  words["statuses"] = statuses(view, texts);
  words["browse"] = browse(view, index, texts);
  std::string bytes =
      fmt::format("'use strict';\nconst debriefWords = {};\n", without_line_ends(words.dump(1)));
  std::string path = fmt::format("assets/words.{}.js", content_hash(bytes));
  return {std::move(path), std::move(bytes)};
}

}  // namespace debrief
