#include "generator/model/yaml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/text.h"

namespace debrief {
namespace {

// ASCII only: among the others are line ends (U+0085, U+2028) that YAML knows and nobody sees.
bool is_plain(std::string_view text) {
  constexpr std::array<std::string_view, 10> kWords = {"true", "false", "yes", "no", "on",
                                                       "off",  "null",  "y",   "n",  "nan"};
  if (text.empty() || !(is_letter(text.front()) || is_digit(text.front()))) return false;
  if (text.back() == ' ' || std::ranges::find(kWords, to_lower(text)) != kWords.end()) return false;
  const bool has_letter = std::ranges::any_of(text, is_letter);
  return std::ranges::all_of(text, [has_letter](char c) {
    // "12:30" is a number in base 60 for old parsers, "2026-02-15" a date for new ones.
    return is_letter(c) || is_digit(c) || c == ' ' || c == '_' || c == '/' || c == '\'' ||
           (has_letter && (c == '-' || c == '.' || c == '(' || c == ')' || c == '+'));
  });
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\t':
        quoted += "\\t";
        break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          quoted += fmt::format("\\x{:02X}", byte);
        } else {
          quoted += c;
        }
    }
  }
  // Invisible line ends, by their escapes.
  for (const auto& [raw, escape] :
       {std::pair("\xC2\x85", "\\u0085"), std::pair("\xE2\x80\xA8", "\\L"),
        std::pair("\xE2\x80\xA9", "\\P")}) {
    for (std::size_t at = quoted.find(raw); at != std::string::npos; at = quoted.find(raw, at)) {
      quoted.replace(at, std::string_view(raw).size(), escape);
    }
  }
  return quoted + '"';
}

}  // namespace debrief
