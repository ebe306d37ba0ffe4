#include "generator/extract/loose_date.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

std::string day(std::string_view text, std::string_view not_before) {
  const auto first = not_before.empty() ? std::nullopt : parse_timestamp(not_before);
  const auto time = parse_loose_day(text, first);
  return time ? to_string(*time) : "none";
}

TEST(LooseDay, ReadsDaysAsPeopleWriteThem) {
  const struct {
    std::string_view text;
    std::string_view not_before;
    std::string_view day;
  } kCases[] = {
      {"2026-02-15", "", "2026-02-15"},
      {" 2026-02-15 ", "", "2026-02-15"},
      {"2026-02-15T23:30:00-08:00", "", "2026-02-15"},
      {"2/15", "2026-02-01", "2026-02-15"},
      {"2/15", "2026-02-15", "2026-02-15"},
      {"2/15", "2026-02-16", "2027-02-15"},
      {"02/05", "2026-01-01", "2026-02-05"},
      {"2/29", "2025-03-01", "2028-02-29"},
      {"2/15", "", "none"},
      {"2/15/2026", "", "2026-02-15"},
      {"2/15/26", "", "none"},
      {"15/2/2026", "", "none"},
      {"2/30", "2026-01-01", "none"},
      {"13/1", "2026-01-01", "none"},
      {"2/258", "2026-01-01", "none"},
      {"258/1", "2026-01-01", "none"},
      {"2/-15", "2026-01-01", "none"},
      {"March 28", "2026-02-01", "2026-03-28"},
      {"28 March", "2026-02-01", "2026-03-28"},
      {"Mar 28", "2026-02-01", "2026-03-28"},
      {"mar. 28", "2026-02-01", "2026-03-28"},
      {"Sept 1st", "2026-02-01", "2026-09-01"},
      {"January 2", "2026-12-20T10:00:00Z", "2027-01-02"},
      {"March 28, 2026", "", "2026-03-28"},
      {"28th March 2026", "", "2026-03-28"},
      {"15 Feb 2026", "2027-01-01", "2026-02-15"},
      {"February 30, 2026", "", "none"},
      {"March 284", "2026-01-01", "none"},
      {"March 2026", "2026-01-01", "none"},
      {"March", "2026-01-01", "none"},
      {"Ma 5", "2026-01-01", "none"},
      {"March 1, 20260", "", "none"},
      {"28.02.2026", "", "2026-02-28"},
      {"2026.02.28", "", "2026-02-28"},
      {"2026/02/28", "", "2026-02-28"},
      {"02.28.2026", "", "none"},
      {"28.02.26", "", "none"},
      {"1.2", "2026-01-01", "none"},
      {"Feb 15th", "2026-02-01", "2026-02-15"},
      {"15-Feb-2026", "", "2026-02-15"},
      {"15/Feb/2026", "", "2026-02-15"},
      {"Fri, March 27", "2026-02-01", "2026-03-27"},
      {"Friday 27 March 2026", "", "2026-03-27"},
      {"the 27th of March", "2026-02-01", "2026-03-27"},
      {"Friday", "2026-02-01", "none"},
      {"end of March", "2026-02-01", "none"},
      {"Q3 2026", "2026-02-01", "none"},
      {"1/2/3/4", "2026-02-01", "none"},
      {"999999999999/1", "2026-02-01", "none"},
      {"next week", "2026-01-01", "none"},
      {"Q2", "2026-01-01", "none"},
      {"[Date]", "2026-01-01", "none"},
      {"", "2026-01-01", "none"},
      {"//", "2026-01-01", "none"},
  };
  for (const auto& c : kCases) EXPECT_EQ(day(c.text, c.not_before), c.day) << c.text;
}

}  // namespace
}  // namespace debrief
