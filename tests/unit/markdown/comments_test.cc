#include "generator/markdown/comments.h"

#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view markdown;
  std::string_view expected;
};

TEST(Comments, AreNodes) {
  const Case cases[] = {
      {"a block", "a\n\n<!-- b -->\n\nc", R"(paragraph
  text 'a'
comment-block 'b'
paragraph
  text 'c'
)"},
      {"right after a line", "a\n<!-- b -->\nc", R"(paragraph
  text 'a'
comment-block 'b'
paragraph
  text 'c'
)"},
      {"in a line", "a <!-- b --> c", R"(paragraph
  text 'a '
  comment 'b'
  text ' c'
)"},
      {"at the start of a line with text", "<!-- a --> b", R"(paragraph
  comment 'a'
  text ' b'
)"},
      {"several at the start", "<!-- a --><!-- b --> c", R"(paragraph
  comment 'a'
  comment 'b'
  text ' c'
)"},
      {"several alone", "<!-- a --> <!-- b -->", R"(comment-block 'a'
comment-block 'b'
)"},
      {"at the start of a later line", "a\n<!-- b --> c", R"(paragraph
  text 'a'
  soft-break
  comment 'b'
  text ' c'
)"},
      {"at the end of a line", "a <!-- b -->\nc", R"(paragraph
  text 'a '
  comment 'b'
  soft-break
  text 'c'
)"},
      {"over several lines", "<!-- a\nb\n\nc -->\n\nd", R"(comment-block 'a
b

c'
paragraph
  text 'd'
)"},
      {"over several lines of text", "a <!-- b\nc --> d", R"(paragraph
  text 'a '
  comment 'b
c'
  text ' d'
)"},
      {"empty", "a <!----> b", R"(paragraph
  text 'a '
  comment
  text ' b'
)"},
      {"in an item", "- <!-- a --> b\n- c <!-- d -->", R"(list
  item
    paragraph
      comment 'a'
      text ' b'
  item
    paragraph
      text 'c '
      comment 'd'
)"},
      {"in a numbered item", "1. <!-- a --> b", R"(list ordered from 1
  item
    paragraph
      comment 'a'
      text ' b'
)"},
      {"in a quote", "> <!-- a --> b", R"(quote
  paragraph
    comment 'a'
    text ' b'
)"},
      {"in a table", "|<!-- a --> b|\n|-|\n|c <!-- d -->|", R"(table n
  row
    cell
      comment 'a'
      text ' b'
  row
    cell
      text 'c '
      comment 'd'
)"},
      {"in a heading", "## a <!-- b -->", R"(heading 2
  text 'a '
  comment 'b'
)"},
      {"in code", "`<!-- a -->`", R"(paragraph
  code '<!-- a -->'
)"},
      {"in a code block", "```\n<!-- a --> b\n```", R"(code-block '<!-- a --> b
'
)"},
      {"in indented code", "    <!-- a --> b", R"(code-block '<!-- a --> b
'
)"},
      {"in alternative text", "![a <!-- b --> c](d.png)", R"(paragraph
  image relative d.png
    text 'a '
    comment 'b'
    text ' c'
)"},
      {"with Windows line ends", "<!-- a --> b\r\n\r\n<!-- c -->\r\n", R"(paragraph
  comment 'a'
  text ' b'
comment-block 'c'
)"},
      {"of many words", "a <!-- TODO: b > c -->", R"(paragraph
  text 'a '
  comment 'TODO: b > c'
)"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(tree_of(c.markdown), c.expected) << c.name;
    EXPECT_EQ(problems_of(c.markdown), "") << c.name;
  }
}

