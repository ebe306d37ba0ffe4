// Everything that is counted over time, for the trends of the site and for `debrief stats`.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/base/day.h"
#include "generator/insight/action_flow.h"
#include "generator/insight/counted_incidents.h"
#include "generator/insight/detection_share.h"
#include "generator/insight/kind_counts.h"
#include "generator/insight/new_and_recurring.h"
#include "generator/insight/phase_durations.h"
#include "generator/insight/promptness.h"
#include "generator/insight/quiet_spells.h"
#include "generator/view/view.h"

namespace debrief {

// What is said of the incidents of some time.
struct Figures {
  Incidents incidents;
  KindCounts kinds;
  PhaseDurations times;
  DetectionShare detection;
  NewAndRecurring recurrence;
  Promptness reviews, publications;
};

Figures figures_of(const View& view, const Incidents& incidents, Day today);

struct PeriodFigures {
  Period period;
  Figures figures;
  PeriodActions actions;
};

struct Trends {
  Day today;
  PeriodLength by = PeriodLength::quarter;
  Incidents undated, after_today;      // left out of everything
  std::vector<PeriodFigures> periods;  // as CountedIncidents::periods
  Figures all;                         // of all periods together
  ActionFlow actions;                  // `periods` is empty: it has gone to them
  std::vector<ServiceQuiet> quiet;
};

Trends trends(const View& view, Day today, PeriodLength by);

}  // namespace debrief
