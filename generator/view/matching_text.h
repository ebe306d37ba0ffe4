// Text as redaction compares it, with the way back to the bytes it was made of.
//
// A name is the same name to a reader whatever its case and accents, with a soft hyphen in it,
// or with a non-breaking space, a hyphen or an underscore where the dictionary has a space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

struct MatchingText {
  std::string text;
  // For each byte of `text`, where the characters it stands for begin and end in the original;
  // empty if the two are the same text.
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;

  std::size_t original_begin(std::size_t at) const { return begins.empty() ? at : begins[at]; }
  // Of the byte before `at`. Requires: at > 0.
  std::size_t original_end(std::size_t at) const { return ends.empty() ? at : ends[at - 1]; }
};

// Without characters that nobody sees; every kind of space is a space, every hyphen '-'. For
// patterns and host names, which care for case.
MatchingText readable_text(std::string_view text);

// Beside that: without case and accents, and with runs of spaces, hyphens and underscores as
// one space. For terms and names.
MatchingText folded_text(std::string_view text);

// Whether the word that begins or ends at `at` of a folded text ends there: the characters on
// the two sides are not both of one word. Scripts that write no spaces have a boundary anywhere.
bool is_word_boundary(std::string_view folded, std::size_t at);

// Whether the character at `at` is a capital letter.
bool is_capital(std::string_view text, std::size_t at);

}  // namespace debrief
