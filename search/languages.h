// What the search knows of a language.
#pragma once

#include <string_view>

namespace debrief::search {

enum class LanguageSupport {
  stems,  // the forms of a word count as one
  pairs,  // written without spaces, and searched by pairs of characters
  words,  // only the word itself is found
};

// `language` is a code, such as "de" or "pt-BR".
LanguageSupport language_support(std::string_view language);

}  // namespace debrief::search
