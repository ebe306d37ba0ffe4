// Past incidents that read like a new one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/view/view.h"
#include "search/query.h"

namespace debrief {

// The incidents of the view whose titles, summaries, services and tags have most in common with
// the words, the most similar first; at most `limit`, none of which has nothing in common.
std::vector<search::Result> similar_incidents(const View& view, const std::string& words,
                                              std::size_t limit);

}  // namespace debrief
