#include "generator/insight/counted_incidents.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/insight/counted_day.h"

namespace debrief {

CountedIncidents counted_incidents(const View& view, Day today, PeriodLength by) {
  CountedIncidents counted;
  std::vector<std::pair<Day, IncidentIndex>> dated;
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const std::optional<Day> day = counted_day(view.incidents()[i]);
    if (!day) {
      counted.undated.push_back(i);
    } else if (*day > today) {
      counted.after_today.push_back(i);
    } else {
      dated.emplace_back(*day, i);
    }
  }
  if (dated.empty()) return counted;
  for (const Period& period : periods_between(by, std::ranges::min(dated).first, today)) {
    counted.periods.push_back({period, {}});
  }
  for (const auto& [day, i] : dated) {
    const auto found =
        std::ranges::lower_bound(counted.periods, period_of(by, day), {}, &PeriodIncidents::period);
    found->incidents.push_back(i);
  }
  return counted;
}

Incidents all_counted(const CountedIncidents& counted) {
  Incidents all;
  for (const PeriodIncidents& each : counted.periods) {
    all.insert(all.end(), each.incidents.begin(), each.incidents.end());
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace debrief
