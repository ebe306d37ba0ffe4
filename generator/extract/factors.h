// What made an incident possible, worse or longer.
#pragma once

#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

struct Factor {
  std::vector<Node> text;  // inline
  int line = 0;            // 1-based, in the file
  bool internal = false;   // inside a redaction mark
};

// The list items and table rows of the sections of the kind "contributing-factors", or the
// paragraphs of one that has neither. What is nested in an item belongs to it, unless the item only
// names a group ("**Technical:**"). Placeholders ("[Factor 1]", "None") give nothing.
std::vector<Factor> contributing_factors(const Outline& body);

}  // namespace debrief
