// The lines of a post-mortem in which people write one thing each: list items, and the lines of
// paragraphs that were meant as a list ("• …", "☐ …", "14:32 - …").
#pragma once

#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

struct TextLine {
  std::vector<Node> text;        // inline, without bullet and box; an item's first paragraph
  bool is_item = false;          // of a list, or with a bullet, number or box written as text
  Task task = Task::none;        // "[x]", "☑", "✅" at its beginning
  int line = 0;                  // 1-based, in the file
  bool internal = false;         // inside a redaction mark
  std::vector<Node> below;       // blocks of the item after its first paragraph
  std::vector<TextLine> nested;  // the lines of `below`
};

// The lines of `blocks` in order: list items whole, with what is nested in them; paragraphs cut at
// their line ends. Tables, code and quotes give none. `internal`: a mark stands around the blocks.
std::vector<TextLine> text_lines(const std::vector<Node>& blocks, bool internal = false);

}  // namespace debrief
