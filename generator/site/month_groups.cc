#include "generator/site/month_groups.h"

#include <algorithm>

namespace debrief {

std::vector<MonthGroup> month_groups(const View& view, const IncidentList& incidents,
                                     const Month& first, const Month& last) {
  std::vector<MonthGroup> groups;
  for (Month month = last; month >= first; month = month.before()) groups.push_back({month, {}});
  for (const IncidentIndex i : incidents) {
    const std::optional<Timestamp>& started = view.incidents()[i].started;
    if (!started || started->precision == Timestamp::Precision::year) continue;
    const Month month = month_of(std::chrono::floor<std::chrono::days>(started->utc));
    const auto group = std::ranges::find(groups, month, &MonthGroup::month);
    if (group != groups.end()) group->incidents.push_back(i);
  }
  return groups;
}

}  // namespace debrief
