// The site's own colours, as a style sheet that is read after the theme's: styles within pages are
// forbidden by their Content-Security-Policy.
#pragma once

#include <optional>

#include "generator/site/site_file.h"
#include "generator/view/view.h"

namespace debrief {

// Under a name made of its content; absent if the site names no colours.
std::optional<SiteFile> color_sheet(const ViewLook& look);

}  // namespace debrief
