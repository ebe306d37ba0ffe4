// Whether what is shown in place of a text says all that the text says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// The words and numbers of a text, without punctuation; letters of ASCII in lower case.
std::vector<std::string> words_of(std::string_view text);

// What is left of the words of `text` once each word of `shown` has been taken away once; absent
// words of `shown` are passed over.
std::vector<std::string> words_left(std::string_view text, std::string_view shown);

}  // namespace debrief
