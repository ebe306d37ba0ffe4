// Words that questions are made of and that no page is about: "why did the".
//
// They are indexed, for phrases need them; a query drops them where it has other words.
#pragma once

#include <string_view>

namespace debrief::search {

// Requires: `word` is in lower case. No language but those listed in the source has any.
bool is_stopword(std::string_view language, std::string_view word);

}  // namespace debrief::search
