// How often incidents of a list happened, quarter by quarter.
#pragma once

#include <optional>

#include "generator/site/page_data.h"
#include "generator/site/site.h"

namespace debrief {

// A bar chart (bar_chart.h) of the three years up to today. Absent if there were too few in that
// time to show anything.
std::optional<PageData> trend(const Site& site, const IncidentList& incidents);

}  // namespace debrief
