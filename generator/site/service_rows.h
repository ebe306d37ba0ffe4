// The services of a site as rows of lists and tables.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/site/count_table.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {name, href, description, team, tier, parent, count, latest, is_open, state} for each.
PageData::List service_rows(const Site& site, const Links& links);

// How many of the incidents hit each service, the most first: at most `most`, and none that was
// not hit.
std::vector<Count> service_counts(const Site& site, const Links& links,
                                  const IncidentList& incidents, std::size_t most);

}  // namespace debrief
