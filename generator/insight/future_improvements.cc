#include "generator/insight/future_improvements.h"

#include <algorithm>
#include <iterator>

namespace debrief {

std::vector<SectionPoint> future_improvements(const View& view, const ViewIncident& incident) {
  std::vector<SectionPoint> points;
  if (!view.is_internal()) return points;
  for (const Section* section : sections_of_kind(incident.body, "future-improvements")) {
    std::ranges::move(all_points(*section), std::back_inserter(points));
  }
  return points;
}

Day review_due(Day today) {
  return quarter_of(today).after().first_day() - std::chrono::days(1);
}

}  // namespace debrief
