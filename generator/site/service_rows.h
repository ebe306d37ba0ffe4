// The services of a site as rows: on the list of services and on the public home page.
#pragma once

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {name, href, description, team, tier, parent, count, latest, is_open, state} for each.
PageData::List service_rows(const Site& site, const Links& links);

}  // namespace debrief
