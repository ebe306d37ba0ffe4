// What post-mortems would like to be done some day: good ideas that are no action items, to be read
// again every quarter.
#pragma once

#include <vector>

#include "generator/base/day.h"
#include "generator/insight/section_points.h"
#include "generator/view/view.h"

namespace debrief {

// The points of the incident's sections of future improvements, in order. Empty in the public view:
// what might be done some day is promised to nobody.
std::vector<SectionPoint> future_improvements(const View& view, const ViewIncident& incident);

// The last day of the quarter that `today` is in: until then the list should have been read.
Day review_due(Day today);

}  // namespace debrief
