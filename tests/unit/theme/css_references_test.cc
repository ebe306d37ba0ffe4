#include "generator/theme/css_references.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

// The references of a style sheet in brackets, in their places.
std::string marked(std::string css) {
  const std::vector<CssReference> references = css_references(css);
  std::string result = css;
  for (std::size_t i = references.size(); i-- > 0;) {
    result.insert(references[i].offset + references[i].text.size(), "]");
    result.insert(references[i].offset, "[");
  }
  return result;
}

TEST(CssReferences, AreFoundInUrlsAndImports) {
  const std::pair<const char*, const char*> table[] = {
      {"a { background: url(\"x.svg\") }", "a { background: url(\"[x.svg]\") }"},
      {"url('x.svg')", "url('[x.svg]')"},
      {"url( x.svg )", "url( [x.svg] )"},
      {"URL(x.svg)", "URL([x.svg])"},
      {"src:url(a.woff2) format(\"woff2\"),url(b.woff)",
       "src:url([a.woff2]) format(\"woff2\"),url([b.woff])"},
      {"@import \"print.css\" print;", "@import \"[print.css]\" print;"},
      {"@import url(print.css);", "@import url([print.css]);"},
      {"url(\"sprite.svg#mark\")", "url(\"[sprite.svg#mark]\")"},
  };
  for (const auto& [css, expected] : table) EXPECT_EQ(marked(css), expected);
}

TEST(CssReferences, AreNotSeenWhereThereAreNone) {
  const char* const table[] = {
      "",
      "a { color: red }",
      "/* url(x.svg) */",
      "/* @import \"x.css\"",
      "content: \"url(x.svg)\"",
      "content: \"a\\\"url(x.svg)\"",
      "content: '/*' url",
      "my-url(x.svg)",
      "@charset \"utf-8\";",
      "content: \"not closed\n",
      "content: \"\\",
  };
  for (const char* css : table) EXPECT_EQ(marked(css), css);
}

TEST(CssReferences, DamagedOnesEndWithTheFile) {
  EXPECT_EQ(marked("url(x.svg"), "url([x.svg]");
  EXPECT_EQ(marked("url(\"x.svg"), "url(\"[x.svg]");
  EXPECT_EQ(marked("url("), "url([]");
}

TEST(CssReferences, QuotesInCommentsDoNotHideWhatFollows) {
  EXPECT_EQ(marked("/* don't */ url(x.svg)"), "/* don't */ url([x.svg])");
}

}  // namespace
}  // namespace debrief
