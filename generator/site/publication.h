// What of an internal page is public.
#pragma once

#include <optional>
#include <string_view>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {note, href (of the page that shows both texts side by side; empty if nothing is, or is to be,
// public)}. Absent on the public site. `path` is that of the page itself.
std::optional<PageData> publication(const Site& site, const Links& links,
                                    const ViewIncident& incident, std::string_view path);

}  // namespace debrief
