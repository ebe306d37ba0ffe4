// "Did you mean": the query again, with words that no page has put right.
#pragma once

#include <string>
#include <string_view>

#include "search/query_plan.h"
#include "search/query_syntax.h"

namespace debrief::search {

// Empty if there is nothing to correct. Suggests only words of this index, and leaves the
// syntax of the query as it is. Requires: `root` was parsed from `query`.
std::string suggest_query(std::string_view query, const Clause& root, const PlanContext& context);

}  // namespace debrief::search
