#include "generator/detect/randomness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "generator/base/text.h"

namespace debrief {
namespace {

struct Characters {
  std::size_t digits = 0;
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t others = 0;
  bool is_hex = true;
};

Characters characters_of(std::string_view text) {
  Characters all;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++all.digits;
    } else if (c >= 'a' && c <= 'z') {
      ++all.lower;
      all.is_hex = all.is_hex && c <= 'f';
    } else if (c >= 'A' && c <= 'Z') {
      ++all.upper;
      all.is_hex = all.is_hex && c <= 'F';
    } else {
      ++all.others;  // separators, which are part of UUIDs
    }
  }
  return all;
}

double alphabet_size(const Characters& characters) {
  if (characters.is_hex) return characters.lower + characters.upper == 0 ? 10 : 16;
  // Not more than 36: tokens of all letters hold long stretches of hexadecimal digits.
  return characters.digits != 0 ? 36 : 26;
}

// "12345678", "aaaabbbb": most characters are the neighbours of those before them.
bool is_sequence(std::string_view text) {
  std::size_t steps = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const int difference = text[i] - text[i - 1];
    if (difference >= -1 && difference <= 1) ++steps;
  }
  return steps * 5 >= (text.size() - 1) * 3;
}

// Letters of one case, parted by something. All capitals in one piece are not: keys of AWS may be.
bool is_words(const Characters& characters) {
  if (characters.digits != 0 || (characters.lower != 0 && characters.upper != 0)) return false;
  return characters.lower != 0 || characters.others != 0;
}

}  // namespace

double entropy(std::string_view text) {
  if (text.empty()) return 0;
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

bool looks_random(std::string_view value) {
  if (value.size() < 2) return false;
  const Characters characters = characters_of(value);
  // So many characters cannot have more entropy than that, and random ones hardly ever have less
  // than two thirds of it.
  const double most =
      std::log2(std::min(static_cast<double>(value.size()), alphabet_size(characters)));
  return entropy(value) >= 0.65 * most && !is_words(characters) && !is_sequence(value) &&
         !is_example_secret(value);
}

bool is_example_secret(std::string_view value) {
  // Five letters and more: a random value holds one of them once in a million.
  static constexpr std::string_view kWords[] = {
      "example", "redacted", "placeholder", "changeme",  "change-me", "change_me", "sample",
      "dummy",   "your-",    "your_",       "yourtoken", "yourkey",   "insert",    "replace",
      "removed", "masked",   "hidden",      "token",     "secret",    "passw",     "apikey",
      "api_key", "api-key",  "xxxxxx",      "abcdefgh",  "12345678",
  };
  const std::string text = to_lower(value);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

}  // namespace debrief
