// The remarks in the line of an action item, and what is left of it without them. A part of
// action_item.h.
#pragma once

#include <optional>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/extract/action_item.h"
#include "generator/markdown/document.h"

namespace debrief {

// Takes the remarks off both ends of the line, into the item's fields; what is between them becomes
// its text. Whether there were any. A text that is struck through as a whole drops the item.
bool read_remarks(const std::vector<Node>& line, ActionItem& item,
                  const std::optional<Timestamp>& not_before);

// The first link in the nodes, or null.
const Node* find_link(const std::vector<Node>& nodes);

}  // namespace debrief
