#include "search/text.h"

#include <gtest/gtest.h>

namespace debrief::search {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(Text, IsCleanedToOneLineOfValidUtf8) {
  const Case cases[] = {
      {"", ""},
      {"  two\twords\r\n ", "two words"},
      {std::string_view("a\0b\x1F\x7F"
                        "c",
                        6),
       "a b c"},
      {"next\u0085line\u2028end", "next line end"},
      {"ä é 日本語 😀", "ä é 日本語 😀"},
      {"caf\xE9", "caf\uFFFD"},                          // Latin-1
      {"\xC0\xAF", "\uFFFD\uFFFD"},                      // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond Unicode
      {"\xE2\x82", "\uFFFD\uFFFD"},                      // cut short
  };
  for (const Case& c : cases) EXPECT_EQ(clean(c.text), c.expected) << c.text;
}

TEST(Text, IsFoldedToLowerCase) {
  EXPECT_EQ(fold("  SEV1 "), "sev1");
  EXPECT_EQ(fold("Ärger\nÉTÉ"), "ärger été");
}

TEST(Text, IsTruncatedBetweenCharacters) {
  EXPECT_EQ(truncate("äöü", 6), "äöü");
  EXPECT_EQ(truncate("äöü", 5), "äö");
  EXPECT_EQ(truncate("äöü", 1), "");
}

}  // namespace
}  // namespace debrief::search
