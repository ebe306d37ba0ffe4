// What was learned from an incident, for those who will not read all of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// The first points of its lessons learned, at most `most`, in plain text, long ones cut. Where
// there are none: of what went well, what could be improved and where we got lucky one point each
// in turn. Empty if the text says nothing of all this.
std::vector<std::string> key_learnings(const ViewIncident& incident, std::size_t most);

}  // namespace debrief
