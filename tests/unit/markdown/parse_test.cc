#include "generator/markdown/parse.h"

#include <gtest/gtest.h>

#include "generator/base/source_text.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

// cmark-gfm looks for "[x]" anywhere in the line: an open item with a link called x was done.
TEST(Markdown, AnOpenBoxIsOpenWhateverFollows) {
  EXPECT_EQ(tree_of("- [ ] See `[x]`\n- [X] See `[ ]`\n"), R"(list
  item [ ]
    paragraph
      text 'See '
      code '[x]'
  item [x]
    paragraph
      text 'See '
      code '[ ]'
)");
}

TEST(ParseMarkdown, KeepsWhatTheAuthorWrote) {
  EXPECT_EQ(tree_of(R"(# Title

Text with `code`, *emphasis*, **strong** and ~~struck~~ words[^n],
a [link](../a%20b.md#c "T") and ![alt *text*](b.png).

> 3. three
>
>    | a | b |
>    |--:|---|
>    | 1 | 2 |

- [x] done
- [ ] open

~~~~ yaml title="x"
key: value
~~~~

[^n]: A note.
)"),
            R"(heading 1
  text 'Title'
paragraph
  text 'Text with '
  code 'code'
  text ', '
  emphasis
    text 'emphasis'
  text ', '
  strong
    text 'strong'
  text ' and '
  strike
    text 'struck'
  text ' words'
  footnote-ref 1
  text ','
  soft-break
  text 'a '
  link relative ../a%20b.md#c title='T'
    text 'link'
  text ' and '
  image relative b.png
    text 'alt '
    emphasis
      text 'text'
  text '.'
quote
  list ordered from 3 loose
    item
      paragraph
        text 'three'
      table r n
        row
          cell
            text 'a'
          cell
            text 'b'
        row
          cell
            text '1'
          cell
            text '2'
list
  item [x]
    paragraph
      text 'done'
  item [ ]
    paragraph
      text 'open'
code-block 'key: value
' info='yaml'
footnote 1
  paragraph
    text 'A note.'
)");
}

TEST(ParseMarkdown, CountsLinesFromTheStartOfTheFile) {
  const std::string_view bytes =
      "---\ntitle: x\n---\n\npara\n  second *line*\n\n> quote\n\n- item\n- item\n\n  more\n\n"
      "| a |\n|---|\n| b |\n\n```\ncode\n```\n\n<!-- c -->\n\ntext[^n]\n<!-- d --> end\n\n[^n]: "
      "note\n";
  const SourceText file("a.md", bytes);
  Diagnostics diagnostics;
  const MarkdownDocument document =
      parse_markdown(file, bytes.find("\npara"), MarkdownLimits{}, diagnostics);
  EXPECT_EQ(print(document.blocks, ShowLines::yes) + print(document.footnotes, ShowLines::yes),
            R"(5: paragraph
  5: text 'para'
  5: soft-break
  6: text 'second '
  6: emphasis
    6: text 'line'
8: quote
  8: paragraph
    8: text 'quote'
10: list loose
  10: item
    10: paragraph
      10: text 'item'
  11: item
    11: paragraph
      11: text 'item'
    13: paragraph
      13: text 'more'
15: table n
  15: row
    15: cell
      15: text 'a'
  17: row
    17: cell
      17: text 'b'
19: code-block 'code
'
23: comment-block 'c'
25: paragraph
  25: text 'text'
  25: footnote-ref 1
  25: soft-break
  26: comment 'd'
  26: text ' end'
28: footnote 1
  28: paragraph
    28: text 'note'
)");
}

TEST(ParseMarkdown, ReadsNothingFromNothing) {
  for (const std::string_view text : {"", "\n", "   ", "\r\n\r\n", "[a]: b"}) {
    EXPECT_EQ(tree_of(text), "") << text;
    EXPECT_EQ(problems_of(text), "") << text;
  }
}

TEST(PlainText, IsWhatAReaderWouldCopy) {
  const std::vector<Node> nodes =
      parse(
          "# A `b`\n\nc *d*\ne  \nf [g](h) ![i *j*](k) <!-- l --> m[^n]\n\n- o\n- p\n\n"
          "|q|r|\n|-|-|\n|s|t|\n\n```\nu\n```\n\n---\n\n[^n]: v")
          .document.blocks;
  EXPECT_EQ(plain_text(nodes),
            "A b\n"
            "c d e\n"
            "f g i j  m\n"
            "o\n"
            "p\n"
            "q\tr\n"
            "s\tt\n"
            "u");
}

}  // namespace
}  // namespace debrief
