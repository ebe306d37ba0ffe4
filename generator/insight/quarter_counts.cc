#include "generator/insight/quarter_counts.h"

#include <algorithm>
#include <optional>

#include "generator/insight/counted_day.h"

namespace debrief {

std::vector<QuarterCount> quarter_counts(const View& view, std::span<const IncidentIndex> incidents,
                                         Day today, std::size_t most) {
  std::vector<QuarterCount> counts;
  for (const Quarter& quarter : quarters_until(today, most)) counts.push_back({quarter, 0});
  for (const IncidentIndex i : incidents) {
    const std::optional<Day> day = counted_day(view.incidents()[i]);
    if (!day) continue;
    const Quarter of = quarter_of(*day);
    const auto found = std::ranges::lower_bound(counts, of, {}, &QuarterCount::quarter);
    if (found != counts.end() && found->quarter == of) ++found->count;
  }
  return counts;
}

}  // namespace debrief
