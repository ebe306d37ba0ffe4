#include "generator/insight/closest_causes.h"

#include <algorithm>

namespace debrief {

std::vector<std::size_t> closest_causes(const View& view, const ViewIncident& incident) {
  std::vector<std::size_t> closest;
  for (const std::size_t cause : incident.causes) {
    const bool is_said_closer = std::ranges::any_of(
        incident.causes, [&](std::size_t other) { return view.causes()[other].parent == cause; });
    if (!is_said_closer) closest.push_back(cause);
  }
  return closest;
}

std::set<std::size_t> counted_causes(const View& view, const ViewIncident& incident) {
  std::set<std::size_t> causes;
  for (const std::size_t cause : incident.causes) {
    causes.insert(cause);
    if (const auto parent = view.causes()[cause].parent) causes.insert(*parent);
  }
  return causes;
}

}  // namespace debrief
