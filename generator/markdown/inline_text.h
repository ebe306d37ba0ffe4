// Cutting inline nodes by the text they show.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// The part of `nodes` that shows the bytes [begin, end) of plain_text(nodes). Markup around the
// part is kept; nodes that show nothing are kept where they lie inside it.
std::vector<Node> cut_inline(const std::vector<Node>& nodes, std::size_t begin, std::size_t end);

}  // namespace debrief
