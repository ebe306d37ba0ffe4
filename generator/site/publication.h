// What of an internal page is public, and how far a post-mortem is on its way there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {note, href (of the page that shows both texts side by side; empty if nothing is, or is to be,
// public), desk_href}. Absent on the public site. `path` is that of the page itself.
std::optional<PageData> publication(const Site& site, const Links& links,
                                    const ViewIncident& incident, std::string_view path);

// What keeps it from the public site, each as words that can stand in a list: "nobody has approved
// it". Of an embargo the first day: "not before 1 March 2026". None if it is public, or is not to
// be.
std::vector<std::string> missing_texts(const Site& site, const ViewPublication& publication);

// "Not public yet: it is in review; not before 1 March 2026."; empty if nothing keeps it back.
std::string not_yet_text(const Site& site, const ViewPublication& publication);

// Of its page on the public site; empty while it has none, or if nobody knows where that site is.
std::string public_address(const Site& site, const ViewIncident& incident, bool is_maintenance);

}  // namespace debrief
