// Words that hold sentences together and say little about what a text is about: "per", "went",
// "without", "Monday". For comparing texts; a query may well ask for them (see stopwords.h).
#pragma once

#include <string_view>

namespace debrief::search {

// Requires: `word` is in lower case. Of languages other than those listed in the source none does.
bool says_little(std::string_view language, std::string_view word);

}  // namespace debrief::search
