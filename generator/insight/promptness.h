// Whether incidents of some time were reviewed, and their post-mortems done, soon after the end.
// Internal only: of the public view, there is nothing to count.
#pragma once

#include <chrono>

#include "generator/base/day.h"
#include "generator/insight/counted_incidents.h"
#include "generator/view/view.h"

namespace debrief {

inline constexpr std::chrono::hours kReviewTime(48);
inline constexpr std::chrono::hours kPublicationTime(7 * 24);

// Each incident is in one of the lists.
//
// The time runs from the end of the incident; if of that only the day is known, from the end of the
// day. What is dated by a day alone is in time if that day begins, in UTC, before the time is over:
// nobody is late by hours that were not written down. The time itself is over with the day that it
// ends on.
struct Promptness {
  Incidents within;
  // Not in time: on a later day, or still on a day to come; and a draft, or what is in review, that
  // has no day when the time is over.
  Incidents late;
  Incidents not_yet;   // ongoing, or the time is not over
  Incidents not_said;  // no day of it, or no day of the end
  Incidents in_doubt;  // the times of the incident contradict each other
};

Promptness reviews(const View& view, const Incidents& incidents, Day today);
Promptness publications(const View& view, const Incidents& incidents, Day today);

}  // namespace debrief
