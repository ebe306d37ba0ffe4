// The files of a site beside its pages, the theme's assets and the images of the view.
#pragma once

#include <vector>

#include "generator/site/page.h"
#include "generator/site/site.h"
#include "generator/site/site_file.h"

namespace debrief {

// The feeds of the site, of its services and of its causes, the status API, opensearch.xml,
// sitemap.xml, robots.txt, _headers, the words of the scripts, and the site's own colours.
std::vector<SiteFile> site_files(const Site& site, const std::vector<Page>& pages);

}  // namespace debrief
