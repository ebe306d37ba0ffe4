// What was to be done by now and is not.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

struct OverdueAction {
  IncidentIndex incident = 0;
  std::size_t item = 0;  // in ViewIncident::actions
  std::chrono::days
      overdue{};  // since the last day on which it would have been in time, at least 1

  bool operator==(const OverdueAction&) const = default;
};

// The longest overdue first; equal ones in the order of the view. An item that is dropped is due no
// more, and one without a day never is. A month or a year is over with its last day.
std::vector<OverdueAction> overdue_actions(const View& view, Day today);

// Items that are still to be done, whenever.
std::size_t open_action_count(const View& view);

}  // namespace debrief
