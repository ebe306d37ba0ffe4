// Incidents by the month they started in, months without any included: the history of a status
// page.
#pragma once

#include <vector>

#include "generator/base/day.h"
#include "generator/site/site_index.h"
#include "generator/view/view.h"

namespace debrief {

struct MonthGroup {
  Month month;
  IncidentList incidents;  // newest first
};

// From `first` to `last`, both included, the newest first. Of the start in UTC, as all that is
// compared; of whose start only the year is known is in none.
std::vector<MonthGroup> month_groups(const View& view, const IncidentList& incidents,
                                     const Month& first, const Month& last);

}  // namespace debrief
