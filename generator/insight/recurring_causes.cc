#include "generator/insight/recurring_causes.h"

#include <algorithm>
#include <map>

#include "generator/base/sort_once.h"
#include "generator/insight/closest_causes.h"
#include "generator/insight/counted_day.h"

namespace debrief {

std::vector<IncidentIndex> incidents_of_last_year(const View& view,
                                                  std::span<const IncidentIndex> incidents,
                                                  Day today) {
  const std::chrono::year_month_day date(today);
  // For a 29 February this is 1 March.
  const Day last_year = (date.year() - std::chrono::years(1)) / date.month() / date.day();
  std::vector<IncidentIndex> recent;
  for (const IncidentIndex i : incidents) {
    const std::optional<Day> day = counted_day(view.incidents()[i]);
    if (day && last_year < *day && *day <= today) recent.push_back(i);
  }
  return recent;
}

std::vector<RecurringCause> recurring_causes(const View& view,
                                             std::span<const IncidentIndex> incidents) {
  std::map<std::size_t, std::vector<IncidentIndex>> incidents_of;
  for (const IncidentIndex i : incidents) {
    for (const std::size_t cause : closest_causes(view, view.incidents()[i])) {
      incidents_of[cause].push_back(i);
    }
  }
  std::vector<RecurringCause> found;
  for (auto& [cause, list] : incidents_of) {
    if (list.size() < 2) continue;
    RecurringCause& recurring = found.emplace_back();
    recurring.cause = cause;
    sort_once(list);  // The view has the newest first.
    for (const IncidentIndex i : list) {
      const std::vector<std::size_t>& services = view.incidents()[i].services;
      recurring.services.insert(recurring.services.end(), services.begin(), services.end());
    }
    sort_once(recurring.services);
    recurring.incidents = std::move(list);
  }
  std::ranges::stable_sort(found, [](const RecurringCause& a, const RecurringCause& b) {
    if (a.incidents.size() != b.incidents.size()) return a.incidents.size() > b.incidents.size();
    return a.incidents.front() < b.incidents.front();
  });
  return found;
}

}  // namespace debrief
