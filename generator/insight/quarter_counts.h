// Incidents by the quarter they started in, as time in which nothing happened shows, too.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

struct QuarterCount {
  Quarter quarter;
  std::size_t count = 0;

  bool operator==(const QuarterCount&) const = default;
};

// The `most` quarters up to that of `today`, the oldest first. Of the start in UTC, as all that is
// compared. Who starts later than today, or of whose start only the year is known, is in none.
std::vector<QuarterCount> quarter_counts(const View& view, std::span<const IncidentIndex> incidents,
                                         Day today, std::size_t most);

}  // namespace debrief
