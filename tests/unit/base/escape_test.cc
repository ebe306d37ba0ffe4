#include "generator/base/escape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace debrief {
namespace {

TEST(EscapeHtml, ReplacesWhatMarkupIsMadeOf) {
  EXPECT_EQ(escape_html("<a href=\"x\" title='y'>R&D</a>"),
            "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;");
}

TEST(EscapeHtml, LeavesOtherTextAlone) {
  for (const std::string text : {"", "plain", "été … 😀", "tab\tline\r\n", "\x7F"}) {
    EXPECT_EQ(escape_html(text), text);
  }
}

TEST(EscapeHtml, EscapesEntitiesAgain) {
  EXPECT_EQ(escape_html("&lt;"), "&amp;lt;");
}

TEST(EscapeHtml, DropsWhatXmlForbids) {
  EXPECT_EQ(escape_html(std::string("a\0b\x01\x08\x0B\x0C\x0E\x1F"
                                    "c",
                                    10)),
            "abc");
  EXPECT_EQ(escape_html("a\uFFFEb\uFFFFc\uFFFDd\uFEFFe"), "abc\uFFFDd\uFEFFe");
}

TEST(EscapeHtml, AppendsToWhatIsThere) {
  std::string out = "<p>";
  append_escaped_html(out, "1 < 2");
  EXPECT_EQ(out, "<p>1 &lt; 2");
}

RC_GTEST_PROP(EscapeHtml, NothingOfTheResultIsMarkup, (const std::string& text)) {
  RC_ASSERT(escape_html(text).find_first_of("<>\"'") == std::string::npos);
}

TEST(EscapeUrl, EncodesWhatMayNotStandInAUrl) {
  struct Row {
    std::string url;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"https://a.example/b/?c=d&e=f#g", "https://a.example/b/?c=d&e=f#g"},
      {"two words", "two%20words"},
      {"été", "%C3%A9t%C3%A9"},
      {"a\"b<c>d", "a%22b%3Cc%3Ed"},
      {"a\\b^c`d{e|f}", "a%5Cb%5Ec%60d%7Be%7Cf%7D"},
      {"line\nend\x7F", "line%0Aend%7F"},
      {"already%20encoded%C3%a9", "already%20encoded%C3%a9"},
      {"100%", "100%25"},
      {"100%2", "100%252"},
      {"100%zz", "100%25zz"},
      {"-._~:/?#[]@!$&'()*+,;=", "-._~:/?#[]@!$&'()*+,;="},
  };
  for (const Row& row : rows) EXPECT_EQ(escape_url(row.url), row.expected) << row.url;
}

RC_GTEST_PROP(EscapeUrl, EncodingTwiceChangesNothing, (const std::string& url)) {
  const std::string once = escape_url(url);
  RC_ASSERT(escape_url(once) == once);
}

}  // namespace
}  // namespace debrief
