#include "generator/compare/line_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace debrief {
namespace {

using Lines = std::vector<std::string>;

Lines letters(const std::string& text) {
  Lines lines;
  for (const char c : text) lines.emplace_back(1, c);
  return lines;
}

// "ab-c+d": a and b stay, c goes, d comes.
std::string shown(const Lines& before, const Lines& after, std::size_t most_changes = 1000) {
  std::string text;
  for (const LineStep& step : diff_lines(before, after, most_changes)) {
    if (step.kind == LineStep::Kind::removed) text += "-" + before[step.index];
    if (step.kind == LineStep::Kind::added) text += "+" + after[step.index];
    if (step.kind == LineStep::Kind::kept) text += after[step.index];
  }
  return text;
}

TEST(LineDiff, FindsWhatComesAndGoes) {
  EXPECT_EQ("", shown({}, {}));
  EXPECT_EQ("abc", shown(letters("abc"), letters("abc")));
  EXPECT_EQ("+a+b", shown({}, letters("ab")));
  EXPECT_EQ("-a-b", shown(letters("ab"), {}));
  EXPECT_EQ("a-b+xc", shown(letters("abc"), letters("axc")));
  EXPECT_EQ("a+bc-d", shown(letters("acd"), letters("abc")));
  EXPECT_EQ("a-b-c+x+yd", shown(letters("abcd"), letters("axyd")));
  EXPECT_EQ("aa+a", shown(letters("aa"), letters("aaa")));
}

TEST(LineDiff, ReplacesAllInBetweenIfThatTakesTooLong) {
  EXPECT_EQ("a-b-c-d+x+c+yz", shown(letters("abcdz"), letters("axcyz"), 3));
  EXPECT_EQ("a-b+xc-d+yz", shown(letters("abcdz"), letters("axcyz"), 4));
}

// The longest common subsequence, by the textbook.
std::size_t common_length(const Lines& a, const Lines& b) {
  std::vector<std::vector<std::size_t>> length(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      length[i + 1][j + 1] =
          a[i] == b[j] ? length[i][j] + 1 : std::max(length[i][j + 1], length[i + 1][j]);
    }
  }
  return length[a.size()][b.size()];
}

TEST(LineDiff, MakesTheNewTextOfTheOldInAsFewStepsAsPossible) {
  std::uint32_t state = 1;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % below;
  };
  for (int round = 0; round < 2000; ++round) {
    std::string old_text;
    std::string new_text;
    for (std::uint32_t i = next(12); i > 0; --i) old_text += static_cast<char>('a' + next(4));
    for (std::uint32_t i = next(12); i > 0; --i) new_text += static_cast<char>('a' + next(4));
    const Lines before = letters(old_text);
    const Lines after = letters(new_text);
    Lines rebuilt;
    std::size_t kept = 0;
    std::size_t place_before = 0;
    std::size_t place_after = 0;
    for (const LineStep& step : diff_lines(before, after)) {
      if (step.kind == LineStep::Kind::removed) {
        EXPECT_EQ(place_before++, step.index);
        continue;
      }
      EXPECT_EQ(place_after++, step.index);
      rebuilt.push_back(after[step.index]);
      if (step.kind == LineStep::Kind::kept) {
        EXPECT_EQ(before[place_before++], after[step.index]);
        ++kept;
      }
    }
    ASSERT_EQ(after, rebuilt) << old_text << " " << new_text;
    ASSERT_EQ(before.size(), place_before) << old_text << " " << new_text;
    ASSERT_EQ(common_length(before, after), kept) << old_text << " " << new_text;
  }
}

TEST(LineDiff, EndsSoonWithTextsThatHaveNothingInCommon) {
  Lines before;
  Lines after;
  for (int i = 0; i < 200'000; ++i) {
    before.push_back("a" + std::to_string(i));
    after.push_back("b" + std::to_string(i));
  }
  EXPECT_EQ(400'000U, diff_lines(before, after).size());
}

}  // namespace
}  // namespace debrief
