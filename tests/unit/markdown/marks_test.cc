#include "generator/markdown/marks.h"

#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view markdown;
  std::string_view expected;
};

TEST(Marks, HideWhatStandsBetweenThem) {
  const Case cases[] = {
      {"blocks", "a\n\n<!-- internal -->\n\nb\n\n- c\n\n<!-- /internal -->\n\nd", R"(paragraph
  text 'a'
paragraph INTERNAL
  text 'b'
list INTERNAL
  item
    paragraph
      text 'c'
paragraph
  text 'd'
)"},
      {"blocks without empty lines", "a\n<!-- internal -->\nb\n<!-- /internal -->\nc", R"(paragraph
  text 'a'
paragraph INTERNAL
  text 'b'
paragraph
  text 'c'
)"},
      {"blocks with a replacement",
       "<!-- internal: two customers -->\n\nb\n\nc\n\n<!-- /internal -->",
       R"(paragraph INTERNAL replacement='two customers'
  text 'b'
paragraph INTERNAL
  text 'c'
)"},
      {"in a line", "a <!-- internal -->b *c*<!-- /internal --> d", R"(paragraph
  text 'a '
  text 'b ' INTERNAL
  emphasis INTERNAL
    text 'c'
  text ' d'
)"},
      {"at the start of a line", "<!-- internal -->a<!-- /internal --> b", R"(paragraph
  text 'a' INTERNAL
  text ' b'
)"},
      {"with a replacement", "<!-- internal: a large retailer -->Initech *Inc*<!-- /internal --> b",
       R"(paragraph
  text 'Initech ' INTERNAL replacement='a large retailer'
  emphasis INTERNAL
    text 'Inc'
  text ' b'
)"},
      {"with a colon in the replacement", "<!-- internal: at: noon -->a<!-- /internal -->",
       R"(paragraph
  text 'a' INTERNAL replacement='at: noon'
)"},
      {"over two lines of a paragraph", "a <!-- internal -->b\nc<!-- /internal --> d", R"(paragraph
  text 'a '
  text 'b' INTERNAL
  soft-break INTERNAL
  text 'c' INTERNAL
  text ' d'
)"},
      {"in any case and spacing", "a <!--INTERNAL-->b<!--  /Internal  --> c", R"(paragraph
  text 'a '
  text 'b' INTERNAL
  text ' c'
)"},
      {"twice in a line",
       "<!-- internal -->a<!-- /internal --> b <!-- internal: x -->c<!-- /internal -->",
       R"(paragraph
  text 'a' INTERNAL
  text ' b '
  text 'c' INTERNAL replacement='x'
)"},
      {"around nothing", "a <!-- internal: b --><!-- /internal --> c", R"(paragraph
  text 'a '
  comment INTERNAL replacement='b'
  text ' c'
)"},
      {"around nothing but a footnote",
       "a[^n]\n\n<!-- internal: b -->\n\n[^n]: c\n\n<!-- /internal -->",
       R"(paragraph
  text 'a'
  footnote-ref 1
comment-block INTERNAL replacement='b'
footnote 1 INTERNAL
  paragraph
    text 'c'
)"},
      {"heading", "## a <!-- internal -->\n\nb", R"(heading 2 INTERNAL
  text 'a '
paragraph
  text 'b'
)"},
      {"heading with a part of it", "## a <!-- internal -->b<!-- /internal --> c", R"(heading 2
  text 'a '
  text 'b' INTERNAL
  text ' c'
)"},
      {"heading with text behind the mark", "## a <!-- internal --> b", R"(heading 2 INTERNAL
  text 'a '
  text ' b' INTERNAL
)"},
      {"list item", "- <!-- internal -->a<!-- /internal -->\n- b", R"(list
  item
    paragraph
      text 'a' INTERNAL
  item
    paragraph
      text 'b'
)"},
      {"list item with text", "- a <!-- internal: x -->b<!-- /internal -->\n- c", R"(list
  item
    paragraph
      text 'a '
      text 'b' INTERNAL replacement='x'
  item
    paragraph
      text 'c'
)"},
      {"blocks of a list item", "- a\n\n  <!-- internal -->\n\n  b\n\n  <!-- /internal -->\n- c",
       R"(list loose
  item
    paragraph
      text 'a'
    paragraph INTERNAL
      text 'b'
  item
    paragraph
      text 'c'
)"},
      {"table cell", "|a|b|\n|-|-|\n|<!-- internal: x -->c<!-- /internal -->|d|", R"(table n n
  row
    cell
      text 'a'
    cell
      text 'b'
  row
    cell
      text 'c' INTERNAL replacement='x'
    cell
      text 'd'
)"},
      {"quote", "> <!-- internal -->\n> a\n> <!-- /internal -->\n>\n> b", R"(quote
  paragraph INTERNAL
    text 'a'
  paragraph
    text 'b'
)"},
      {"footnote text", "a[^n]\n\n[^n]: b <!-- internal -->c<!-- /internal -->", R"(paragraph
  text 'a'
  footnote-ref 1
footnote 1
  paragraph
    text 'b '
    text 'c' INTERNAL
)"},
      {"link text", "[a <!-- internal: x -->b<!-- /internal -->](c.md)", R"(paragraph
  link relative c.md
    text 'a '
    text 'b' INTERNAL replacement='x'
)"},
      {"link", "<!-- internal: x -->[a](b.md)<!-- /internal -->", R"(paragraph
  link relative b.md INTERNAL replacement='x'
    text 'a'
)"},
      {"image", "a <!-- internal -->![b](c.png)<!-- /internal -->", R"(paragraph
  text 'a '
  image relative c.png INTERNAL
    text 'b'
)"},
      {"alternative text", "![a <!-- internal -->b<!-- /internal -->](c.png)", R"(paragraph
  image relative c.png
    text 'a '
    text 'b' INTERNAL
)"},
      {"other comments", "a <!-- TODO: tell the internal team --> b <!-- note -->", R"(paragraph
  text 'a '
  comment 'TODO: tell the internal team'
  text ' b '
  comment 'note'
)"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(tree_of(c.markdown, Marks::applied), c.expected) << c.name;
    EXPECT_EQ(problems_of(c.markdown, Marks::applied), "") << c.name;
  }
}

