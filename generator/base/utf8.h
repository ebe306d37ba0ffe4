// UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace debrief {

struct Utf8Character {
  char32_t code;       // U+FFFD for a byte that begins no valid character
  std::size_t length;  // in bytes, at least 1
  bool valid;
};

// The character that begins at `offset`, after RFC 3629: surrogates, overlong forms and
// what lies beyond U+10FFFF are not valid; then one byte is taken.
// Requires: offset < text.size().
Utf8Character decode_utf8(std::string_view text, std::size_t offset);

// Requires: `code` is a Unicode scalar value.
void append_utf8(std::string& out, char32_t code);

}  // namespace debrief
