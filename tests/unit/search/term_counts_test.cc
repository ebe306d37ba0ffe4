#include "search/term_counts.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief::search {
namespace {

std::string counts(const std::string& language, const std::vector<WeighedText>& texts) {
  std::string out;
  for (const TermCount& each : TermCounter(language).count(texts)) {
    out +=
        each.word + " " + std::to_string(each.halves / 2) + (each.halves % 2 == 1 ? ".5\n" : "\n");
  }
  return out;
}

TEST(TermCounts, TakeTheFormsOfAWordForOne) {
  EXPECT_EQ(counts("en", {{"Timeouts, and then a timeout."}, {"The Pool timed out"}}),
            "Pool 1\n"
            "timed 1\n"
            "Timeouts 2\n");
}

TEST(TermCounts, LeaveOutWhatSaysNothingOfAnyText) {
  EXPECT_EQ(counts("en", {{"It was the x of 2026, 14:32 UTC, and 500 of them."}}), "");
  EXPECT_EQ(counts("en", {{"On Monday two went without it; per August they won't."}}), "");
  EXPECT_EQ(counts("de", {{"Der Ausfall war am Montag nicht zu sehen"}}), "Ausfall 1\nsehen 1\n");
  EXPECT_EQ(counts("en", {}), "");
}

TEST(TermCounts, KnowNamesByTheirPlaces) {
  EXPECT_EQ(counts("en", {{"kube-proxy on db-3"}}), "db 1\nkube 1\nproxy 1\n");
}

// NodeNotReady is what others call NotReady.
TEST(TermCounts, SeeInsideAWord) {
  EXPECT_EQ(counts("en", {{"NodeNotReady"}}),
            "Node 0.5\n"
            "NodeNot 0.5\n"
            "NodeNotReady 1\n"
            "NotReady 0.5\n"
            "Ready 0.5\n");
  EXPECT_EQ(counts("en", {{"NotReady"}}), "NotReady 1\nReady 0.5\n");
}

// Another version of the JDK is still the JDK; a number, or the year of an id, is nothing.
TEST(TermCounts, KnowNamesWithTheirVersions) {
  EXPECT_EQ(counts("en", {{"JDK17 on k8s"}}), "JDK 1\nJDK17 1\nk8s 1\n");
  EXPECT_EQ(counts("en", {{"30s, v2, 0x80070005, PM2021-003"}}), "");
}

// "Maintenance Window" has nothing to do with Windows.
TEST(TermCounts, TakeAProductOnlyByHalfForWhatItsNameMeans) {
  EXPECT_EQ(counts("en", {{"Agents with Windows failed."}}),
            "Agents 1\n"
            "failed 1\n"
            "Windows 0.5\n"
            "Windows 1\n");
  EXPECT_EQ(counts("en", {{"Windows of maintenance. Windows Are Announced"}}),
            "Announced 1\nmaintenance 1\nWindows 2\n");
}

// The pieces of an address say nothing: neither "org" nor "repo".
TEST(TermCounts, TakeAHostAndAFileForOneWordAndALinkForNone) {
  EXPECT_EQ(counts("en", {{"repo.example.org, /var/log/messages"}}),
            "repo.example.org 1\nvar/log/messages 1\n");
  EXPECT_EQ(counts("en", {{"<https://status.example.com/en-us/history?page=pool#top> of pools"}}),
            "pools 1\n");
  EXPECT_EQ(counts("en", {{"ask ops@example.com"}}), "");
  EXPECT_EQ(counts("en", {{"The pool leaked.Quotes were slow, with TCP/IP."}}),
            "IP 1\nleaked 1\npool 1\nQuotes 1\nslow 1\nTCP 1\n");
}

TEST(TermCounts, CountATextAsOftenAsItWeighsAndKnowWhichHasAWordFirst) {
  const std::vector<TermCount> all = TermCounter("en").count({{"Pool", 4}, {"disk, pool"}});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0], (TermCount{"Zdisk", "disk", 2, 1}));
  EXPECT_EQ(all[1], (TermCount{"Zpool", "Pool", 10, 0}));
}

TEST(TermCounts, FindAllWordsOfAName) {
  EXPECT_EQ(TermCounter("en").terms_of_name("cert.ci.example.org"),
            (std::vector<std::string>{"Zcert", "Zci", "Zorg", "cert.ci.example.org"}));
}

// A language without spaces has its words in pairs of characters.
TEST(TermCounts, ArePairsWhereThereAreNoSpaces) {
  EXPECT_EQ(counts("ja", {{"接続プール"}}).empty(), false);
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
  EXPECT_GT(counter.count({{many}}).size(), 100'000u);
  const std::vector<TermCount> after = counter.count({{"Timeouts and a timeout"}});
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].halves, 4u);
}

}  // namespace
}  // namespace debrief::search
