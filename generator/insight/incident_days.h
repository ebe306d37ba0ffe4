// On which days something was wrong.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

// A day of the view's time zone on which there was an incident.
struct IncidentDay {
  Day day;
  std::optional<std::size_t> severity;  // the worst, in View::severities; absent if none states one
  std::vector<IncidentIndex> incidents;  // newest first, at least one

  bool operator==(const IncidentDay&) const = default;
};

// Which day of the view's time zone a moment belongs to. Days that are stated without a time of day
// are the author's own, and no zone moves them.
Day shown_day(const View& view, const Timestamp& time);

// The same; absent without a time, and if not even its day is known.
std::optional<Day> known_day(const View& view, const std::optional<Timestamp>& time);

// The last day of one that says when it started and ended: what ends at midnight was not there on
// the day that begins then. Requires: both are known.
Day last_shown_day(const View& view, const ViewIncident& incident);

// Those from `first` to `last`, both included, in order. An incident is there from the day it
// started to the day it was resolved, an open one to `last`, and one of which no end is known on
// its first day alone. One that starts at an unknown day is left out.
std::vector<IncidentDay> incident_days(const View& view, std::span<const IncidentIndex> incidents,
                                       Day first, Day last);

}  // namespace debrief
