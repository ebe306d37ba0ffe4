// What a word that is still being typed may become.
#pragma once

#include <string>
#include <vector>

#include "search/query_plan.h"
#include "search/query_syntax.h"

namespace debrief::search {

// The most frequent words of the index that begin so; few, and found by reading little. None
// for a word of one or two letters: it could become anything.
std::vector<std::string> find_longer_words(const Clause::QueryWord& word,
                                           const PlanContext& context);

// The terms of what a word or name may become: all of PM-2026-01 counts, not its last word.
std::vector<std::string> find_longer_terms(const Clause& clause, const PlanContext& context);

}  // namespace debrief::search
