// Incidents in lists: the rows, the pages of a long one, and the way between them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/page.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {label, name, level, href}; absent if the incident states no severity.
std::optional<PageData> severity_data(const Site& site, const Links& links,
                                      const ViewIncident& incident);

// Sets what rows and the incident's own page show alike: `severity`, `state`, `is_open`,
// `is_resolved`, `workflow`, `is_public`, `times_in_doubt` and `duration`.
void set_incident_state(PageData& data, const Site& site, const Links& links,
                        const ViewIncident& incident);

// Sets `title`, `href` and `started` (time of a day, or nothing).
void set_incident_link(PageData& data, const Site& site, const Links& links,
                       const ViewIncident& incident);

// One row per incident, at most `most`.
PageData::List incident_rows(const Site& site, const Links& links, const IncidentList& incidents,
                             std::size_t most);

// A list, where it is, and what the search page is asked for to find the same.
struct ListPlace {
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;  // of its address; empty: it cannot
};

// {count, rows, has_rows, paging, has_tools, search}: the page `number` of the list. A list of one
// page that is worth it `has_tools`: a script sorts and filters its rows. Of a longer one `search`,
// {fields: [{name, value}]}, is how the search page does that; absent if there is no need or no
// way.
PageData incident_list(const Site& site, const Links& links, const IncidentList& incidents,
                       const ListPlace& place, std::size_t number);

}  // namespace debrief
