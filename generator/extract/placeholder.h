// What a template holds where an author is to write: "[Factor 1]", "...", "TBD".
#pragma once

#include <string_view>

namespace debrief {

// Nothing, or words that stand for nothing: dots, a dash, "none", "n/a", "TBD", "TODO", and text
// that is one pair of square brackets.
bool is_placeholder(std::string_view text);

}  // namespace debrief
