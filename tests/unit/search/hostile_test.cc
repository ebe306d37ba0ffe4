// Documents that nobody would write on purpose.
#include <gtest/gtest.h>

#include "search/text.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

TEST(HostileText, WithEndlessWordsIsIndexed) {
  const std::string word(10'000, 'q');
  Document document = page("a/", word, "before " + word + " after");
  document.id = document.severity = document.status = document.kind = word;
  document.services = document.service_names = document.tags = document.owners = {word, word + "2"};
  document.causes = {word + "/" + word};
  document.path = word;
  const Site site({document});
  EXPECT_EQ(site.paths(word), word);
  EXPECT_EQ(site.paths("\"before " + word), word);
  EXPECT_EQ(site.paths("\"before " + std::string(64, 'q') + " after\""), word);
  Request request;
  request.tags = {word};
  EXPECT_EQ(site.search(request).total, 1u);
  request.tags = {word + "2"};
  EXPECT_EQ(site.search(request).total, 1u);
  request.tags = {word + "3"};
  EXPECT_EQ(site.search(request).total, 0u);
}

TEST(HostileText, WithNullsAndControlCharactersIsIndexed) {
  const std::string text("one\0two\x01three\x1B[31mred\x7F", 22);
  Document document = page("a/", text, text);
  document.id = document.severity = document.status = text;
  document.services = document.tags = {text, std::string(300, '\0')};
  const Site site({document});
  EXPECT_EQ(site.paths("\"one two three\""), "a/");
  EXPECT_EQ(site.paths(std::string("one\0two", 7)), "a/");
  const Result result = site.search("two").results.at(0);
  EXPECT_EQ(result.title, "one two three [31mred");
  EXPECT_EQ(result.severity, "one two three [31mred");
}

TEST(HostileText, InBrokenUtf8ComesOutValid) {
  const std::string text = "caf\xE9 \xF0\x9F\x98 \xC3\x28 ok";
  Document document = page("a/", text, text);
  document.tags = {text};
  const Site site({document});
  const Results results = site.search("ok \xFF\xE9");
  ASSERT_EQ(results.total, 1u);
  EXPECT_EQ(clean(results.results[0].title), results.results[0].title);
  const std::string shown = to_text(results);
  EXPECT_EQ(fold(clean(shown)).size(), clean(shown).size());
}

TEST(HostileText, OfHundredsOfKilobytesIsFoundToItsEnd) {
  std::string text;
  for (int i = 0; text.size() < 300'000; ++i) text += "word" + std::to_string(i) + " filler ";
  text += "needle in the end";
  const Site site({page("a/", "Long", text), page("b/", "Short", "filler")});
  EXPECT_EQ(site.paths("needle"), "a/");
  EXPECT_EQ(site.paths("\"needle in the end\""), "a/");
  EXPECT_EQ(site.paths("filler"), "a/ b/");
}

TEST(HostileText, OfNothingButPunctuationIsIndexed) {
  const Site site({page("a/", "!!!", "--- *** ((( \"\"\" :::")});
  EXPECT_EQ(site.search("").total, 1u);
}

TEST(HostileText, WithDatesBeyondReasonIsIndexed) {
  Document document = page("a/", "Old");
  document.started = -62'135'596'800;  // Year 1.
  document.duration_seconds = -5;
  Document far = page("b/", "Far");
  far.started = 253'402'300'799;  // The end of year 9999.
  const Site site({document, far});
  EXPECT_EQ(site.paths(""), "b/ a/");
  EXPECT_EQ(site.paths("year:0001"), "a/");
  EXPECT_EQ(site.paths("before:1970"), "a/");
  EXPECT_EQ(site.paths("9999.."), "b/");
}

}  // namespace
}  // namespace debrief::search
