// Action items as a person would write them.
#pragma once

#include <string>

#include "generator/extract/action_item.h"

namespace debrief {

// One line of a task list, without a line end:
//
//   - [x] [P1] Add a limit - @alice - Due 2026-02-15 - Ticket: OPS-17 - Done 2026-02-20
//
// read_action_items() of it gives the same item, but for its line, footnotes in its text, dashes
// between spaces in its fields, and `internal`: what is internal is printed in redaction marks, and
// is then so for the nodes of the text.
std::string to_markdown(const ActionItem& item);

}  // namespace debrief
