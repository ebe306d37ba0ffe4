// Atom feeds (RFC 4287): the newest incidents of the site, and of one service.
#pragma once

#include <cstddef>
#include <string>

#include "generator/site/site.h"

namespace debrief {

// Entries are told apart by the address of their page, and updated when the incident last
// was: by its own times, never by the clock of the build. An incident without any time is in
// no feed, as the format wants one.
std::string site_feed(const Site& site);

// `service` is a place in View::services.
std::string service_feed(const Site& site, std::size_t service);

}  // namespace debrief
