// A document tree as lines of text for people: like Markdown, each sentence on a line of its own,
// so that a change of one word shows one sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// One line: control characters, and characters that hide or reorder others, are written as
// "\u{202e}", since they could make a terminal show something else than there is.
std::string visible_text(std::string_view text);

// Inline nodes; a hard line break begins a new line.
std::vector<std::string> inline_lines(const std::vector<Node>& nodes);

// Blocks with an empty line between them. All that a reader could be shown of a node is in it, the
// targets of links and pictures too; of redaction marks, what is left of them in the tree.
std::vector<std::string> block_lines(const std::vector<Node>& nodes);

}  // namespace debrief
