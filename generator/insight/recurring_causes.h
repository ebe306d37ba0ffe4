// Causes that came back: of more than one incident.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

struct RecurringCause {
  std::size_t cause = 0;  // in View::causes
  // Those that have it, newest first; at least two.
  std::vector<IncidentIndex> incidents;
  std::vector<std::size_t> services;  // that these hit, in View::services, sorted, each once
};

// The most frequent first; among equals that which came back last, then in the order of the view.
// A category counts where an incident names none of its sub-causes.
std::vector<RecurringCause> recurring_causes(const View& view,
                                             std::span<const IncidentIndex> incidents);

// Those of the incidents that started in the year up to and including `today`.
std::vector<IncidentIndex> incidents_of_last_year(const View& view,
                                                  std::span<const IncidentIndex> incidents,
                                                  Day today);

}  // namespace debrief
