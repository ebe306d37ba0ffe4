#include "generator/base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "generator/base/utf8.h"

namespace debrief {
namespace {

std::string joined(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) text += '[' + std::string(part) + ']';
  return text;
}

TEST(Text, TrimsAsciiWhiteSpaceAtBothEnds) {
  EXPECT_EQ(trim(" \t\r\n\f\va b \t\r\n\f\v"), "a b");
  EXPECT_EQ(trim("a"), "a");
  EXPECT_EQ(trim(" \n "), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("\u00A0a"), "\u00A0a");
}

TEST(Text, LowersAsciiLettersOnly) {
  EXPECT_EQ(to_lower("SEV1 ÉTÉ z"), "sev1 ÉtÉ z");
}

TEST(Text, ComparesIgnoringTheCaseOfAsciiLetters) {
  EXPECT_TRUE(equal_ignoring_case("Root Cause", "rOOT cAUSE"));
  EXPECT_TRUE(equal_ignoring_case("", ""));
  EXPECT_FALSE(equal_ignoring_case("a", "ab"));
  EXPECT_FALSE(equal_ignoring_case("ab", "a"));
  EXPECT_FALSE(equal_ignoring_case("@", "`"));  // 32 apart, as letters are.
}

TEST(Text, Splits) {
  EXPECT_EQ(joined(split("a,b,,c", ',')), "[a][b][][c]");
  EXPECT_EQ(joined(split("a", ',')), "[a]");
  EXPECT_EQ(joined(split("", ',')), "[]");
  EXPECT_EQ(joined(split(",", ',')), "[][]");
}

TEST(Text, CollapsesRunsOfWhiteSpace) {
  EXPECT_EQ(collapse_spaces("  a \n\t b  c "), "a b c");
  EXPECT_EQ(collapse_spaces(" \n "), "");
  EXPECT_EQ(collapse_spaces(""), "");
}

TEST(Text, FindsTheFirstByteThatIsNoUtf8) {
  struct Row {
    const char* name;
    std::string text;
    std::optional<std::size_t> expected;
  };
  const Row rows[] = {
      {"empty", "", std::nullopt},
      {"ASCII", "plain text, longer than a block", std::nullopt},
      {"all lengths", "aé…😀", std::nullopt},
      {"NUL is a character", std::string("a\0b", 3), std::nullopt},
      {"noncharacters are characters", "\xEF\xBF\xBF", std::nullopt},
      {"Latin-1", "caf\xE9", 3},
      {"after a block of ASCII", "0123456789abcdef\xFFz", 16},
      {"within a block of ASCII", "0123\xFF-6789", 4},
      {"continuation alone", "a\x80", 1},
      {"one continuation too many", "é\xA9", 2},
      {"cut short at the end", "ab\xE2\x80", 2},
      {"cut short by a letter", "\xE2\x80z", 0},
      {"overlong slash in 2 bytes", "\xC0\xAF", 0},
      {"overlong in 2 bytes, the largest", "\xC1\xBF", 0},
      {"overlong in 3 bytes", "\xE0\x9F\xBF", 0},
      {"overlong in 4 bytes", "\xF0\x8F\xBF\xBF", 0},
      {"first surrogate", "\xED\xA0\x80", 0},
      {"last surrogate", "\xED\xBF\xBF", 0},
      {"before the surrogates", "\xED\x9F\xBF", std::nullopt},
      {"after the surrogates", "\xEE\x80\x80", std::nullopt},
      {"beyond the last character", "\xF4\x90\x80\x80", 0},
      {"lead byte of 5", "\xF8\x88\x80\x80\x80", 0},
      {"UTF-16",
       std::string("\xFF\xFE"
                   "a\0",
                   4),
       0},
  };
  for (const Row& row : rows) EXPECT_EQ(find_invalid_utf8(row.text), row.expected) << row.name;
}

TEST(Text, CountsCharactersNotBytes) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("aé…😀"), 4u);
}

TEST(Text, Shortens) {
  struct Row {
    std::string text;
    std::size_t characters;
    std::string expected;
  };
  const Row rows[] = {
      {"short", 5, "short"},
      {"", 0, ""},
      {"anything", 0, ""},
      {"anything", 1, "…"},
      {"one two three", 12, "one two…"},
      {"one two three", 9, "one two…"},
      {"one two three", 8, "one two…"},  // The gap falls just behind what fits.
      {"one two three", 7, "one…"},
      {"one  two three", 8, "one…"},
      {"unbreakable", 6, "unbre…"},
      {"a unbreakableword", 10, "a unbreak…"},  // Cut at the gap it would lose nearly all.
      {"数据库连接池已耗尽", 5, "数据库连…"},
      {"Réseau saturé à midi", 14, "Réseau saturé…"},
  };
  for (const Row& row : rows) {
    const std::string result = shorten(row.text, row.characters);
    EXPECT_EQ(result, row.expected) << row.text << " to " << row.characters;
    EXPECT_LE(count_characters(result), row.characters) << row.text;
  }
}

RC_GTEST_PROP(Text, FindInvalidUtf8AgreesWithDecodingOneByOne, (const std::string& text)) {
  std::optional<std::size_t> expected;
  for (std::size_t offset = 0; offset < text.size() && !expected;) {
    const Utf8Character character = decode_utf8(text, offset);
    if (!character.valid) expected = offset;
    offset += character.length;
  }
  RC_ASSERT(find_invalid_utf8(text) == expected);
}

RC_GTEST_PROP(Text, CollapsingTwiceChangesNothing, (const std::string& text)) {
  const std::string once = collapse_spaces(text);
  RC_ASSERT(collapse_spaces(once) == once);
  RC_ASSERT(trim(once) == once);
}

}  // namespace
}  // namespace debrief
