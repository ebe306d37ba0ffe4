// How much of the time services were available, by day and by month, as the times of incidents say.
//
// Availability of a time is 1 - downtime / length. The downtime of an incident is its time from
// `started` to `mitigated`, when its readers no longer felt it, or else (or if that is earlier) to
// `resolved`; of an open
// one to the end of the last whole day. It counts in part, by its severity (ViewSeverity::downtime,
// in per cent). Of incidents at the same time only the one that counts most does.
//
// Days are whole days of the view's time zone, of 23 or 25 hours where its clocks change. The day
// that has not ended is in no figure.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ratio>
#include <span>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

// A second that counts in part is so many hundredths.
using Downtime = std::chrono::duration<std::int64_t, std::centi>;

struct Availability {
  std::chrono::seconds length{0};
  Downtime down{0};

  bool operator==(const Availability&) const = default;
};

// In hundredths of a per cent, rounded down: 9998 is 99.98 %. 10000 only of what was never down.
int hundredths_of_percent(const Availability& figure);

struct DayAvailability {
  Day day;
  Availability figure;
  // Whose downtime lies in it, newest first; also where a worse one counted in its place.
  std::vector<IncidentIndex> incidents;

  bool operator==(const DayAvailability&) const = default;
};

struct MonthAvailability {
  Month month;
  Day first, last;  // the days that are counted
  Availability figure;
  std::vector<DayAvailability> down_days;  // those with downtime, in order

  bool operator==(const MonthAvailability&) const = default;
};

struct ServiceAvailability {
  std::vector<MonthAvailability> months;  // the newest first
  Availability all;                       // of all these months
  // Incidents of that time of which nobody can tell how long they lasted: without a time of day or
  // an end, with times in doubt, or without a severity.
  std::vector<IncidentIndex> left_out;
};

// The time that is counted: up to twelve calendar months, the last one that of yesterday, none
// before that of the first incident of the view of which a month is known. Absent if that leaves no
// day, and in a view that shows no severities.
struct CountedTime {
  Day first, last;

  bool operator==(const CountedTime&) const = default;
};
std::optional<CountedTime> counted_time(const View& view, Day today);

// Of the incidents of one service.
ServiceAvailability service_availability(const View& view, std::span<const IncidentIndex> incidents,
                                         const CountedTime& time);

}  // namespace debrief
