#include "generator/base/diagnostics.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

Diagnostic problem(SourceLocation where, std::string message = "unknown severity 'sev9'") {
  return {Level::error, std::move(where), "unknown-severity", std::move(message)};
}

std::string listing(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& item : diagnostics.sorted()) text += to_string(item) + '\n';
  return text;
}

TEST(Diagnostics, ShowsTheLineAndACaretUnderTheColumn) {
  EXPECT_EQ(to_string(problem({"incidents/a.md", 7, 11, "severity: sev9"})),
            "incidents/a.md:7:11: error: unknown severity 'sev9' [unknown-severity]\n"
            "severity: sev9\n"
            "          ^");
}

TEST(Diagnostics, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_string(problem({"a.md", 7, 0, "severity: sev9"})),
            "a.md:7: error: unknown severity 'sev9' [unknown-severity]\n"
            "severity: sev9");
  EXPECT_EQ(to_string(problem({"a.md", 7, 11, ""})),
            "a.md:7:11: error: unknown severity 'sev9' [unknown-severity]");
  EXPECT_EQ(to_string(problem({"a.md", 0, 0, ""})),
            "a.md: error: unknown severity 'sev9' [unknown-severity]");
  EXPECT_EQ(to_string(problem({"", 0, 0, ""})),
            "error: unknown severity 'sev9' [unknown-severity]");
}

TEST(Diagnostics, NamesTheLevel) {
  const auto with = [](Level level) {
    return to_string(Diagnostic{level, {"a.md", 0, 0, ""}, "id", "text"});
  };
  EXPECT_EQ(with(Level::info), "a.md: info: text [id]");
  EXPECT_EQ(with(Level::warning), "a.md: warning: text [id]");
  EXPECT_EQ(with(Level::error), "a.md: error: text [id]");
}

// The lines of each case: what is shown, and the caret.
std::string excerpt(int column, std::string line) {
  const std::string text = to_string(problem({"a.md", 1, column, std::move(line)}));
  return text.substr(text.find('\n') + 1);
}

TEST(Diagnostics, KeepsTabsSoThatTheCaretAligns) {
  EXPECT_EQ(excerpt(5, "\ta\tbc"), "\ta\tbc\n\t \t ^");
}

TEST(Diagnostics, PutsTheCaretBehindTheLineIfTheColumnIs) {
  EXPECT_EQ(excerpt(4, "abc"), "abc\n   ^");
  EXPECT_EQ(excerpt(400, "abc"), "abc\n   ^");
}

TEST(Diagnostics, CountsColumnsInCharacters) {
  EXPECT_EQ(excerpt(4, "été: x"), "été: x\n   ^");
}

TEST(Diagnostics, GivesWideCharactersTwoCells) {
  EXPECT_EQ(excerpt(4, "数据✅x"), "数据✅x\n      ^");
  EXPECT_EQ(excerpt(3, "e\u0301x"), "e\u0301x\n ^");
}

TEST(Diagnostics, ShowsThePartOfALongLineAroundTheCaret) {
  const std::string a(100, 'a');
  const std::string b(100, 'b');
  const std::string c(100, 'c');
  EXPECT_EQ(excerpt(1, a + b), a + "…\n^");
  EXPECT_EQ(excerpt(200, a + b), "…" + b + '\n' + std::string(100, ' ') + '^');
  EXPECT_EQ(excerpt(151, a + b + c), "…" + b + "…\n" + std::string(51, ' ') + '^');
  EXPECT_EQ(excerpt(0, a + b), a + "…");
  EXPECT_EQ(excerpt(1, a), a + "\n^");
}

TEST(Diagnostics, MakesControlCharactersHarmless) {
  EXPECT_EQ(excerpt(0, "\x1B[31mred\x07\x7F\r"), "␛[31mred␇␡␍");
  EXPECT_EQ(excerpt(0, "a\u009Bb\u2028c"), "a\uFFFDb\uFFFDc");
  EXPECT_EQ(excerpt(0, "caf\xE9 au lait"), "caf\uFFFD au lait");
}

TEST(Diagnostics, MakesMarksThatTurnTheDirectionHarmless) {
  EXPECT_EQ(excerpt(0, "user\u202Exe.exe\u2066"), "user\uFFFDxe.exe\uFFFD");
}

TEST(Diagnostics, MakesQuotedTextInMessagesAndNamesHarmless) {
  EXPECT_EQ(to_string(problem({"a\nb.md", 0, 0, ""}, "unknown key '\x1B]0;x\x07'")),
            "a␊b.md: error: unknown key '␛]0;x␇' [unknown-severity]");
}

TEST(Diagnostics, CountsByLevel) {
  Diagnostics diagnostics;
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.warning("w", {}, "one");
  diagnostics.info("i", {}, "two");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.error("e", {}, "three");
  diagnostics.error("e", {}, "four");
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.count(Level::error), 2u);
  EXPECT_EQ(diagnostics.count(Level::warning), 1u);
  EXPECT_EQ(diagnostics.count(Level::info), 1u);
}

TEST(Diagnostics, SortsByFileLineAndColumn) {
  Diagnostics diagnostics;
  diagnostics.error("r", {"b.md", 1, 1, ""}, "fifth");
  diagnostics.error("r", {"a.md", 10, 2, ""}, "third");
  diagnostics.error("r", {"a.md", 10, 10, ""}, "fourth");
  diagnostics.error("r", {"a.md", 9, 9, ""}, "second");
  diagnostics.error("r", {"a.md", 0, 0, ""}, "first");
  EXPECT_EQ(listing(diagnostics),
            "a.md: error: first [r]\n"
            "a.md:9:9: error: second [r]\n"
            "a.md:10:2: error: third [r]\n"
            "a.md:10:10: error: fourth [r]\n"
            "b.md:1:1: error: fifth [r]\n");
}

TEST(Diagnostics, KeepsTheOrderOfProblemsAtOnePlace) {
  Diagnostics diagnostics;
  diagnostics.error("z", {"a.md", 1, 0, ""}, "z");
  diagnostics.warning("a", {"a.md", 1, 0, ""}, "a");
  diagnostics.error("m", {"a.md", 1, 0, ""}, "m");
  EXPECT_EQ(listing(diagnostics),
            "a.md:1: error: z [z]\n"
            "a.md:1: warning: a [a]\n"
            "a.md:1: error: m [m]\n");
}

TEST(Diagnostics, ListsTheSameProblemAtTheSamePlaceOnce) {
  Diagnostics diagnostics;
  diagnostics.error("r", {"a.md", 1, 0, ""}, "twice");
  diagnostics.error("r", {"a.md", 1, 0, ""}, "between");
  diagnostics.error("r", {"a.md", 1, 0, ""}, "twice");
  diagnostics.warning("r", {"a.md", 1, 0, ""}, "twice");  // Not the same: another level.
  diagnostics.error("r", {"a.md", 2, 0, ""}, "twice");    // Nor this: another place.
  EXPECT_EQ(listing(diagnostics),
            "a.md:1: error: twice [r]\n"
            "a.md:1: error: between [r]\n"
            "a.md:1: warning: twice [r]\n"
            "a.md:2: error: twice [r]\n");
}

TEST(Diagnostics, MergesBehindWhatItHas) {
  Diagnostics first;
  first.error("r", {"a.md", 1, 0, ""}, "one");
  Diagnostics second;
  second.error("r", {"a.md", 1, 0, ""}, "two");
  first.merge(std::move(second));
  EXPECT_EQ(listing(first),
            "a.md:1: error: one [r]\n"
            "a.md:1: error: two [r]\n");
}

}  // namespace
}  // namespace debrief