TEST(Marks, CoverTheFootnotesThatAreDefinedBetweenThem) {
  const Case cases[] = {
      {"between blocks",
       "a[^x] b[^y]\n\n<!-- internal -->\n\n[^x]: X\n\n<!-- /internal -->\n\n[^y]: Y", R"(paragraph
  text 'a'
  footnote-ref 1
  text ' b'
  footnote-ref 2
footnote 1 INTERNAL
  paragraph
    text 'X'
footnote 2
  paragraph
    text 'Y'
)"},
      {"in a section", "a[^x] b[^y]\n\n## c <!-- internal -->\n\n[^x]: X\n\n### d\n\n[^y]: Y",
       R"(paragraph
  text 'a'
  footnote-ref 1
  text ' b'
  footnote-ref 2
heading 2 INTERNAL
  text 'c '
heading 3
  text 'd'
footnote 1 INTERNAL
  paragraph
    text 'X'
footnote 2 INTERNAL
  paragraph
    text 'Y'
)"},
      {"behind a section", "a[^x] b[^y]\n\n## c <!-- internal -->\n\n[^x]: X\n\n## d\n\n[^y]: Y",
       R"(paragraph
  text 'a'
  footnote-ref 1
  text ' b'
  footnote-ref 2
heading 2 INTERNAL
  text 'c '
heading 2
  text 'd'
footnote 1 INTERNAL
  paragraph
    text 'X'
footnote 2
  paragraph
    text 'Y'
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(tree_of(c.markdown, Marks::applied), c.expected) << c.name;
}

// Found by attacking the public view: "[a][x]" elsewhere published the address of a definition
// that stood between marks.
TEST(Marks, AroundLinkDefinitionsAreErrors) {
  EXPECT_EQ(
      problems_of("a [b][x]\n\n<!-- internal -->\n\n[x]: https://secret.example/\n\n"
                  "<!-- /internal -->",
                  Marks::applied),
      R"(a.md:5: error: a link definition works for the whole file, whatever mark is around it; write the address into the link itself: [text](address) [link-definition-in-mark]
[x]: https://secret.example/
)");
}

TEST(Marks, InCodeAreTextWithAWarning) {
  const Case cases[] = {
      {"code block",
       "<!-- internal -->\n\n```\na\n```\n\n<!-- /internal -->\n\n```\n<!-- internal -->\n```",
       R"(code-block 'a
' INTERNAL
code-block '<!-- internal -->
'
)"},
      {"code", "a `<!-- internal -->b<!-- /internal -->`", R"(paragraph
  text 'a '
  code '<!-- internal -->b<!-- /internal -->'
)"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(tree_of(c.markdown, Marks::applied), c.expected) << c.name;
    EXPECT_NE(problems_of(c.markdown, Marks::applied)
                  .find("warning: in code a redaction mark is text, and hides nothing; put the "
                        "mark around the code [mark-in-code]"),
              std::string::npos)
        << c.name;
  }
}

TEST(Marks, ThatCannotBeTrustedAreErrors) {
  const Case cases[] = {
      {"no end between blocks", "<!-- internal -->\n\na",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
<!-- internal -->
)"},
      {"no end in a line", "a <!-- internal --> b",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
a <!-- internal --> b
)"},
      {"no start", "a <!-- /internal --> b",
       R"(a.md:1: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text [unopened-mark]
a <!-- /internal --> b
)"},
      {"nested", "<!-- internal -->a <!-- internal -->b<!-- /internal --> c",
       R"(a.md:1: error: this mark starts inside the one of line 1; close that one first [nested-mark]
<!-- internal -->a <!-- internal -->b<!-- /internal --> c
)"},
      {"nested in a line of a marked block",
       "<!-- internal -->\n\na <!-- internal -->b<!-- /internal -->\n\n<!-- /internal -->",
       R"(a.md:3: error: this mark starts inside the one of line 1; close that one first [nested-mark]
a <!-- internal -->b<!-- /internal -->
a.md:3: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text [unopened-mark]
a <!-- internal -->b<!-- /internal -->
)"},
      {"from one paragraph into the next", "a <!-- internal --> b\n\nc <!-- /internal --> d",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text (the end in line 3 stands elsewhere) [unclosed-mark]
a <!-- internal --> b
a.md:3: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text (the start in line 1 stands elsewhere) [unopened-mark]
c <!-- /internal --> d
)"},
      {"from one item into the next", "- a <!-- internal -->\n- b <!-- /internal -->",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text (the end in line 2 stands elsewhere) [unclosed-mark]
- a <!-- internal -->
a.md:2: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text (the start in line 1 stands elsewhere) [unopened-mark]
- b <!-- /internal -->
)"},
      {"from one cell into the next", "|a|b|\n|-|-|\n|<!-- internal -->c|d<!-- /internal -->|",
       R"(a.md:3: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text (the end in line 3 stands elsewhere) [unclosed-mark]
|<!-- internal -->c|d<!-- /internal -->|
a.md:3: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text (the start in line 3 stands elsewhere) [unopened-mark]
|<!-- internal -->c|d<!-- /internal -->|
)"},
      {"out of emphasis", "*a <!-- internal -->b* c<!-- /internal -->",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text (the end in line 1 stands elsewhere) [unclosed-mark]
*a <!-- internal -->b* c<!-- /internal -->
a.md:1: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text (the start in line 1 stands elsewhere) [unopened-mark]
*a <!-- internal -->b* c<!-- /internal -->
)"},
      {"out of a quote", "> <!-- internal -->\n> a\n\n<!-- /internal -->",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text (the end in line 4 stands elsewhere) [unclosed-mark]
> <!-- internal -->
a.md:4: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text (the start in line 1 stands elsewhere) [unopened-mark]
<!-- /internal -->
)"},
      {"on a heading in a quote", "> ## a <!-- internal -->\n> b",
       R"(a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
> ## a <!-- internal -->
)"},
      {"one letter wrong", "a <!-- intenal -->b<!-- /internal -->",
       R"(a.md:1: error: '<!-- intenal -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
a <!-- intenal -->b<!-- /internal -->
a.md:1: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text [unopened-mark]
a <!-- intenal -->b<!-- /internal -->
)"},
      {"wrong end", "<!-- internal -->a<!-- end internal -->",
       R"(a.md:1: error: '<!-- end internal -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
<!-- internal -->a<!-- end internal -->
a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
<!-- internal -->a<!-- end internal -->
)"},
      {"wrong end, the other way round", "<!-- internal -->a<!-- internal end -->",
       R"(a.md:1: error: '<!-- internal end -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
<!-- internal -->a<!-- internal end -->
a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
<!-- internal -->a<!-- internal end -->
)"},
      {"more words", "a <!-- internal only --> b",
       R"(a.md:1: error: '<!-- internal only -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
a <!-- internal only --> b
)"},
      {"comma for colon", "<!-- internal, a retailer -->a<!-- /internal -->",
       R"(a.md:1: error: '<!-- internal, a retailer -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
<!-- internal, a retailer -->a<!-- /internal -->
a.md:1: error: this mark ends nothing that starts beside it: both ends must stand between the same blocks, or in the same line of text [unopened-mark]
<!-- internal, a retailer -->a<!-- /internal -->
)"},
      {"end with a replacement", "<!-- internal -->a<!-- /internal: b -->",
       R"(a.md:1: error: '<!-- /internal: b -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
<!-- internal -->a<!-- /internal: b -->
a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
<!-- internal -->a<!-- /internal: b -->
)"},
      {"backslash", "<!-- internal -->a<!-- \\internal -->",
       R"(a.md:1: error: '<!-- \internal -->' is almost a redaction mark; write <!-- internal -->, <!-- internal: what to read instead --> or <!-- /internal --> [unknown-mark]
<!-- internal -->a<!-- \internal -->
a.md:1: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
<!-- internal -->a<!-- \internal -->
)"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(problems_of(c.markdown, Marks::applied), c.expected) << c.name;
}

TEST(Marks, WithoutAnEndHideTheRest) {
  EXPECT_EQ(tree_of("a\n\n<!-- internal -->\n\nb\n\nc", Marks::applied), R"(paragraph
  text 'a'
paragraph INTERNAL
  text 'b'
paragraph INTERNAL
  text 'c'
)");
}

}  // namespace
}  // namespace debrief
