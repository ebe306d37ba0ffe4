// Facts of a post-mortem as links, for its own page.
#pragma once

#include <string>
#include <vector>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {name, href} each.
PageData named_link(std::string name, std::string href);
PageData::List service_links(const Site& site, const Links& links, const ViewIncident& incident);
// Of the author's own links; `href` is empty where a reader may not follow one.
PageData::List outer_links(const std::vector<ViewLink>& links);

}  // namespace debrief
