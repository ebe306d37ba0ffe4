#include "generator/highlight/span_reader.h"

#include <algorithm>
#include <array>

namespace debrief {

std::size_t quoted_length(std::string_view text, char escape) {
  const char quote = text.front();
  std::size_t at = 1;
  while (at < text.size() && text[at] != '\n') {
    if (text[at] == quote) return at + 1;
    const bool takes_next = text[at] == escape && escape != '\0' && at + 1 < text.size();
    at += takes_next && text[at + 1] != '\n' ? 2 : 1;
  }
  return at;
}

bool looks_like_number(std::string_view word) {
  const std::size_t first = word.find_first_not_of("+-.");
  if (first == std::string_view::npos || first > 2 || !is_digit(word[first])) return false;
  return std::ranges::all_of(word, [](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '+' || c == '-' ||
           c == ':' || c == '%';
  });
}

bool is_constant(std::string_view word) {
  constexpr std::array<std::string_view, 18> kConstants = {
      "true", "false", "null",  "yes",  "no",   "on",    "off",  "~",   "inf",
      "nan",  "True",  "False", "Null", "TRUE", "FALSE", "NULL", "Yes", "No"};
  return std::ranges::find(kConstants, word) != kConstants.end();
}

}  // namespace debrief
