// Which of an incident's causes say most.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// The causes to name, in View::causes: a category says nothing more where one of its sub-causes is
// named too.
std::vector<std::size_t> closest_causes(const View& view, const ViewIncident& incident);

}  // namespace debrief
