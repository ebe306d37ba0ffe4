#include "search/snippet.h"

#include <gtest/gtest.h>

#include "search/text.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

// The snippet of a page with this text for this query.
std::string snippet(const std::string& text, const std::string& query) {
  const Site site({page("a/", "Title", text)});
  const Results results = site.search(query);
  return results.results.empty() ? "(not found)" : to_text(results.results[0].snippet);
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "lorem ";
  return text;
}

TEST(Snippet, MarksWhatWasFound) {
  const std::string text = "The pool ran dry; kube-proxy retried. Health checks timed out.";
  struct Case {
    std::string_view query;
    std::string_view snippet;
  };
  const Case cases[] = {
      {"pool", "The [pool] ran dry; kube-proxy retried. Health checks timed out."},
      {"retry POOLS", "The [pool] ran dry; kube-proxy [retried]. Health checks timed out."},
      {"kube-proxy", "The pool ran dry; [kube-proxy] retried. Health checks timed out."},
      {"kubeproxy", "The pool ran dry; [kube-proxy] retried. Health checks timed out."},
      {"proxy", "The pool ran dry; kube-[proxy] retried. Health checks timed out."},
      {"\"ran dry\" dry", "The pool [ran dry]; kube-proxy retried. Health checks timed out."},
      {"\"checks\"", "The pool ran dry; kube-proxy retried. Health [checks] timed out."},
      {"time* -unicorn", "The pool ran dry; kube-proxy retried. Health checks [timed] out."},
      {"the pool", "The [pool] ran dry; kube-proxy retried. Health checks timed out."},
      {"kind:incident", "The pool ran dry; kube-proxy retried. Health checks timed out."},
      {"title", "The pool ran dry; kube-proxy retried. Health checks timed out."},
  };
  for (const Case& c : cases) EXPECT_EQ(snippet(text, std::string(c.query)), c.snippet) << c.query;
}

TEST(Snippet, ShowsTheSurroundingsOfTheBestMatch) {
  const std::string text = filler(200) + "the pool was slow " + filler(100) +
                           "then the connection pool ran dry " + filler(200);
  const std::string shown = snippet(text, "connection pool");
  const std::string start =
      "…lorem lorem lorem lorem lorem lorem lorem lorem then the [connection] [pool] ran dry lorem";
  EXPECT_EQ(shown.substr(0, start.size()), start);
  EXPECT_EQ(shown.substr(shown.size() - 15), " lorem lorem…");
  EXPECT_LT(shown.size(), 240u);
}

TEST(Snippet, BeginsWhereTheTextBeginsIfNothingIsMarked) {
  const std::string shown = snippet(filler(100), "title");
  EXPECT_EQ(shown.substr(0, 11), "lorem lorem");
  EXPECT_EQ(shown.substr(shown.size() - 8), "lorem…");
  EXPECT_EQ(snippet("", "title"), "");
}

TEST(Snippet, ComesFromOneSection) {
  Document document = page("a/", "Title");
  document.summary = "A slow summary.";
  document.sections = {{.heading = "One", .text = "Nothing here."},
                       {.heading = "Two", .text = "The pool was slow."}};
  const Site site({document});
  EXPECT_EQ(to_text(site.search("slow").results[0].snippet), "A [slow] summary.");
  EXPECT_EQ(to_text(site.search("slow pool").results[0].snippet), "The [pool] was [slow].");
  EXPECT_EQ(to_text(site.search("title").results[0].snippet), "A slow summary.");
}

// A page may show how to attack pages; it must come out as the text it is.
TEST(Snippet, IsPlainTextWhateverThePageHolds) {
  EXPECT_EQ(snippet("<b>pool</b> & <script>alert(\"pool\")</script> [pool]", "pool"),
            "<b>[pool]</b> & <script>alert(\"[pool]\")</script> [[pool]]");
  EXPECT_EQ(snippet(std::string("a\x01pool\x02\0b\r\nc\x7F", 13), "pool"), "a [pool] b c");
  EXPECT_EQ(snippet("caf\xE9 pool", "pool"), "caf\uFFFD [pool]");
}

TEST(Snippet, CutsBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "日本";
  text += "障害";
  for (int i = 0; i < 200; ++i) text += "日本";
  const std::string shown = snippet(text, "障害");
  EXPECT_NE(shown.find("[障害]"), std::string::npos);
  EXPECT_EQ(clean(shown), shown);
  EXPECT_EQ(shown.find("\uFFFD"), std::string::npos);
}

TEST(Snippet, ShowsAWordThatNeverEndsInPart) {
  const std::string endless(5000, 'x');
  const std::string shown = snippet("before " + endless + " after", endless);
  EXPECT_EQ(shown.substr(0, 10), "before [xx");
  EXPECT_LT(shown.size(), 240u);
}

}  // namespace
}  // namespace debrief::search
