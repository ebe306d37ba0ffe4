// The stretches of the calendar that incidents are counted by: quarters or months.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "generator/base/day.h"

namespace debrief {

enum class PeriodLength { quarter, month };

struct Period {
  PeriodLength length = PeriodLength::quarter;
  int year = 1970;
  int number = 1;  // of the quarter, 1-4, or of the month, 1-12

  // Of periods of one length, by time.
  auto operator<=>(const Period&) const = default;
  Period after() const;
  Day first_day() const;
  Day last_day() const;
};

std::string to_string(const Period& period);  // "2026-Q1", "2026-01"

Period period_of(PeriodLength length, Day day);

// From that of `first` to that of `last`, the oldest first; none if `last` is before.
std::vector<Period> periods_between(PeriodLength length, Day first, Day last);

}  // namespace debrief
