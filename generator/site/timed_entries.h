// What the timeline of an incident tells, moment by moment: for those who follow one that goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

struct TimedEntry {
  Timestamp time;  // with a time of day
  std::optional<Phase> phase;
  std::string text;  // plain, not empty
};

// The newest last; in the order of the text where they are of the same time.
std::vector<TimedEntry> timed_entries(const ViewIncident& incident);

}  // namespace debrief
