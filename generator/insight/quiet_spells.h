// The longest time that a service went without an incident.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "generator/base/day.h"
#include "generator/insight/counted_incidents.h"
#include "generator/view/view.h"

namespace debrief {

// From the day on which an incident ended to that on which the next one started, in UTC.
struct QuietSpell {
  Day from, to;
  IncidentIndex after = 0;            // the incident that ended then
  std::optional<IncidentIndex> next;  // the one that started then; absent if it goes on today
  std::chrono::days length() const { return to - from; }

  bool operator==(const QuietSpell&) const = default;
};

struct ServiceQuiet {
  std::size_t service = 0;            // in View::services
  QuietSpell longest;                 // the present one included; of equal ones the first
  std::optional<QuietSpell> present;  // absent while an incident is ongoing

  bool operator==(const ServiceQuiet&) const = default;
};

// Of each service with a counted incident, in the order of the view; what was before its first
// incident is not known. One that has only an ongoing incident is left out, too. An incident lasts
// to the day of its end; where no day is known, or the times are in doubt, it is over on the day it
// started. While one of several goes on, it is not quiet.
std::vector<ServiceQuiet> quiet_spells(const View& view, const Incidents& counted, Day today);

}  // namespace debrief
