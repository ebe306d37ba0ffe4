#include "generator/markdown/links.h"

#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

using Kind = LinkTarget::Kind;

TEST(LinkTarget, LeadsToWebAddressesPathsAndPlacesOnly) {
  const struct {
    std::string_view url;
    Kind kind;
  } kCases[] = {
      {"https://example.com", Kind::url},
      {"HTTPS://EXAMPLE.COM/A", Kind::url},
      {"http://example.com?a=b#c", Kind::url},
      {"https://a@b:8080/c d", Kind::url},
      {"mailto:a@example.com", Kind::url},
      {"MailTo:a@example.com", Kind::url},
      {"a.md", Kind::relative},
      {"../a%20b.md#c", Kind::relative},
      {"/incidents/a.md", Kind::relative},
      {"./javascript:alert(1)", Kind::relative},
      {"?a", Kind::relative},
      {"#a", Kind::fragment},
      {"", Kind::none},
      {"//host/path", Kind::none},
      {"\\\\host\\path", Kind::none},
      {"/\\host", Kind::none},
      {"https:\\\\host", Kind::none},
      {"https:host", Kind::none},
      {"https:/host", Kind::none},
      {"https:///host", Kind::none},
      {"https://", Kind::none},
      {"https://a\nb.example", Kind::none},
      {"https://a\tb.example", Kind::none},
      {"javascript:alert(1)", Kind::none},
      {"JavaScript:alert(1)", Kind::none},
      {"data:text/html,a", Kind::none},
      {"vbscript:a", Kind::none},
      {"file:///etc/passwd", Kind::none},
      {"ftp://example.com", Kind::none},
      {"tel:+4930", Kind::none},
      {"blob:https://example.com", Kind::none},
      {"x-internal+app.v2:a", Kind::none},
  };
  for (const auto& c : kCases) EXPECT_EQ(parse_link_target(c.url).kind, c.kind) << c.url;
}

// What browsers would run after dropping characters from it is no scheme, and so a path: it is
// shown as a link only if there is a file of that name.
TEST(LinkTarget, TakesDisguisedSchemesForPaths) {
  for (const std::string_view url :
       {" javascript:alert(1)", "\x01javascript:alert(1)", "java\nscript:alert(1)",
        "java\tscript:alert(1)", "javascript\t:alert(1)"}) {
    EXPECT_EQ(parse_link_target(url).kind, Kind::relative) << url;
  }
}

TEST(LinkTarget, OfMarkdownIsNeverAScript) {
  const std::string_view kSources[] = {
      "[a](javascript:alert(1))",
      "[a](JAVASCRIPT:alert(1))",
      "[a](java&#115;cript:alert(1))",
      "[a](java&#10;script:alert(1))",
      "[a](&#x1;javascript:alert(1))",
      "[a](<java\tscript:alert(1)>)",
      "[a](&Tab;javascript:alert(1))",
      "[a](javascript&colon;alert(1))",
      "[a](data:text/html;base64,AAAA)",
      "[a](vbscript:x)",
      "[a](//evil.example)",
      "[a](&#47;/evil.example)",
      "[a](\\\\evil.example)",
      "[a](/&bsol;evil.example)",
      "[a]\n\n[a]: javascript:alert(1)",
      "<javascript:alert(1)>",
      "![a](javascript:alert(1))",
      "[a](https:&#9;//evil.example)",
  };
  for (const std::string_view source : kSources) {
    EXPECT_EQ(html_of(source).find("href"), std::string::npos) << source;
    EXPECT_EQ(html_of(source).find("src"), std::string::npos) << source;
  }
}

