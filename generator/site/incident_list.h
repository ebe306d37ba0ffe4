// Incidents in lists: the rows, the pages of a long one, and the way between them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

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

// One row per incident, at most `most`.
PageData::List incident_rows(const Site& site, const Links& links, const IncidentList& incidents,
                             std::size_t most);

// {count, rows, has_rows, paging}: the page `number` of the list at `list_path`.
PageData incident_list(const Site& site, const Links& links, const IncidentList& incidents,
                       std::string_view list_path, std::size_t number);

}  // namespace debrief
