#include "generator/scaffold/next_id.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

TEST(NextId, IsOneAboveTheHighestOfTheYear) {
  EXPECT_EQ(next_id({"PM-2026-001", "PM-2026-014", "PM-2025-099"}, 2026), "PM-2026-015");
}

TEST(NextId, BeginsAnewInANewYear) {
  EXPECT_EQ(next_id({"PM-2026-001", "PM-2026-014"}, 2027), "PM-2027-001");
}

TEST(NextId, KeepsTheFormThatMostIdsHave) {
  EXPECT_EQ(next_id({"INC2024.7", "PM2026-008", "PM2026-009", "disk-full"}, 2026), "PM2026-010");
}

TEST(NextId, KeepsTheWidthUntilTheNumberNeedsMore) {
  EXPECT_EQ(next_id({"PM-2026-99"}, 2026), "PM-2026-100");
  EXPECT_EQ(next_id({"PM-2026-0099"}, 2026), "PM-2026-0100");
}

TEST(NextId, IsNoneWhereNothingIsNumbered) {
  EXPECT_EQ(next_id({}, 2026), "");
  EXPECT_EQ(next_id({"disk-full", "2026-02-15-x", "PM-12", "PM-9999-1", "2026"}, 2026), "");
}

}  // namespace
}  // namespace debrief
