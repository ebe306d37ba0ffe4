// Incidents of some time that had been there before, and those that had not.
#pragma once

#include "generator/insight/counted_incidents.h"
#include "generator/view/view.h"

namespace debrief {

// Each incident is in one of the lists. What its author says counts (`repeats`), and only of what
// the view has; what is merely alike does not.
struct NewAndRecurring {
  Incidents first_time;
  Incidents recurring;
};

NewAndRecurring new_and_recurring(const View& view, const Incidents& incidents);

}  // namespace debrief
