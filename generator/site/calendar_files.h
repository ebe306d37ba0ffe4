// Calendars of the days on which action items are due. Internal only.
#pragma once

#include <vector>

#include "generator/site/site.h"
#include "generator/site/site_file.h"

namespace debrief {

// One for everybody and one for each owner (insight/action_export.h); none in the public view,
// nor where there are no action items.
std::vector<SiteFile> calendar_files(const Site& site);

}  // namespace debrief
