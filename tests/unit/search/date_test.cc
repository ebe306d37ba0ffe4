#include "search/date.h"

#include <gtest/gtest.h>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

TEST(Date, NamesAPeriod) {
  struct Case {
    std::string_view text;
    std::int64_t begin;
    std::int64_t end;
  };
  const Case cases[] = {
      {"2026", on(2026, 1, 1), on(2027, 1, 1)},        {"2026-Q1", on(2026, 1, 1), on(2026, 4, 1)},
      {"2026-q4", on(2026, 10, 1), on(2027, 1, 1)},    {"2026-12", on(2026, 12, 1), on(2027, 1, 1)},
      {"2024-02-29", on(2024, 2, 29), on(2024, 3, 1)},
  };
  for (const Case& c : cases) {
    const std::optional<Period> period = parse_period(c.text);
    ASSERT_TRUE(period) << c.text;
    EXPECT_EQ(period->begin, c.begin) << c.text;
    EXPECT_EQ(period->end, c.end) << c.text;
  }
}

TEST(Date, IsNothingElse) {
  for (const std::string_view text :
       {"",          "26",         "202",          "20266",       "2026-",      "2026-1",
        "2026-00",   "2026-13",    "2026-Q0",      "2026-Q5",     "2026-Q11",   "2026-01-",
        "2026-01-1", "2026-02-29", "2026-01-32",   "2026-01-15x", "2026/01/15", "-026",
        "+026",      "yesterday",  "2026-01-15T10"}) {
    EXPECT_FALSE(parse_period(text)) << text;
  }
}

TEST(Date, BelongsToAYearAndAQuarter) {
  EXPECT_EQ(year_of(on(2026, 1, 1)), "2026");
  EXPECT_EQ(year_of(on(2026, 1, 1) - 1), "2025");
  EXPECT_EQ(quarter_of(on(2026, 3, 31)), "2026-Q1");
  EXPECT_EQ(quarter_of(on(2026, 4, 1)), "2026-Q2");
  EXPECT_EQ(quarter_of(on(2026, 12, 31)), "2026-Q4");
  EXPECT_EQ(year_of(-1), "1969");
}

}  // namespace
}  // namespace debrief::search
