// Feeds as Atom (RFC 4287).
#pragma once

#include <string>

#include "generator/site/feed.h"
#include "generator/site/site.h"

namespace debrief {

// Entries are told apart by the address of their page, and the feed by that of the page it stands
// beside. The format wants a moment where only a day is known, which is then its midnight, and one
// even for a feed of nothing, which is the beginning of 1970.
std::string atom_feed(const Site& site, const Feed& feed);

}  // namespace debrief
