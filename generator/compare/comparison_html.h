// A comparison as one HTML page, which whoever reviews a change opens from what a pipeline keeps.
#pragma once

#include <string>
#include <vector>

#include "generator/compare/compare_views.h"

namespace debrief {

// Needs no other file and no script, and forbids itself both: whatever the compared texts say, they
// are shown as text. Best made of a comparison that has the lines that stay, which are folded.
std::string comparison_html(const Comparison& comparison, const ComparedSide& from,
                            const ComparedSide& to, const std::vector<std::string>& notes);

}  // namespace debrief
