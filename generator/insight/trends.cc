#include "generator/insight/trends.h"

#include <utility>

namespace debrief {

Figures figures_of(const View& view, const Incidents& incidents, Day today) {
  return {incidents,
          kind_counts(view, incidents),
          phase_durations(view, incidents),
          detection_share(view, incidents),
          new_and_recurring(view, incidents),
          reviews(view, incidents, today),
          publications(view, incidents, today)};
}

Trends trends(const View& view, Day today, PeriodLength by) {
  CountedIncidents counted = counted_incidents(view, today, by);
  const Incidents all = all_counted(counted);
  Trends result;
  result.today = today;
  result.by = by;
  result.actions = action_flow(view, counted, today);
  for (std::size_t i = 0; i < counted.periods.size(); ++i) {
    result.periods.push_back({counted.periods[i].period,
                              figures_of(view, counted.periods[i].incidents, today),
                              std::move(result.actions.periods[i])});
  }
  result.actions.periods.clear();
  result.all = figures_of(view, all, today);
  result.quiet = quiet_spells(view, all, today);
  result.undated = std::move(counted.undated);
  result.after_today = std::move(counted.after_today);
  return result;
}

}  // namespace debrief
