// The day by which an incident counts, in months, quarters and years.
#pragma once

#include <optional>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

// Of its start in UTC, as everything compared is; of a month its first. Absent without a start, and
// if only the year is known.
std::optional<Day> counted_day(const ViewIncident& incident);

}  // namespace debrief
