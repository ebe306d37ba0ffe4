#include "generator/base/day.h"

namespace debrief {

namespace {

using std::chrono::year_month_day;

year_month_day calendar(Day day) {
  return year_month_day(day);
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  const std::optional<Timestamp> time = parse_timestamp(text);
  if (!time || time->precision != Timestamp::Precision::day || to_string(*time) != text) {
    return std::nullopt;
  }
  return std::chrono::floor<std::chrono::days>(time->utc);
}

std::string to_string(Day day) {
  return format_rfc3339(day).substr(0, 10);
}

Day day_in(const TimeZone& zone, Seconds utc) {
  return std::chrono::floor<std::chrono::days>(zone.local(utc).clock);
}

Day last_day(const Timestamp& time) {
  const Day first = std::chrono::floor<std::chrono::days>(time.utc + time.offset);
  const year_month_day date = calendar(first);
  switch (time.precision) {
    case Timestamp::Precision::year:
      return date.year() / std::chrono::December / 31;
    case Timestamp::Precision::month:
      return date.year() / date.month() / std::chrono::last;
    case Timestamp::Precision::day:
    case Timestamp::Precision::minute:
      break;
  }
  return first;
}

Day Quarter::first_day() const {
  return std::chrono::year(year) / (3 * number - 2) / 1;
}

Quarter quarter_of(Day day) {
  const CivilDate date = civil_date_utc(day);
  return {date.year, date.quarter()};
}

std::vector<Quarter> quarters_until(Day last, std::size_t most) {
  std::vector<Quarter> quarters(most);
  Quarter quarter = quarter_of(last);
  for (auto each = quarters.rbegin(); each != quarters.rend(); ++each) {
    *each = quarter;
    quarter = quarter.before();
  }
  return quarters;
}

Month month_of(Day day) {
  const CivilDate date = civil_date_utc(day);
  return {date.year, date.month};
}

}  // namespace debrief
