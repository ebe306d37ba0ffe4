// A text as a YAML scalar.
#pragma once

#include <string>
#include <string_view>

namespace debrief {

// Reads back as the same text, on one line, in block and in flow style: plain where nothing in it
// could be taken for something else, in double quotes otherwise. Requires: valid UTF-8.
std::string yaml_text(std::string_view text);

}  // namespace debrief
