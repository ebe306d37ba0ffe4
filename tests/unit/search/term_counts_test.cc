#include "search/term_counts.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief::search {
namespace {

std::string counts(const std::string& language, const std::vector<std::string_view>& texts) {
  std::string out;
  for (const TermCount& each : TermCounter(language).count(texts)) {
    out += each.word + " " + std::to_string(each.count) + "\n";
  }
  return out;
}

TEST(TermCounts, TakeTheFormsOfAWordForOne) {
  EXPECT_EQ(counts("en", {"Timeouts, and then a timeout.", "The Pool timed out"}),
            "Pool 1\n"
            "timed 1\n"
            "Timeouts 2\n");
}

TEST(TermCounts, LeaveOutWhatSaysNothingOfAnyText) {
  EXPECT_EQ(counts("en", {"It was the x of 2026, 14:32 UTC, and 500 of them."}), "UTC 1\n");
  EXPECT_EQ(counts("de", {"Der Ausfall war nicht zu sehen"}), "Ausfall 1\nsehen 1\n");
  EXPECT_EQ(counts("en", {}), "");
}

TEST(TermCounts, KnowNamesByTheirPlaces) {
  EXPECT_EQ(counts("en", {"kube-proxy on db-3"}), "db 1\nkube 1\nproxy 1\n");
}

// A language without spaces has its words in pairs of characters.
TEST(TermCounts, ArePairsWhereThereAreNoSpaces) {
  EXPECT_EQ(counts("ja", {"接続プール"}).empty(), false);
}

// Words are learned once; that must not grow without bounds, nor change what is counted.
TEST(TermCounts, AreTheSameHoweverMuchWasCountedBefore) {
  TermCounter counter("en");
  std::string many;
  for (int i = 0; i < 120'000; ++i) {
    for (int rest = i, letters = 0; letters < 4; ++letters, rest /= 20) {
      many += "bcdfghjklmnpqrstvwxz"[rest % 20];
    }
    many += "q ";
  }
  EXPECT_GT(counter.count({many}).size(), 100'000u);
  const std::vector<TermCount> after = counter.count({"Timeouts and a timeout"});
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].count, 2u);
}

}  // namespace
}  // namespace debrief::search
