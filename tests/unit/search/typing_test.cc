// Queries that are still being typed.
#include <gtest/gtest.h>

#include "search/query_syntax.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

Results typed(const Site& site, const std::string& query) {
  Request request;
  request.query = query;
  request.typing = true;
  return site.search(request);
}

std::string paths(const Site& site, const std::string& query) {
  return paths_of(typed(site, query));
}

struct Case {
  std::string_view query;
  std::string_view paths;
};

TEST(Typing, FindsWordsThatBeginSo) {
  const Site site(sample());
  const Case cases[] = {
      {"cer", "certificate/"},
      {"certifica", "certificate/"},
      {"slow chec", "pool/ slow/"},
      {"connection po", "pool/"},
      {"failov", "failover/"},
      {"FAILOV", "failover/"},
      // Ids and names as far as they go.
      {"PM-2026-0", "slow/ pool/"},
      {"PM-2026-02", "slow/"},
      {"PM-2025-01", "failover/"},
      {"pm-2025", "certificate/ failover/"},
      {"health-ch", "failover/"},
      {"kube-pr", "pool/"},
      // Behind a space, or a sign, a word is done.
      {"gatew ", ""},
      {"gatew.", ""},
      {"(gatew)", ""},
      {"\"gatew\"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(paths(site, std::string(c.query)), c.paths) << c.query;
  // For who is not typing, words are whole.
  EXPECT_EQ(site.paths("gatew"), "");
}

TEST(Typing, PutsTheWordAsItStandsFirst) {
  const Site site({page("timer/", "Timer and timeout", "timers, timeouts"),
                   page("time/", "Other", "a waste of time"), page("both/", "Timeout", "timers")});
  EXPECT_EQ(paths(site, "time"), "time/ timer/ both/");
}

TEST(Typing, IgnoresALetterOrTwoThatAreNoWordYet) {
  const Site site(sample());
  const std::string gateway = "certificate/";
  for (const std::string query : {"gateway",
                                  "gateway c",
                                  "gateway ce",
                                  "gateway xyzzy",
                                  "gateway AND",
                                  "gateway AND c",
                                  "gateway A",
                                  "gateway AN",
                                  "gateway O",
                                  "gateway OR",
                                  "gateway N",
                                  "gateway NO",
                                  "gateway NOT",
                                  "gateway OR x",
                                  "gateway AND NOT",
                                  "gateway OR (",
                                  "gateway -",
                                  "gateway -x",
                                  "gateway (",
                                  "gateway (c",
                                  "gateway \"",
                                  "\"gateway",
                                  "\"the gateway r",
                                  "\"the gateway retur",
                                  "gateway service:",
                                  "gateway service:ga",
                                  "gateway after:20",
                                  "gateway 2025-0..",
                                  "gateway 2025-01..20",
                                  "gateway before:",
                                  "gateway service:\"",
                                  "gateway AND "}) {
    const Results results = typed(site, query);
    EXPECT_EQ(paths_of(results), gateway) << query;
    EXPECT_EQ(results.problem, "") << query;
  }
  // By date every word is required, but not before it is one.
  Request request;
  request.typing = true;
  request.sort = Sort::date;
  request.query = "gateway ce";
  EXPECT_EQ(paths_of(site.search(request)), gateway);
}

TEST(Typing, CompletesPhrasesAndFilters) {
  const Site site(sample());
  const Case cases[] = {
      {"\"connection po", "pool/"},
      {"\"connection poo", "pool/"},
      {"\"connection gatew", ""},
      {"service:led", "pool/ failover/"},
      {"service:\"Ledger da", "pool/ failover/"},
      {"severity:SEV", "slow/ pool/ failover/ certificate/"},
      {"severity:sev1", "pool/ failover/"},
      {"cause:cap", "pool/ failover/"},
  };
  for (const Case& c : cases) EXPECT_EQ(paths(site, std::string(c.query)), c.paths) << c.query;
  EXPECT_EQ(typed(site, "service:x").problem, "No page has the service “x”.");
}

TEST(Typing, ExcludesWholeWordsOnly) {
  const Site site(sample());
  EXPECT_EQ(paths(site, "ledger -chec"), "failover/ pool/");
  EXPECT_EQ(paths(site, "ledger -checkout"), "failover/");
}

TEST(Typing, LeavesTheLastWordUncorrected) {
  const Site site(sample());
  EXPECT_EQ(typed(site, "chekout").suggestion, "");
  EXPECT_EQ(typed(site, "chekout ").suggestion, "checkout");
  EXPECT_EQ(typed(site, "chekout gatway").suggestion, "checkout gatway");
  EXPECT_EQ(typed(site, "\"conection poo").suggestion, "\"connection poo");
}

TEST(Typing, MarksWhatItFound) {
  const Site site(sample());
  EXPECT_EQ(to_text(typed(site, "quer").results.at(0).snippet),
            "The new release dropped an index; [queries] timed out.");
}

// Every query was once shorter, and no letter of it was a mistake.
TEST(Typing, HasNoProblemWithTheBeginningOfAGoodQuery) {
  const Site site(sample());
  const std::string queries[] = {
      "(gateway OR checkout) AND 503 NOT \"timed out\"",
      "slow OR (\"connection pool\" AND NOT (ledger search)) -deploy",
      "severity:SEV1 service:ledger-db cause:\"connection pool exhausted\" failover",
      "after:2025-01-15 before:2026-Q1 ledger",
      "2025-01-01..2025-06-30 gateway tag:tls kube-proxy PM-2026-014",
      "time* id:PM-2026-014 “health check” 障害 été",
  };
  for (const std::string& query : queries) {
    for (std::size_t length = 0; length <= query.size(); ++length) {
      const std::string start = query.substr(0, length);
      Results results;
      ASSERT_NO_THROW(results = typed(site, start)) << start;
      EXPECT_EQ(results.problem, "") << start;
    }
  }
}

TEST(Typing, KnowsWhetherAWordMayGoOn) {
  EXPECT_EQ(typing_at_end("slow che"), Typing::inside_word);
  EXPECT_EQ(typing_at_end("slow che "), Typing::between_words);
  EXPECT_EQ(typing_at_end("slow\t"), Typing::between_words);
  EXPECT_EQ(typing_at_end(""), Typing::inside_word);
}

}  // namespace
}  // namespace debrief::search
