// Incidents of some time by what they were: how bad, of which service, of which cause, set off by
// what.
#pragma once

#include <string>
#include <vector>

#include "generator/insight/counted_incidents.h"
#include "generator/view/view.h"

namespace debrief {

struct TriggerCount {
  std::string trigger;  // as the newest of them has it
  Incidents incidents;

  bool operator==(const TriggerCount&) const = default;
};

// An incident of several services or causes is with each of them.
struct KindCounts {
  std::vector<Incidents> by_severity;  // as View::severities
  std::vector<Incidents> by_service;   // as View::services
  std::vector<Incidents> by_cause;     // as View::causes; a category has those of its sub-causes
  Incidents without_severity;          // or with one that is not in the scale
  Incidents without_service, without_cause, without_trigger;
  // Those of most incidents first, then as letters go. The same words are the same trigger; how
  // ASCII letters and spaces are written does not matter.
  std::vector<TriggerCount> by_trigger;
};

KindCounts kind_counts(const View& view, const Incidents& incidents);

}  // namespace debrief
