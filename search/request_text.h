// A request as text, for the browser's worker: a line a value, "service checkout\n", in any
// order; the names are those of the search page's address (README.md).
#pragma once

#include <string_view>

#include "search/query.h"

namespace debrief::search {

// Lines that are not understood are passed over.
Request parse_request(std::string_view text);

}  // namespace debrief::search
