// Feeds as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include <string>

#include "generator/site/feed.h"
#include "generator/site/site.h"

namespace debrief {

// Says the same as the Atom feed beside it. Where that has to name a moment this one need
// not: of a time without a clock it says nothing.
std::string json_feed(const Site& site, const Feed& feed);

}  // namespace debrief
