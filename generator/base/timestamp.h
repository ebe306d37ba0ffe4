// Moments as authors write them: a time of day with an offset from UTC, a day, or only the month
// or the year that is still known.
//
// Format: "2026", "2026-02", "2026-02-15", or RFC 3339 with the liberties of ISO 8601 that people
// take: a space for the 'T', no seconds, "8:30" for "08:30", "+0100" or "+01" for "+01:00", "UTC"
// or "GMT" for "Z", spaces before the offset. Fractions of a second are read and dropped.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace debrief {

using Seconds = std::chrono::sys_seconds;

struct Timestamp {
  enum class Precision { year, month, day, minute };  // the coarsest first
  enum class Zone { stated, assumed_utc };

  Seconds utc;                     // for a day, a month or a year: the midnight it begins with
  std::chrono::minutes offset{0};  // of the author's clock, east positive
  Precision precision = Precision::minute;
  Zone zone = Zone::stated;  // assumed_utc: no offset was written

  bool operator==(const Timestamp&) const = default;
  bool has_clock() const { return precision == Precision::minute; }
};

// Whether `a` was before `b` whatever their precision leaves open: a day is not before a moment of
// that day, nor a year before a day in it.
bool certainly_before(const Timestamp& a, const Timestamp& b);

// Absent for what is no such text or no date of the calendar ("2026-02-30", year 20202).
// Years are 1970 to 2199, offsets -12:00 to +14:00.
std::optional<Timestamp> parse_timestamp(std::string_view text);

// "2026", "2026-02", "2026-02-15" or "2026-02-15T14:32:00+01:00" (without an offset where none was
// stated); parse_timestamp of it gives the same value.
std::string to_string(const Timestamp& timestamp);

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1-12
  int day = 1;    // 1-31

  auto operator<=>(const CivilDate&) const = default;
  int quarter() const { return (month + 2) / 3; }
};

CivilDate civil_date_utc(Seconds time);

// RFC 3339 in UTC: "2026-02-15T13:32:00Z".
std::string format_rfc3339(Seconds time);
// "15 February 2026", English, UTC.
std::string format_date(Seconds time);
// As much of it as is known: "15 February 2026", "February 2026", "2026"; of the author's clock.
std::string format_date(const Timestamp& time);
// What days, hours, minutes and seconds are called.
using DurationUnits = std::array<std::string_view, 4>;

// "13:32", UTC.
std::string format_clock(Seconds time);
// The two largest units, rounded down: "45 s", "20 min", "1 h 5 min", "3 d 2 h", "0 min".
// Requires: not negative.
std::string format_duration(std::chrono::seconds duration,
                            const DurationUnits& units = {"d", "h", "min", "s"});
// ISO 8601, to the second: "PT1H5M", "P3DT2H", "PT0S". Requires: not negative.
std::string format_iso_duration(std::chrono::seconds duration);

}  // namespace debrief
