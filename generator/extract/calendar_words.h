// The calendar in words: names of months and weekdays, days of a month, days of a year.
#pragma once

#include <optional>
#include <string_view>

#include "generator/base/timestamp.h"

namespace debrief {

// 1-12 for an English name or its first three letters or more, in any case, with or without a
// full stop: "March", "mar.", "Sept".
std::optional<int> month_of(std::string_view word);

// "15", "15th", "1st"; whether some month has such a day is not looked at.
std::optional<int> day_of_month(std::string_view word);

// "Monday", "Mon", "Mon.", "Tues", "Thurs".
bool is_weekday(std::string_view word);

// The day as a Timestamp; absent for one that the calendar does not have, and for years before
// 1970 or after 2199.
std::optional<Timestamp> make_day(int year, int month, int day);

}  // namespace debrief
