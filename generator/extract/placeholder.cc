#include "generator/extract/placeholder.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/base/text.h"

namespace debrief {

bool is_placeholder(std::string_view text) {
  constexpr std::array<std::string_view, 16> kWords = {
      "",    "-",   "–",    "—",    "..",  "...", "…",       "?",
      "tbd", "tba", "todo", "none", "n/a", "na",  "nothing", "not applicable"};
  std::string words = to_lower(trim(text));
  if (words.starts_with('[') && words.find(']') == words.size() - 1) return true;
  if (words.size() > 3 && words.ends_with('.') && !words.ends_with("..")) words.pop_back();
  return std::ranges::find(kWords, words) != kWords.end();
}

}  // namespace debrief
