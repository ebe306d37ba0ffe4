// A table of a timeline: each row an entry, whatever its columns are called. A part of
// undated_entry.h.
#pragma once

#include <vector>

#include "generator/extract/undated_entry.h"

namespace debrief {

// `internal`: a mark stands around the table.
std::vector<UndatedEntry> timeline_rows(const Node& table, const TimelineScope& scope,
                                        bool internal);

}  // namespace debrief
