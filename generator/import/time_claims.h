// The times that a text states in several places, each of them less than complete, made one.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"
#include "generator/extract/zone_statement.h"
#include "generator/import/origin.h"

namespace debrief {

// A time of day, a date, or both, as far as written.
struct StatedTime {
  std::optional<Timestamp> date;              // of any precision below a minute
  std::optional<std::chrono::seconds> clock;  // since midnight
  std::optional<StatedZone> zone;
  std::optional<Timestamp> whole;  // with its offset: nothing is left to complete
};

struct StatedSpan {
  StatedTime begin;
  std::optional<StatedTime> end;
};

// "2021-05-29T14:00Z", "May 29, 2021 14:00 UTC", "14:00", "2021-05", "14:00 - 15:10 CET". Absent if
// that is no time; a remark behind it in brackets is allowed.
std::optional<StatedSpan> read_stated_time(std::string_view text);

// Times whose zone nobody states are those of `zone`; without one they stay without an offset.
class TimeCompletion {
 public:
  explicit TimeCompletion(const TimeZone* zone) : zone_(zone) {}

  // The time as a moment, a day, a month or a year. A bare clock time is that of the day of
  // `base`, or the next day's if it would be before `base`; absent without a base.
  std::optional<Timestamp> complete(const StatedTime& time,
                                    const std::optional<Timestamp>& base) const;
  // A moment that came without an offset.
  Timestamp with_zone(const Timestamp& time) const;

 private:
  Timestamp at(Seconds clock, const std::optional<StatedZone>& zone) const;

  const TimeZone* zone_;
};

// Whether one may be the other, known less precisely.
bool is_same_time(const Timestamp& a, const Timestamp& b);

}  // namespace debrief