TEST(Comments, ThatMarkdownDoesNotTakeForSomeAreErrors) {
  const Case cases[] = {
      {"block without an end", "<!-- a\n\nb",
       R"(a.md:1: error: this comment does not end, or shares a block with other HTML; close it with --> and keep empty lines around it [unclosed-comment]
<!-- a
)"},
      {"without an end in a line", "a <!-- b",
       R"(a.md:1: error: this comment is none for Markdown: it must end with --> before the next empty line and hold no --; put a <!-- that is to be read into `backticks` [unclosed-comment]
a <!-- b
)"},
      {"over an empty line", "a <!-- b\n\nc --> d",
       R"(a.md:1: error: this comment is none for Markdown: it must end with --> before the next empty line and hold no --; put a <!-- that is to be read into `backticks` [unclosed-comment]
a <!-- b
)"},
      {"with -- inside", "a <!-- b -- c --> d",
       R"(a.md:1: error: this comment is none for Markdown: it must end with --> before the next empty line and hold no --; put a <!-- that is to be read into `backticks` [unclosed-comment]
a <!-- b -- c --> d
)"},
      {"with one - too many", "a <!-- internal --->b",
       R"(a.md:1: error: this comment is none for Markdown: it must end with --> before the next empty line and hold no --; put a <!-- that is to be read into `backticks` [unclosed-comment]
a <!-- internal --->b
)"},
      {"text after the last line of a block", "<!-- a\nb --> c",
       R"(a.md:1: error: this comment does not end, or shares a block with other HTML; close it with --> and keep empty lines around it [unclosed-comment]
<!-- a
)"},
      {"with other HTML", "<div><!-- a --></div>",
       R"(a.md:1: error: this comment does not end, or shares a block with other HTML; close it with --> and keep empty lines around it [unclosed-comment]
<div><!-- a --></div>
)"},
      {"two, the second without an end", "<!-- a --> <!-- b\nc",
       R"(a.md:1: error: this comment does not end, or shares a block with other HTML; close it with --> and keep empty lines around it [unclosed-comment]
<!-- a --> <!-- b
)"},
      {"in a title", "[a](b.md '<!-- c -->')",
       R"(a.md:1: error: this comment is none for Markdown: it must end with --> before the next empty line and hold no --; put a <!-- that is to be read into `backticks` [unclosed-comment]
[a](b.md '<!-- c -->')
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(problems_of(c.markdown), c.expected) << c.name;
}

TEST(Comments, LeaveNoTraceOfTheGuardCharacter) {
  EXPECT_EQ(tree_of("\uFDD0 a\uFDD0b `\uFDD0` <!-- \uFDD0 -->\n\n```\uFDD0c\n\uFDD0\n```"),
            R"(paragraph
  text ' ab '
  code
  text ' '
  comment
code-block '
' info='c'
)");
  EXPECT_EQ(tree_of("[a](\n<!--b--> 'c')"), R"(paragraph
  link relative <!--b--> title='c'
    text 'a'
)");
}

TEST(RawHtml, IsLeftOutWithAWarning) {
  const Case cases[] = {
      {"block", "<div>\n*a*\n</div>\n\nb", R"(paragraph
  text 'b'
a.md:1: warning: raw HTML is not shown; write it as Markdown [raw-html]
<div>
)"},
      {"in a line", "a <b>c</b>", R"(paragraph
  text 'a '
  text 'c'
a.md:1: warning: raw HTML is not shown; write it as Markdown [raw-html]
a <b>c</b>
)"},
      {"script", "<script>\nalert(1)\n</script>",
       R"(a.md:1: warning: raw HTML is not shown; write it as Markdown [raw-html]
<script>
)"},
      {"processing instruction", "a <?b?> c", R"(paragraph
  text 'a '
  text ' c'
a.md:1: warning: raw HTML is not shown; write it as Markdown [raw-html]
a <?b?> c
)"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(tree_of(c.markdown) + problems_of(c.markdown), c.expected) << c.name;
}

TEST(ParseComments, WantsNothingButComments) {
  EXPECT_EQ(parse_comments("<!-- a --> <!--b-->\n"), (std::vector<std::string>{"a", "b"}));
  for (const std::string_view html :
       {"", " ", "<!-- a", "<!-- a --> b", "<b>", "a <!-- b -->", "<!-->"}) {
    EXPECT_EQ(parse_comments(html), std::nullopt) << html;
  }
}

}  // namespace
}  // namespace debrief
