// Telling what a machine drew at random from what a person typed.
#pragma once

#include <string_view>

namespace debrief {

// Shannon entropy of the bytes, in bits a byte: 0 for "aaaa", 4 for sixteen different ones.
double entropy(std::string_view text);

// Whether it looks drawn at random: it has most of the entropy that so many characters of its
// alphabet can have, does not count up or repeat ("1234567890abcdef"), is not all words
// ("your-key-here"), and is no placeholder. For values of 16 characters and more; about one random
// value in 100,000 is taken for something else.
bool looks_random(std::string_view value);

// Whether it says itself that it stands for a value: "EXAMPLE", "redacted", "xxxxxx", "your_".
bool is_example_secret(std::string_view value);

}  // namespace debrief
