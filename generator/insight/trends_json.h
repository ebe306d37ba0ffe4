// The trends for other programs. The format is described in README.md of this folder and is kept
// stable.
#pragma once

#include <string>

#include "generator/insight/trends.h"
#include "generator/view/view.h"

namespace debrief {

// How an incident is called where figures are traced to it: its id, or, for the public, the last
// part of its address.
const std::string& traced_name(const View& view, IncidentIndex incident);

std::string trends_json(const View& view, const Trends& trends);

}  // namespace debrief
