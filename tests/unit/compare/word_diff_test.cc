// Which words of a sentence are others, as a reader would mark them.

#include "generator/compare/word_diff.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

std::string marked(const std::vector<TextPiece>& pieces) {
  std::string text;
  for (const TextPiece& piece : pieces)
    text += piece.is_changed ? "[" + piece.text + "]" : piece.text;
  return text;
}

std::string words(std::string_view before, std::string_view after) {
  const auto changes = diff_words(before, after);
  return changes ? marked(changes->before) + "\n" + marked(changes->after) : "no version of it";
}

TEST(WordDiff, MarksWholeWords) {
  EXPECT_EQ("[9,600] customers saw [an] error.\n[12,000] customers saw [at least one] error.",
            words("9,600 customers saw an error.", "12,000 customers saw at least one error."));
  EXPECT_EQ("Die Fähre [fällt] aus.\nDie Fähre [fiel] aus.",
            words("Die Fähre fällt aus.", "Die Fähre fiel aus."));
  EXPECT_EQ("The end\nThe end[.]", words("The end", "The end."));
  EXPECT_EQ("The same.\nThe same.", words("The same.", "The same."));
}

TEST(WordDiff, AnotherSentenceIsNoVersion) {
  EXPECT_EQ("no version of it", words("It was dark.", "Nobody was hurt by this, they say."));
  EXPECT_EQ("no version of it", words("", "x"));
  EXPECT_EQ("no version of it", words("- . ,", "- , ;"));
}

TEST(WordDiff, NobodyLooksForWordsInALineOfAThousand) {
  std::string long_line;
  for (int i = 0; i < 2000; ++i) long_line += "word ";
  EXPECT_EQ("no version of it", words(long_line, long_line + "."));
}

std::string pairs(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::string text;
  for (const LinePair& pair : pair_lines(before, after)) {
    if (pair.before) text += "- " + before[*pair.before] + "\n";
    if (pair.after) text += (pair.before ? "  + " : "+ ") + after[*pair.after] + "\n";
  }
  return text;
}

TEST(WordDiff, ALineTakesThePlaceOfTheOneItIsAVersionOf) {
  EXPECT_EQ(
      "+ A new sentence.\n"
      "- The lamp went out.\n"
      "  + The big lamp went out.\n"
      "- Nobody was hurt.\n"
      "+ Ships had to wait.\n",
      pairs({"The lamp went out.", "Nobody was hurt."},
            {"A new sentence.", "The big lamp went out.", "Ships had to wait."}));
  EXPECT_EQ("+ a\n+ b\n", pairs({}, {"a", "b"}));
  EXPECT_EQ("- a\n- b\n", pairs({"a", "b"}, {}));
}

TEST(WordDiff, VeryManyLinesAreNotPaired) {
  const std::vector<std::string> before(500, "The lamp went out.");
  const std::vector<std::string> after(500, "The big lamp went out.");
  EXPECT_EQ(1000U, pair_lines(before, after).size());
}

}  // namespace
}  // namespace debrief
