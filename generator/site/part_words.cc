#include "generator/site/part_words.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "generator/base/text.h"

namespace debrief {
namespace {

// Bytes of a separator that is not of ASCII: spaces and signs of U+00A0 to U+00BF, dashes, quotes,
// bullets (U+2000 to U+206F), arrows (U+2190 to U+21FF); 0 if there is none.
std::size_t separator(std::string_view text) {
  if (text.size() >= 2 && text[0] == '\xc2') return 2;
  if (text.size() >= 3 && text[0] == '\xe2') {
    const bool is_sign = text[1] == '\x80' || text[1] == '\x81';
    const bool is_arrow = text[1] == '\x86' || text[1] == '\x87';
    if (is_sign || is_arrow) return 3;
  }
  return 0;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(to_lower(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const bool is_ascii = static_cast<unsigned char>(text[i]) < 0x80;
    const std::size_t skipped = is_ascii ? 0 : separator(text.substr(i));
    if (skipped > 0 || (is_ascii && !is_digit(text[i]) && !is_letter(text[i]))) {
      end();
      i += std::max<std::size_t>(skipped, 1);
    } else {
      word += text[i++];
    }
  }
  end();
  return words;
}

std::vector<std::string> words_left(std::string_view text, std::string_view shown) {
  std::vector<std::string> words = words_of(text);
  std::vector<std::string> taken = words_of(shown);
  std::ranges::sort(words);
  std::ranges::sort(taken);
  std::vector<std::string> left;
  std::ranges::set_difference(words, taken, std::back_inserter(left));
  return left;
}

}  // namespace debrief
