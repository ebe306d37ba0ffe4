// What one page says, ready for its template.
#pragma once

#include "generator/site/page.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"

namespace debrief {

// Requires: `page` is one of plan_pages() of the same view. May be called from several threads.
PageData page_content(const Site& site, const Page& page);

}  // namespace debrief
