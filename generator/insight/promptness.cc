#include "generator/insight/promptness.h"

#include <optional>

namespace debrief {

namespace {

using std::chrono::days;

bool has_day(const std::optional<Timestamp>& time) {
  return time && time->precision >= Timestamp::Precision::day;
}

Day day_of(Seconds time) {
  return std::chrono::floor<days>(time);
}

// Requires: has_day.
Seconds latest_moment(const Timestamp& end) {
  return end.has_clock() ? end.utc : end.utc + days(1);
}

Incidents& list_for(Promptness& result, const ViewIncident& incident,
                    const std::optional<Timestamp>& done, std::chrono::hours time, Day today) {
  if (incident.times_in_doubt) return result.in_doubt;
  if (incident.state == IncidentState::open) return result.not_yet;
  if (!has_day(incident.resolved)) return result.not_said;
  const Seconds deadline = latest_moment(*incident.resolved) + time;
  const bool is_over = today > day_of(deadline);
  if (has_day(done)) {
    if (day_of(done->utc) > today) return is_over ? result.late : result.not_yet;
    return done->utc <= deadline ? result.within : result.late;
  }
  if (!is_over) return result.not_yet;
  const bool is_unfinished = incident.workflow == "draft" || incident.workflow == "in-review";
  return is_unfinished ? result.late : result.not_said;
}

template <typename DoneOf>
Promptness promptness(const View& view, const Incidents& incidents, std::chrono::hours time,
                      Day today, DoneOf done_of) {
  Promptness result;
  if (!view.is_internal()) return result;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = view.incidents()[i];
    list_for(result, incident, done_of(incident), time, today).push_back(i);
  }
  return result;
}

}  // namespace

Promptness reviews(const View& view, const Incidents& incidents, Day today) {
  return promptness(view, incidents, kReviewTime, today,
                    [](const ViewIncident& incident) { return incident.review.date; });
}

Promptness publications(const View& view, const Incidents& incidents, Day today) {
  return promptness(view, incidents, kPublicationTime, today,
                    [](const ViewIncident& incident) { return incident.published; });
}

}  // namespace debrief
