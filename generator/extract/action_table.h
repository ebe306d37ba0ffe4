// Action items in the rows of a table. A part of action_item.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/extract/action_item.h"
#include "generator/markdown/document.h"

namespace debrief {

// Appends the rows of the table to `out`. `type`: of those that say none. `internal`: a mark stands
// around it.
void read_action_table(const Node& table, const std::string& type, bool internal,
                       const std::optional<Timestamp>& not_before, std::vector<ActionItem>& out);

}  // namespace debrief
