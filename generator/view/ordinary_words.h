// Names of people that are also words.
#pragma once

#include <string_view>

namespace debrief {

// Whether `word`, in lower case, is a word of everyday English that people are called as well:
// written small, it is read as the word. Every other name is a name however it is written.
bool is_ordinary_word(std::string_view word);

}  // namespace debrief
