#include "generator/insight/time_figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace debrief {

namespace {

using std::chrono::seconds;

std::optional<TimeFigure> figure_of(std::vector<seconds> values) {
  if (values.empty()) return std::nullopt;
  return TimeFigure{quantile(values, 0.5), quantile(values, 0.9), values.size()};
}

void add(std::vector<seconds>& values, const ViewIncident& incident,
         const std::optional<Timestamp>& end) {
  if (const auto duration = time_between(incident.started, end)) values.push_back(*duration);
}

}  // namespace

seconds quantile(std::vector<seconds> values, double share) {
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, values.size() - 1);
  const double part = place - std::floor(place);
  const auto distance = static_cast<double>((values[above] - values[below]).count());
  return values[below] + seconds(static_cast<std::int64_t>(std::floor(part * distance + 1e-6)));
}

std::optional<seconds> time_between(const std::optional<Timestamp>& start,
                                    const std::optional<Timestamp>& end) {
  if (!start || !end || !start->has_clock() || !end->has_clock() || end->utc < start->utc) {
    return std::nullopt;
  }
  return end->utc - start->utc;
}

TimeFigures time_figures(const View& view, std::span<const IncidentIndex> incidents) {
  TimeFigures figures;
  std::vector<seconds> detect, acknowledge, mitigate, resolve;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = view.incidents()[i];
    if (incident.times_in_doubt) {
      ++figures.in_doubt;
      continue;
    }
    add(detect, incident, incident.detected);
    add(acknowledge, incident, incident.acknowledged);
    add(mitigate, incident, incident.mitigated);
    add(resolve, incident, incident.resolved);
  }
  figures.to_detect = figure_of(std::move(detect));
  figures.to_acknowledge = figure_of(std::move(acknowledge));
  figures.to_mitigate = figure_of(std::move(mitigate));
  figures.to_resolve = figure_of(std::move(resolve));
  return figures;
}

}  // namespace debrief
