// A comparison as JSON; the format is described in README.md of this folder and is kept stable.
#pragma once

#include <string>
#include <vector>

#include "generator/compare/compare_views.h"

namespace debrief {

std::string comparison_json(const Comparison& comparison, const ComparedSide& from,
                            const ComparedSide& to, const std::vector<std::string>& notes);

}  // namespace debrief
