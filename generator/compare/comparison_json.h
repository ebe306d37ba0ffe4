// A comparison as JSON; the format is described in README.md of this folder and is kept stable.
#pragma once

#include <string>
#include <vector>

#include "generator/compare/compare_views.h"

namespace debrief {

// One of the two things that are compared.
struct ComparedSide {
  std::string revision;  // as asked for; empty for the files as they are now
  std::string commit;
};

std::string comparison_json(const Comparison& comparison, const ComparedSide& from,
                            const ComparedSide& to, const std::vector<std::string>& notes);

}  // namespace debrief
