// Action items that came up and that were done, period by period.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/base/day.h"
#include "generator/insight/counted_incidents.h"
#include "generator/view/view.h"

namespace debrief {

// One item of one incident: its place in ViewIncident::actions.
struct ActionPlace {
  IncidentIndex incident = 0;
  std::size_t item = 0;

  bool operator==(const ActionPlace&) const = default;
};

struct PeriodActions {
  std::vector<ActionPlace> opened;  // of incidents that started then; dropped ones included
  std::vector<ActionPlace> closed;  // done on a day of it, of incidents of whatever time
};

struct ActionFlow {
  std::vector<PeriodActions> periods;       // as CountedIncidents::periods
  std::vector<ActionPlace> without_period;  // of incidents that are in none: opened in none
  // Done, but closed in no period: no day of completion; one before the first period or after
  // today.
  std::vector<ActionPlace> without_day, outside;
};

ActionFlow action_flow(const View& view, const CountedIncidents& counted, Day today);

}  // namespace debrief
