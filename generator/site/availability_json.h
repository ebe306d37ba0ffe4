// `availability.json`: the figures of the availability pages for other programs. The format is
// described in README.md of this folder and is kept stable.
#pragma once

#include <string>

#include "generator/site/site.h"

namespace debrief {

// Requires: there is a counted time.
std::string availability_json(const Site& site);

}  // namespace debrief
