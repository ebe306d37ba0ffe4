// A document cut at its headings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// Headings inside quotes and lists stay where they are. A level that is skipped makes no
// section of its own. `name_of` gives the canonical name of a heading's plain text, or "".
Outline make_outline(std::vector<Node> blocks,
                     const std::function<std::string(const std::string&)>& name_of);

}  // namespace debrief
