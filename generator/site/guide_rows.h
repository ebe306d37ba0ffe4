// The guides of a site as rows: on the list of guides and on the home page.
#pragma once

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {title, href, summary} for each, in the order of the menu.
PageData::List guide_rows(const Site& site, const Links& links);

}  // namespace debrief
