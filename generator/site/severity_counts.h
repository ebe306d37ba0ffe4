// How many incidents there are of each severity, worst first, and how many state none.
#pragma once

#include <vector>

#include "generator/site/count_table.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

std::vector<Count> severity_counts(const Site& site, const Links& links);

}  // namespace debrief
