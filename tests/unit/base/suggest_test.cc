#include "generator/base/suggest.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

TEST(Suggest, FindsTheNearestName) {
  struct Row {
    const char* name;
    std::string written;
    std::vector<std::string> known;
    std::string expected;  // "": none
  };
  const Row rows[] = {
      {"letter left out", "severty", {"title", "severity"}, "severity"},
      {"letter too many", "severitty", {"title", "severity"}, "severity"},
      {"other letter", "severety", {"title", "severity"}, "severity"},
      {"letters swapped count once", "dtae", {"date"}, "date"},
      {"case does not count", "SEVERITY", {"severity"}, "severity"},
      {"case of letters beyond ASCII does", "É", {"é"}, "é"},
      {"a character is one letter however many bytes", "reseau", {"réseau"}, "réseau"},
      {"nearest wins", "resolve", {"resolution", "resolved"}, "resolved"},
      {"first of equally near ones", "ab", {"ac", "ad"}, "ac"},
      {"a third of the longer", "abcdef", {"abcdxy"}, "abcdxy"},
      {"no more than a third", "abcdef", {"abcxyz"}, ""},
      {"one edit is always allowed", "P1", {"P2"}, "P2"},
      {"but not two", "id", {"up"}, ""},
      {"something else", "checkout", {"title", "severity"}, ""},
      {"nothing known", "title", {}, ""},
      {"nothing written", "", {"a"}, ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(suggest(row.written, row.known).value_or(""), row.expected) << row.name;
  }
}

TEST(Suggest, IsNotSlowedDownByEndlessNames) {
  const std::string endless(1 << 20, 'a');
  EXPECT_EQ(suggest(endless, {"title", "severity"}), std::nullopt);
}

TEST(DidYouMean, FitsTheEndOfAMessage) {
  EXPECT_EQ("unknown key 'sverity'" + did_you_mean("sverity", {"severity"}),
            "unknown key 'sverity'; did you mean 'severity'?");
  EXPECT_EQ(did_you_mean("xyz", {"severity"}), "");
}

}  // namespace
}  // namespace debrief
