#include "generator/base/day.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

Day day(std::string_view text) {
  return parse_day(text).value();
}

TEST(Day, IsWrittenInOneWay) {
  EXPECT_EQ(to_string(day("2026-02-15")), "2026-02-15");
  EXPECT_EQ(to_string(day("2028-02-29")), "2028-02-29");
  for (const std::string text :
       {"", "2026", "2026-02", "2026-02-30", "2026-2-15", "2026-02-15T10:00Z", "today"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Day, OfAMomentDependsOnWhereOneAsks) {
  const Seconds late = parse_timestamp("2026-02-15T23:30:00Z")->utc;
  EXPECT_EQ(to_string(day_in(TimeZone::utc(), late)), "2026-02-15");
  EXPECT_EQ(to_string(day_in(*TimeZone::find("Europe/Berlin"), late)), "2026-02-16");
  EXPECT_EQ(to_string(day_in(*TimeZone::find("America/New_York"), late)), "2026-02-15");
}

TEST(Day, IsTheLastThatATimestampLeavesOpen) {
  const auto last = [](std::string_view text) {
    return to_string(last_day(parse_timestamp(text).value()));
  };
  EXPECT_EQ(last("2026"), "2026-12-31");
  EXPECT_EQ(last("2026-02"), "2026-02-28");
  EXPECT_EQ(last("2028-02"), "2028-02-29");
  EXPECT_EQ(last("2026-02-15"), "2026-02-15");
  EXPECT_EQ(last("2026-02-15T23:30:00-05:00"), "2026-02-15");
}

TEST(Quarter, HasThreeMonths) {
  std::string quarters;
  for (const std::string_view text :
       {"2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"}) {
    const Quarter quarter = quarter_of(day(text));
    quarters += std::to_string(quarter.year) + "Q" + std::to_string(quarter.number) + " ";
  }
  EXPECT_EQ(quarters, "2025Q4 2026Q1 2026Q1 2026Q2 2026Q4 ");
}

TEST(Quarter, CountsOnOverTheTurnOfTheYear) {
  EXPECT_EQ((Quarter{2026, 1}.before()), (Quarter{2025, 4}));
  EXPECT_EQ((Quarter{2025, 4}.after()), (Quarter{2026, 1}));
  EXPECT_EQ((Quarter{2026, 3}.before()), (Quarter{2026, 2}));
  EXPECT_EQ(to_string(Quarter{2026, 4}.first_day()), "2026-10-01");
}

TEST(Quarter, OfTheTimeUntilNowEndWithNow) {
  EXPECT_EQ(quarters_until(day("2026-02-15"), 3),
            (std::vector<Quarter>{{2025, 3}, {2025, 4}, {2026, 1}}));
  EXPECT_TRUE(quarters_until(day("2026-02-15"), 0).empty());
}

TEST(Month, CountsBackOverTheTurnOfTheYear) {
  EXPECT_EQ(month_of(day("2026-01-31")), (Month{2026, 1}));
  EXPECT_EQ((Month{2026, 1}.before()), (Month{2025, 12}));
}

}  // namespace
}  // namespace debrief
