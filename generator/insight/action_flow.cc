#include "generator/insight/action_flow.h"

#include <algorithm>
#include <optional>

namespace debrief {

namespace {

// On the clock of who wrote it. Absent if less than a day is known.
std::optional<Day> completion_day(const ViewActionItem& item) {
  if (!item.completed || item.completed->precision < Timestamp::Precision::day) return {};
  return last_day(*item.completed);
}

// The place of the period with that day; absent if there is none.
std::optional<std::size_t> place_of(const CountedIncidents& counted, Day day) {
  if (counted.periods.empty()) return std::nullopt;
  const Period period = period_of(counted.periods.front().period.length, day);
  const auto found =
      std::ranges::lower_bound(counted.periods, period, {}, &PeriodIncidents::period);
  if (found == counted.periods.end() || found->period != period) return std::nullopt;
  return static_cast<std::size_t>(found - counted.periods.begin());
}

void close(const View& view, const CountedIncidents& counted, Day today, const ActionPlace& place,
           ActionFlow& flow) {
  const ViewActionItem& item = view.incidents()[place.incident].actions[place.item];
  if (!item.done) return;
  const std::optional<Day> day = completion_day(item);
  if (!day) {
    flow.without_day.push_back(place);
    return;
  }
  const std::optional<std::size_t> period = place_of(counted, *day);
  if (!period || *day > today) {
    flow.outside.push_back(place);
  } else {
    flow.periods[*period].closed.push_back(place);
  }
}

std::vector<ActionPlace> items_of(const View& view, IncidentIndex incident) {
  std::vector<ActionPlace> places;
  for (std::size_t item = 0; item < view.incidents()[incident].actions.size(); ++item) {
    places.push_back({incident, item});
  }
  return places;
}

void append(std::vector<ActionPlace>& places, const std::vector<ActionPlace>& more) {
  places.insert(places.end(), more.begin(), more.end());
}

}  // namespace

ActionFlow action_flow(const View& view, const CountedIncidents& counted, Day today) {
  ActionFlow flow;
  flow.periods.resize(counted.periods.size());
  for (std::size_t i = 0; i < counted.periods.size(); ++i) {
    for (const IncidentIndex incident : counted.periods[i].incidents) {
      append(flow.periods[i].opened, items_of(view, incident));
    }
  }
  Incidents in_none = counted.undated;
  in_none.insert(in_none.end(), counted.after_today.begin(), counted.after_today.end());
  std::ranges::sort(in_none);
  for (const IncidentIndex incident : in_none) {
    append(flow.without_period, items_of(view, incident));
  }
  for (IncidentIndex incident = 0; incident < view.incidents().size(); ++incident) {
    for (const ActionPlace& place : items_of(view, incident)) {
      close(view, counted, today, place, flow);
    }
  }
  return flow;
}

}  // namespace debrief
