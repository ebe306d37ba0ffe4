#include "generator/insight/maintenance.h"

#include <algorithm>

#include "generator/insight/incident_days.h"

namespace debrief {

MaintenanceState maintenance_state(const View& view, const ViewIncident& maintenance, Day today) {
  const bool is_over = maintenance.state == IncidentState::resolved && !maintenance.resolved;
  if (is_over) return MaintenanceState::completed;
  if (!maintenance.started) return MaintenanceState::scheduled;
  const Day first = shown_day(view, *maintenance.started);
  if (today < first) return MaintenanceState::scheduled;
  const Day last = maintenance.resolved ? std::max(first, last_shown_day(view, maintenance))
                                        : last_day(*maintenance.started);
  return today <= std::max(first, last) ? MaintenanceState::in_progress
                                        : MaintenanceState::completed;
}

std::vector<std::size_t> coming(const MaintenanceLists& lists) {
  std::vector<std::size_t> places = lists.in_progress;
  places.insert(places.end(), lists.scheduled.begin(), lists.scheduled.end());
  return places;
}

MaintenanceLists maintenance_lists(const View& view, Day today) {
  MaintenanceLists lists;
  for (std::size_t i = 0; i < view.maintenance().size(); ++i) {
    switch (maintenance_state(view, view.maintenance()[i], today)) {
      case MaintenanceState::scheduled:
        lists.scheduled.push_back(i);
        break;
      case MaintenanceState::in_progress:
        lists.in_progress.push_back(i);
        break;
      case MaintenanceState::completed:
        lists.completed.push_back(i);
        break;
    }
  }
  // The view has the newest first, and what has no day last: that stays the last.
  const auto soonest_first = [&view](std::vector<std::size_t>& places) {
    const auto undated = std::ranges::find_if(
        places, [&view](std::size_t i) { return !view.maintenance()[i].started; });
    std::reverse(places.begin(), undated);
  };
  soonest_first(lists.scheduled);
  soonest_first(lists.in_progress);
  return lists;
}

}  // namespace debrief
