#include "search/suggestion.h"

#include <gtest/gtest.h>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

struct Case {
  std::string_view query;
  std::string_view suggestion;
};

TEST(Suggestion, CorrectsWordsAndKeepsTheRest) {
  const Site site(sample());
  const Case cases[] = {
      {"chekout", "checkout"},
      {"certifcate gateway", "certificate gateway"},
      {"  Chekout   slow ", "checkout slow"},
      {"\"conection pool\" -gatway AND (serch OR slow)",
       "\"connection pool\" -gatway AND (search OR slow)"},
      {"severity:SEV1 ledgr after:2025", "severity:SEV1 ledger after:2025"},
      // Nothing to correct, or nothing to correct it to.
      {"checkout", ""},
      {"certificates", ""},
      {"the why", ""},
      {"xylophone", ""},
      {"PM-2026-015", ""},
      {"50X", ""},
      {"chec*", ""},
      {"service:chekout", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(site.search(std::string(c.query)).suggestion, c.suggestion) << c.query;
  }
}

TEST(Suggestion, IsOfWordsThatSeveralPagesHaveOrATitle) {
  const Site site({page("a/", "Latency", "throughput once"), page("b/", "Other", "replication lag"),
                   page("c/", "Third", "replication broke")});
  EXPECT_EQ(site.search("latncy").suggestion, "latency");
  EXPECT_EQ(site.search("replicaton").suggestion, "replication");
  EXPECT_EQ(site.search("througput").suggestion, "");
}

TEST(Suggestion, WorksInOtherAlphabets) {
  const Site site({page("a/", "Überlastung der Größenprüfung")});
  EXPECT_EQ(site.search("überlastng").suggestion, "überlastung");
  EXPECT_EQ(site.search("größenprüfng").suggestion, "größenprüfung");
  // What is found without its accents needs no correction.
  EXPECT_EQ(site.search("grossenprufung").suggestion, "");
}

}  // namespace
}  // namespace debrief::search
