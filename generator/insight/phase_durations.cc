#include "generator/insight/phase_durations.h"

namespace debrief {

namespace {

PhaseDuration phase_duration(const View& view, const Incidents& incidents,
                             std::optional<Timestamp> ViewIncident::*phase,
                             const std::optional<TimeFigure>& figure) {
  PhaseDuration time;
  time.figure = figure;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = view.incidents()[i];
    if (time_between(incident.started, incident.*phase)) {
      time.incidents.push_back(i);
    } else if (incident.state == IncidentState::open && !(incident.*phase)) {
      time.open.push_back(i);
    } else {
      time.not_said.push_back(i);
    }
  }
  return time;
}

}  // namespace

PhaseDurations phase_durations(const View& view, const Incidents& incidents) {
  PhaseDurations times;
  Incidents clear;
  for (const IncidentIndex i : incidents) {
    (view.incidents()[i].times_in_doubt ? times.in_doubt : clear).push_back(i);
  }
  const TimeFigures figures = time_figures(view, clear);
  times.to_detect = phase_duration(view, clear, &ViewIncident::detected, figures.to_detect);
  times.to_acknowledge =
      phase_duration(view, clear, &ViewIncident::acknowledged, figures.to_acknowledge);
  times.to_mitigate = phase_duration(view, clear, &ViewIncident::mitigated, figures.to_mitigate);
  times.to_resolve = phase_duration(view, clear, &ViewIncident::resolved, figures.to_resolve);
  return times;
}

}  // namespace debrief
