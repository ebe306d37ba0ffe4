// Days as people write them in passing: "2026-02-15", "2/15", "2/15/2026", "2026/02/15",
// "15.02.2026", "March 28", "Fri, March 28th", "15 Feb 2026", "15-Feb-2026".
#pragma once

#include <optional>
#include <string_view>

#include "generator/base/timestamp.h"

namespace debrief {

// A day without a year is the first such day on or after the day of `not_before`; without one
// it is absent. "2/15" is month and day, as its writers mean it. Absent for anything else.
std::optional<Timestamp> parse_loose_day(std::string_view text,
                                         const std::optional<Timestamp>& not_before);

}  // namespace debrief
