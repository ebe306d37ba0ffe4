// Results as JSON (RFC 8259), for the browser's worker. The names are those of query.h;
// README.md describes the format.
#pragma once

#include <string>

#include "search/query.h"

namespace debrief::search {

std::string to_json(const Results& results);

}  // namespace debrief::search
