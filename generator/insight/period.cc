#include "generator/insight/period.h"

#include <fmt/format.h>

namespace debrief {

namespace {

int most_of_a_year(PeriodLength length) {
  return length == PeriodLength::quarter ? 4 : 12;
}

}  // namespace

Period Period::after() const {
  return number == most_of_a_year(length) ? Period{length, year + 1, 1}
                                          : Period{length, year, number + 1};
}

Day Period::first_day() const {
  const int month = length == PeriodLength::quarter ? 3 * number - 2 : number;
  return std::chrono::year(year) / month / 1;
}

Day Period::last_day() const {
  return after().first_day() - std::chrono::days(1);
}

std::string to_string(const Period& period) {
  return period.length == PeriodLength::quarter
             ? fmt::format("{}-Q{}", period.year, period.number)
             : fmt::format("{}-{:02}", period.year, period.number);
}

Period period_of(PeriodLength length, Day day) {
  const CivilDate date = civil_date_utc(day);
  return {length, date.year, length == PeriodLength::quarter ? date.quarter() : date.month};
}

std::vector<Period> periods_between(PeriodLength length, Day first, Day last) {
  std::vector<Period> periods;
  const Period end = period_of(length, last);
  for (Period period = period_of(length, first); period <= end; period = period.after()) {
    periods.push_back(period);
  }
  return periods;
}

}  // namespace debrief
