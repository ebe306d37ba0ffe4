#include "generator/base/source_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace debrief {
namespace {

std::string lines(std::string_view bytes) {
  const SourceText text("a.md", bytes);
  std::string result;
  for (int i = 1; i <= text.line_count(); ++i) result += '[' + std::string(text.line(i)) + ']';
  return result;
}

// "line:column text"
std::string shown(const SourceLocation& where) {
  return std::to_string(where.line) + ':' + std::to_string(where.column) + ' ' + where.line_text;
}

TEST(SourceText, EndsLinesWithAnyOfTheUsualEnds) {
  EXPECT_EQ(lines("a\nb\n"), "[a][b]");
  EXPECT_EQ(lines("a\r\nb\r\n"), "[a][b]");
  EXPECT_EQ(lines("a\rb\r"), "[a][b]");
  EXPECT_EQ(lines("a\n\r\n\rb"), "[a][][][b]");
}

TEST(SourceText, NeedsNoLineEndAtTheEnd) {
  EXPECT_EQ(lines("a\nb"), "[a][b]");
}

TEST(SourceText, KeepsEmptyLines) {
  EXPECT_EQ(lines("\n\na\n\n"), "[][][a][]");
}

TEST(SourceText, HasALineEvenIfEmpty) {
  EXPECT_EQ(lines(""), "[]");
  EXPECT_EQ(shown(SourceText("a.md", "").at_offset(0)), "1:1 ");
}

TEST(SourceText, HasNoLinesOutside) {
  const SourceText text("a.md", "one\ntwo");
  EXPECT_EQ(text.line(0), "");
  EXPECT_EQ(text.line(-1), "");
  EXPECT_EQ(text.line(3), "");
}

TEST(SourceText, LocatesOffsets) {
  const SourceText text("a.md", "ab\r\ncdé!\n");
  EXPECT_EQ(shown(text.at_offset(0)), "1:1 ab");
  EXPECT_EQ(shown(text.at_offset(1)), "1:2 ab");
  EXPECT_EQ(shown(text.at_offset(2)), "1:3 ab");  // CR
  EXPECT_EQ(shown(text.at_offset(3)), "1:3 ab");  // LF
  EXPECT_EQ(shown(text.at_offset(4)), "2:1 cdé!");
  EXPECT_EQ(shown(text.at_offset(8)), "2:4 cdé!");  // Behind the two bytes of é.
  EXPECT_EQ(shown(text.at_offset(10)), "2:5 cdé!");
  EXPECT_EQ(shown(text.at_offset(9999)), "2:5 cdé!");
}

TEST(SourceText, LocatesLines) {
  const SourceText text("a.md", "one\ntwo\n");
  EXPECT_EQ(text.at(2, 3).file, "a.md");
  EXPECT_EQ(shown(text.at(2, 3)), "2:3 two");
  EXPECT_EQ(shown(text.at(2)), "2:0 two");
  EXPECT_EQ(shown(text.at(0, -1)), "1:0 one");
  EXPECT_EQ(shown(text.at(7, 1)), "2:1 two");
}

TEST(SourceText, LocatesTheWholeFile) {
  EXPECT_EQ(shown(SourceText("a.md", "one\n").whole_file()), "0:0 ");
  EXPECT_EQ(SourceText("a.md", "one\n").whole_file().file, "a.md");
}

TEST(SourceText, LeavesTheByteOrderMarkOut) {
  const std::string bytes = "\xEF\xBB\xBFtitle: x\n";
  const SourceText text("a.md", bytes);
  EXPECT_EQ(text.line(1), "title: x");
  EXPECT_EQ(text.bytes(), bytes);
  EXPECT_EQ(shown(text.at_offset(0)), "1:1 title: x");
  EXPECT_EQ(shown(text.at_offset(3)), "1:1 title: x");
  EXPECT_EQ(shown(text.at_offset(10)), "1:8 title: x");
}

TEST(SourceText, DoesNotCopyEndlessLines) {
  const std::string bytes(5000, 'a');
  EXPECT_EQ(shown(SourceText("a.md", bytes).at_offset(4999)), "1:5000 ");
}

RC_GTEST_PROP(SourceText, EveryOffsetIsInTheLineThatItsLocationNames, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::element('a', '\n', '\r', '\t'));
  const SourceText text("a.md", bytes);
  for (std::size_t offset = 0; offset <= bytes.size(); ++offset) {
    const SourceLocation where = text.at_offset(offset);
    const std::string_view line = text.line(where.line);
    RC_ASSERT(where.line_text == line);
    RC_ASSERT(where.column >= 1 && where.column <= static_cast<int>(line.size()) + 1);
    const bool is_line_end =
        offset == bytes.size() || bytes[offset] == '\n' || bytes[offset] == '\r';
    if (is_line_end) continue;
    const auto at = static_cast<std::size_t>(line.data() - bytes.data()) +
                    static_cast<std::size_t>(where.column) - 1;
    RC_ASSERT(at == offset);
  }
}

}  // namespace
}  // namespace debrief
