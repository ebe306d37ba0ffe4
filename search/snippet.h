// The excerpt of a page that shows best why it was found.
#pragma once

#include <string>
#include <vector>

#include "search/highlights.h"
#include "search/query.h"
#include "search/stems.h"

namespace debrief::search {

// From one of `texts`, about two lines, cut between words; with an ellipsis where text is
// left out. Without a match it is how the first text begins.
//
// Requires: each text is valid UTF-8 on one line, as a Record holds it.
std::vector<Span> make_snippet(const std::vector<std::string>& texts, const Highlights& highlights,
                               Stems& stems);

}  // namespace debrief::search
