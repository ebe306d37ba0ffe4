// How long it took to notice and to end incidents of a list, as a small table.
#pragma once

#include <optional>

#include "generator/site/page_data.h"
#include "generator/site/site.h"

namespace debrief {

// {rows: [{label ("Detected"), median, percentile_90 (durations, see times.h), count}], note:
// how many are left out, or empty}. Absent if fewer than two incidents say how long
// anything took.
std::optional<PageData> time_table(const Site& site, const IncidentList& incidents);

}  // namespace debrief
