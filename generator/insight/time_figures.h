// How long it took to notice, to answer, to relieve and to end incidents.
//
// Each figure is over the incidents that state both of its ends with a time of day. An incident
// whose times contradict each other is in none of them. "~13:30" counts as 13:30.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

struct TimeFigure {
  std::chrono::seconds median{0};
  std::chrono::seconds percentile_90{0};
  std::size_t count = 0;  // of incidents it was made of, at least 1

  bool operator==(const TimeFigure&) const = default;
};

// All since the start of the incident.
struct TimeFigures {
  std::optional<TimeFigure> to_detect, to_acknowledge, to_mitigate, to_resolve;
  std::size_t in_doubt = 0;  // incidents left out because their times contradict each other
};

TimeFigures time_figures(const View& view, std::span<const IncidentIndex> incidents);

// Between the two nearest values, in proportion: definition 7 of Hyndman and Fan, "Sample Quantiles
// in Statistical Packages", The American Statistician 50 (1996), which spreadsheets and NumPy use,
// too. Rounded down to a second. Requires: not empty, 0 <= share <= 1.
std::chrono::seconds quantile(std::vector<std::chrono::seconds> values, double share);

// From `start` to `end`, where both say the time of day and the order is right.
std::optional<std::chrono::seconds> time_between(const std::optional<Timestamp>& start,
                                                 const std::optional<Timestamp>& end);

}  // namespace debrief
