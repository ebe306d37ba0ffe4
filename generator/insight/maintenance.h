// Announced work: what is to come, what goes on, what is over.
//
// Whether it goes on is known to the day, as the site is as old as its last build: a window is
// under way on each day that it touches, in the view's time zone. One that has begun without an end
// being known is over with the day it began.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

enum class MaintenanceState { scheduled, in_progress, completed };

// Requires: `maintenance` is one of View::maintenance().
MaintenanceState maintenance_state(const View& view, const ViewIncident& maintenance, Day today);

// Places in View::maintenance().
struct MaintenanceLists {
  std::vector<std::size_t> in_progress;  // what began first comes first
  std::vector<std::size_t> scheduled;    // the next first
  std::vector<std::size_t> completed;    // the newest first

  bool is_empty() const { return in_progress.empty() && scheduled.empty() && completed.empty(); }
};

// What goes on, then what is to come.
std::vector<std::size_t> coming(const MaintenanceLists& lists);

MaintenanceLists maintenance_lists(const View& view, Day today);

}  // namespace debrief
