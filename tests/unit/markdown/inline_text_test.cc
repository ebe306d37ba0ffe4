#include "generator/markdown/inline_text.h"

#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::vector<Node> inlines(std::string_view markdown) {
  return parse(markdown).document.blocks.front().children;
}

TEST(CutInline, KeepsTheMarkupAroundAPart) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::size_t begin;
    std::size_t end;
    std::string_view tree;
  } kCases[] = {
      {"all", "a *b* c", 0, 5, R"(text 'a '
emphasis
  text 'b'
text ' c'
)"},
      {"nothing", "a *b* c", 2, 2, ""},
      {"beyond the end", "a", 1, 9, ""},
      {"the middle", "one *two three* four", 2, 9, R"(text 'e '
emphasis
  text 'two t'
)"},
      {"of a link", "[one two](https://a.example)", 4, 7, R"(link url https://a.example
  text 'two'
)"},
      {"of code", "`one two`", 4, 7, "code 'two'\n"},
      {"with breaks", "one\ntwo  \nthree", 2, 9, R"(text 'e'
soft-break
text 'two'
line-break
text 't'
)"},
      {"with what shows nothing", "a[^n] b <!-- c --> d\n\n[^n]: e", 0, 3, R"(text 'a'
footnote-ref 1
text ' b'
)"},
      {"behind a line end made of an entity", "a&#10;b", 2, 3, "text 'b'\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(print(cut_inline(inlines(c.markdown), c.begin, c.end)), c.tree) << c.name;
  }
}

}  // namespace
}  // namespace debrief
