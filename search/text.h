// Text on its way into the index: valid UTF-8, on one line, without control characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace debrief::search {

// The code point at `at`, which moves past it. A byte that is not UTF-8 is U+FFFD.
// Requires: at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& text, char32_t code_point);

// Runs of white space and control characters become one space, none at either end;
// bytes that are not UTF-8 become U+FFFD.
std::string clean(std::string_view text);

// Cleaned and in lower case: what two spellings of one name have in common.
std::string fold(std::string_view text);

// At most `bytes` bytes from the start of valid UTF-8, never half a character.
std::string_view truncate(std::string_view text, std::size_t bytes);

}  // namespace debrief::search
