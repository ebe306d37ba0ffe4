#include "generator/extract/text_line.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::string print(const std::vector<TextLine>& lines, int depth = 0) {
  std::string out;
  for (const TextLine& line : lines) {
    const char* box = line.task == Task::none ? "" : line.task == Task::done ? "[x] " : "[ ] ";
    out += fmt::format("{}{}{} {}'{}'{}\n", std::string(static_cast<std::size_t>(2 * depth), ' '),
                       line.line, line.is_item ? "*" : ":", box, plain_text(line.text),
                       line.internal ? " internal" : "");
    out += print(line.nested, depth + 1);
  }
  return out;
}

std::string lines_of(std::string_view markdown) {
  return print(text_lines(parse(markdown, Marks::applied).document.blocks));
}

TEST(TextLines, AreListItemsWithWhatIsNested) {
  EXPECT_EQ(lines_of("- Why?\n  - Because.\n    - Why that?\n- [x] Done\n- [ ] Open\n"),
            "1* 'Why?'\n"
            "  2* 'Because.'\n"
            "    3* 'Why that?'\n"
            "4* [x] 'Done'\n"
            "5* [ ] 'Open'\n");
}

TEST(TextLines, AreTheLinesOfAParagraph) {
  EXPECT_EQ(
      lines_of("14:32 - Alert fires\n14:35 - *On-call\nacknowledges*\n14:42 - Found\n\nMore.\n"),
      "1: '14:32 - Alert fires'\n"
      "2: '14:35 - On-call acknowledges'\n"
      "4: '14:42 - Found'\n"
      "6: 'More.'\n");
}

TEST(TextLines, KnowBulletsAndBoxesWrittenAsCharacters) {
  EXPECT_EQ(
      lines_of(
          "• Why? → Because\n☐ [P1] Add a limit\n☑ Add an alert\n✅ Done\n\n- ✔️ Also "
          "done\n"),
      "1* 'Why? → Because'\n"
      "2* [ ] '[P1] Add a limit'\n"
      "3* [x] 'Add an alert'\n"
      "4* [x] 'Done'\n"
      "6* [x] 'Also done'\n");
}

TEST(TextLines, KeepTheMarksOfTheAuthor) {
  EXPECT_EQ(
      lines_of("- Public\n\n<!-- internal -->\n\n- Hidden\n  - deeper\n\n<!-- /internal -->\n"),
      "1* 'Public'\n"
      "5* 'Hidden' internal\n"
      "  6* 'deeper' internal\n");
}

TEST(TextLines, LeaveOutTablesCodeAndQuotes) {
  EXPECT_EQ(lines_of("| a |\n|---|\n| b |\n\n```\n- code\n```\n\n> - quote\n"), "");
}

}  // namespace
}  // namespace debrief
