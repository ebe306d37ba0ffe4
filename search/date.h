// Dates as people write them in queries: a year, a quarter, a month or a day, in UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace debrief::search {

// Seconds since 1970; `end` is the first second that is no longer in it.
struct Period {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

// "2026", "2026-Q1", "2026-01" or "2026-01-15"; nothing else.
std::optional<Period> parse_period(std::string_view text);

std::string year_of(std::int64_t seconds);     // "2026"
std::string quarter_of(std::int64_t seconds);  // "2026-Q1"

}  // namespace debrief::search
