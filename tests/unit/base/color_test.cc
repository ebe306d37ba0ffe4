#include "generator/base/color.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

TEST(Color, IsReadAsStyleSheetsWriteIt) {
  const Color blue{31, 95, 168};
  EXPECT_EQ(parse_color("#1f5fa8"), blue);
  EXPECT_EQ(parse_color("#1F5FA8"), blue);
  EXPECT_EQ(parse_color("rgb(31, 95, 168)"), blue);
  EXPECT_EQ(parse_color(" rgb(31 95 168) "), blue);
  EXPECT_EQ(parse_color("#15a"), (Color{17, 85, 170}));
  EXPECT_EQ(to_string(blue), "#1f5fa8");
}

TEST(Color, NothingElseIsOne) {
  for (const char* text : {"", "#", "blue", "#1f5fa", "#1f5fag", "#1f5fa8ff", "rgb(31, 95)",
                           "rgb(31, 95, 256)", "rgb(31, 95, -1)", "url(x)", "#fff; color: red"}) {
    EXPECT_EQ(parse_color(text), std::nullopt) << text;
  }
}

TEST(Color, ContrastIsThatOfWcag) {
  EXPECT_DOUBLE_EQ(contrast(kBlack, kWhite), 21);
  EXPECT_DOUBLE_EQ(contrast(kWhite, kWhite), 1);
  EXPECT_NEAR(contrast(*parse_color("#767676"), kWhite), 4.54, 0.01);
  EXPECT_NEAR(contrast(kWhite, *parse_color("#ff0000")), 4.0, 0.01);
}

TEST(Color, IsMixed) {
  EXPECT_EQ(to_string(mixed(kBlack, kWhite, 0.5)), "#808080");
  EXPECT_EQ(mixed(kBlack, kWhite, 0), kBlack);
}

}  // namespace
}  // namespace debrief
