// Which incidents the trends are of, period by period.
#pragma once

#include <vector>

#include "generator/base/day.h"
#include "generator/insight/period.h"
#include "generator/view/view.h"

namespace debrief {

// In the order of the view, newest first.
using Incidents = std::vector<IncidentIndex>;

struct PeriodIncidents {
  Period period;
  Incidents incidents;

  bool operator==(const PeriodIncidents&) const = default;
};

// Each incident of the view is in one period or in one of the other two lists.
struct CountedIncidents {
  // From that of the first incident to that of today, the oldest first, those without incidents
  // included. None if nothing is counted.
  std::vector<PeriodIncidents> periods;
  Incidents undated;      // of the start, no month is known (counted_day.h)
  Incidents after_today;  // they start after today
};

CountedIncidents counted_incidents(const View& view, Day today, PeriodLength by);

// Those of all periods.
Incidents all_counted(const CountedIncidents& counted);

}  // namespace debrief
