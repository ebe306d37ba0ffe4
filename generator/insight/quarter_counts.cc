#include "generator/insight/quarter_counts.h"

#include <algorithm>

namespace debrief {

std::vector<QuarterCount> quarter_counts(const View& view, std::span<const IncidentIndex> incidents,
                                         Day today, std::size_t most) {
  std::vector<QuarterCount> counts;
  for (const Quarter& quarter : quarters_until(today, most)) counts.push_back({quarter, 0});
  for (const IncidentIndex i : incidents) {
    const std::optional<Timestamp>& started = view.incidents()[i].started;
    if (!started || started->precision == Timestamp::Precision::year) continue;
    const Quarter of = quarter_of(std::chrono::floor<std::chrono::days>(started->utc));
    const auto found = std::ranges::lower_bound(counts, of, {}, &QuarterCount::quarter);
    if (found != counts.end() && found->quarter == of) ++found->count;
  }
  return counts;
}

}  // namespace debrief
