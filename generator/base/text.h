// Small questions about text. All text in Debrief is UTF-8; case is folded for ASCII only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

bool is_digit(char c);   // of ASCII
bool is_letter(char c);  // of ASCII
// The number that the text is, digits and perhaps a minus sign; absent if it is anything else, or
// too large.
std::optional<int> whole_number(std::string_view text);

std::string_view trim(std::string_view text);  // ASCII white space at both ends
std::string to_lower(std::string_view text);   // ASCII letters
bool equal_ignoring_case(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator);
// Runs of white space become one space, and none is left at the ends.
std::string collapse_spaces(std::string_view text);

// The offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no
// overlong forms), or absent.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
std::size_t count_characters(std::string_view utf8);
// At most `characters` long, "…" included, which stands for what was cut off. Cut between
// words, unless that leaves less than half.
std::string shorten(std::string_view utf8, std::size_t characters);

}  // namespace debrief
