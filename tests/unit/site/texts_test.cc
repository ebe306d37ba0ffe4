#include "generator/site/texts.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace debrief {
namespace {

TEST(Texts, CountsAreReadable) {
  EXPECT_EQ(count_text(0), "0");
  EXPECT_EQ(count_text(999), "999");
  EXPECT_EQ(count_text(1'000), "1,000");
  EXPECT_EQ(count_text(1'234'567), "1,234,567");
  EXPECT_EQ(incident_count_text(0), "0 incidents");
  EXPECT_EQ(incident_count_text(1), "1 incident");
  EXPECT_EQ(open_count_text(1), "1 ongoing incident");
  EXPECT_EQ(open_count_text(2), "2 ongoing incidents");
  EXPECT_EQ(range_text(101, 200, 10'000), "101–200 of 10,000 incidents");
  EXPECT_EQ(position_text(2, 12), "Page 2 of 12");
  EXPECT_EQ(quarter_text(2026, 1), "Q1 2026");
}

TEST(Texts, AMisspeltNameIsAProgrammingError) {
  EXPECT_EQ(label("incidents"), "Incidents");
  EXPECT_THROW(label("incidentes"), std::logic_error);
}

TEST(Texts, TheTableHasEachNameOnce) {
  EXPECT_FALSE(text_data().values().empty());
}

}  // namespace
}  // namespace debrief
