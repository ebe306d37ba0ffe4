// How long it took to notice and to end incidents of some time, and which incidents tell.
#pragma once

#include <optional>

#include "generator/insight/counted_incidents.h"
#include "generator/insight/time_figures.h"
#include "generator/view/view.h"

namespace debrief {

// Each incident whose times are not in doubt is in one of the lists.
struct PhaseDuration {
  std::optional<TimeFigure> figure;  // absent if it would be of none
  Incidents incidents;               // that it is made of
  Incidents open;                    // ongoing, and not so far yet
  Incidents not_said;                // both ends are not known to the minute

  bool operator==(const PhaseDuration&) const = default;
};

struct PhaseDurations {
  PhaseDuration to_detect, to_acknowledge, to_mitigate, to_resolve;
  Incidents in_doubt;  // their times contradict each other; in no figure
};

PhaseDurations phase_durations(const View& view, const Incidents& incidents);

}  // namespace debrief
