// Which of an incident's causes say most, and which it counts for.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// The causes to name, in View::causes: a category says nothing more where one of its sub-causes is
// named too.
std::vector<std::size_t> closest_causes(const View& view, const ViewIncident& incident);

// All that it counts for: its causes, and the categories of sub-causes.
std::set<std::size_t> counted_causes(const View& view, const ViewIncident& incident);

}  // namespace debrief
