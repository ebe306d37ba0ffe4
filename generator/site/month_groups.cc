#include "generator/site/month_groups.h"

#include <algorithm>
#include <optional>

#include "generator/insight/counted_day.h"

namespace debrief {

std::vector<MonthGroup> month_groups(const View& view, const IncidentList& incidents,
                                     const Month& first, const Month& last) {
  std::vector<MonthGroup> groups;
  for (Month month = last; month >= first; month = month.before()) groups.push_back({month, {}});
  for (const IncidentIndex i : incidents) {
    const std::optional<Day> day = counted_day(view.incidents()[i]);
    if (!day) continue;
    const auto group = std::ranges::find(groups, month_of(*day), &MonthGroup::month);
    if (group != groups.end()) group->incidents.push_back(i);
  }
  return groups;
}

}  // namespace debrief
