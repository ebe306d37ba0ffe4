#include "generator/insight/new_and_recurring.h"

namespace debrief {

NewAndRecurring new_and_recurring(const View& view, const Incidents& incidents) {
  NewAndRecurring result;
  for (const IncidentIndex i : incidents) {
    const bool is_new = view.incidents()[i].repeats.empty();
    (is_new ? result.first_time : result.recurring).push_back(i);
  }
  return result;
}

}  // namespace debrief
