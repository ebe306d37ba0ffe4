// Days of the calendar, and the quarters they belong to.
//
// A day has no time zone: which day a moment falls on depends on where one asks (TimeZone::local).
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"

namespace debrief {

using Day = std::chrono::sys_days;

// "2026-02-15" and nothing else.
std::optional<Day> parse_day(std::string_view text);
std::string to_string(Day day);  // "2026-02-15"

// Which day a calendar in the zone shows at that moment.
Day day_in(const TimeZone& zone, Seconds utc);

// The last day that a timestamp leaves open: of "2026-02" the 28th. Of a moment, its day on the
// author's clock.
Day last_day(const Timestamp& time);

struct Quarter {
  int year = 1970;
  int number = 1;  // 1-4

  auto operator<=>(const Quarter&) const = default;
  Quarter before() const { return number == 1 ? Quarter{year - 1, 4} : Quarter{year, number - 1}; }
  Quarter after() const { return number == 4 ? Quarter{year + 1, 1} : Quarter{year, number + 1}; }
  Day first_day() const;
};

Quarter quarter_of(Day day);

// The `most` quarters up to that of `last`, the oldest first.
std::vector<Quarter> quarters_until(Day last, std::size_t most);

// A calendar month.
struct Month {
  int year = 1970;
  int number = 1;  // 1-12

  auto operator<=>(const Month&) const = default;
  Month before() const { return number == 1 ? Month{year - 1, 12} : Month{year, number - 1}; }
};

Month month_of(Day day);

}  // namespace debrief