TEST(LinkTarget, IsReportedIfItLeadsNowhere) {
  EXPECT_EQ(
      problems_of("A [link](javascript:alert(1)) and\n![an image](data:x)."),
      R"(a.md:1: warning: a link that is neither http, https, mailto nor a path; it is shown as text [link-scheme]
A [link](javascript:alert(1)) and
a.md:2: warning: a link that is neither http, https, mailto nor a path; it is shown as text [link-scheme]
![an image](data:x).
)");
  EXPECT_EQ(problems_of("[empty]() [path](a.md) [place](#b)"), "");
}

TEST(BareAddress, BecomesALink) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view tree;
  } kCases[] = {
      {"alone", "https://a.example/b_c_d", R"(paragraph
  link url https://a.example/b_c_d
    text 'https://a.example/b_c_d'
)"},
      {"at the end of a sentence", "See http://a.example/b.", R"(paragraph
  text 'See '
  link url http://a.example/b
    text 'http://a.example/b'
  text '.'
)"},
      {"followed by much punctuation", "http://a.example/b?!.,:;*'", R"(paragraph
  link url http://a.example/b
    text 'http://a.example/b'
  text '?!.,:;*''
)"},
      {"in brackets", "(http://a.example/b)", R"(paragraph
  text '('
  link url http://a.example/b
    text 'http://a.example/b'
  text ')'
)"},
      {"with brackets of its own", "(http://a.example/b_(c))", R"(paragraph
  text '('
  link url http://a.example/b_(c)
    text 'http://a.example/b_(c)'
  text ')'
)"},
      {"with an end that is not its own", "http://a.example/b))", R"(paragraph
  link url http://a.example/b
    text 'http://a.example/b'
  text '))'
)"},
      {"in square brackets", "[see http://a.example]", R"(paragraph
  text '[see '
  link url http://a.example
    text 'http://a.example'
  text ']'
)"},
      {"in emphasis", "*http://a.example* **http://b.example**", R"(paragraph
  emphasis
    link url http://a.example
      text 'http://a.example'
  text ' '
  strong
    link url http://b.example
      text 'http://b.example'
)"},
      {"with emphasis marks inside", "http://a.example/_b_/*c*", R"(paragraph
  link url http://a.example/
    text 'http://a.example/'
  emphasis
    text 'b'
  text '/'
  emphasis
    text 'c'
)"},
      {"in a link", "[http://a.example](https://b.example)", R"(paragraph
  link url https://b.example
    text 'http://a.example'
)"},
      {"deep in a link", "[**http://a.example**](https://b.example)", R"(paragraph
  link url https://b.example
    strong
      text 'http://a.example'
)"},
      {"in an image", "![http://a.example](b.png)", R"(paragraph
  image relative b.png
    text 'http://a.example'
)"},
      {"in code", "`http://a.example`", R"(paragraph
  code 'http://a.example'
)"},
      {"in a word", "xhttp://a.example", R"(paragraph
  text 'xhttp://a.example'
)"},
      {"a scheme alone", "http:// https://.", R"(paragraph
  text 'http:// https://.'
)"},
      {"two", "http://a.example, http://b.example", R"(paragraph
  link url http://a.example
    text 'http://a.example'
  text ', '
  link url http://b.example
    text 'http://b.example'
)"},
      {"with an entity", "http://a.example/?b&amp;c", R"(paragraph
  link url http://a.example/?b&c
    text 'http://a.example/?b&c'
)"},
      {"in a table", "|http://a.example|\n|-|", R"(table n
  row
    cell
      link url http://a.example
        text 'http://a.example'
)"},
      {"another scheme", "ftp://a.example javascript://a.example", R"(paragraph
  text 'ftp://a.example javascript://a.example'
)"},
      {"with a quote", "\"http://a.example\"", R"(paragraph
  text '"'
  link url http://a.example
    text 'http://a.example'
  text '"'
)"},
      {"with letters beyond ASCII", "http://ä.example/ü", R"(paragraph
  link url http://ä.example/ü
    text 'http://ä.example/ü'
)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(tree_of(c.markdown), c.tree) << c.name;
}

}  // namespace
}  // namespace debrief
