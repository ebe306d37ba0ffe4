#include "generator/insight/incident_days.h"

#include <algorithm>
#include <map>

namespace debrief {

Day shown_day(const View& view, const Timestamp& time) {
  return time.has_clock() ? day_in(view.site().time_zone, time.utc)
                          : std::chrono::floor<std::chrono::days>(time.utc);
}

std::optional<Day> known_day(const View& view, const std::optional<Timestamp>& time) {
  if (!time || time->precision < Timestamp::Precision::day) return std::nullopt;
  return shown_day(view, *time);
}

Day last_shown_day(const View& view, const ViewIncident& incident) {
  const Timestamp& end = *incident.resolved;
  if (!end.has_clock() || end.utc <= incident.started->utc) return shown_day(view, end);
  return day_in(view.site().time_zone, end.utc - std::chrono::seconds(1));
}

namespace {

Day end_of(const View& view, const ViewIncident& incident, Day start, Day last) {
  if (incident.state == IncidentState::open) return std::max(start, last);
  if (!incident.resolved || incident.resolved->precision < Timestamp::Precision::day) return start;
  return std::max(start, last_shown_day(view, incident));
}

}  // namespace

std::vector<IncidentDay> incident_days(const View& view, std::span<const IncidentIndex> incidents,
                                       Day first, Day last) {
  std::map<Day, IncidentDay> days;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = view.incidents()[i];
    const std::optional<Day> start = known_day(view, incident.started);
    if (!start) continue;
    const Day end = std::min(last, end_of(view, incident, *start, last));
    for (Day day = std::max(first, *start); day <= end; day += std::chrono::days(1)) {
      IncidentDay& entry = days.try_emplace(day, IncidentDay{day, std::nullopt, {}}).first->second;
      entry.incidents.push_back(i);
      // The worst severity is the first of the scale.
      if (incident.severity && (!entry.severity || *incident.severity < *entry.severity)) {
        entry.severity = incident.severity;
      }
    }
  }
  std::vector<IncidentDay> ordered;
  ordered.reserve(days.size());
  for (auto& [day, entry] : days) ordered.push_back(std::move(entry));
  return ordered;
}

}  // namespace debrief
