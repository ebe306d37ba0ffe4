// Which words of a line are others now, and which old line a new one takes the place of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

struct TextPiece {
  bool is_changed;
  std::string text;
};

// Two versions of a line, each in pieces that together are all of it.
struct WordChanges {
  std::vector<TextPiece> before, after;
};

// Absent if the two have so little in common that one is no version of the other, or are so long
// that nobody would look for words in them.
std::optional<WordChanges> diff_words(std::string_view before, std::string_view after);

// A line that goes, one that comes, or both: then the second takes the place of the first.
struct LinePair {
  std::optional<std::size_t> before, after;
  WordChanges words;  // of a pair
};

// All lines of both, in their order, those that go before those that come in their place.
std::vector<LinePair> pair_lines(const std::vector<std::string>& before,
                                 const std::vector<std::string>& after);

}  // namespace debrief
