// What queries find, and in which order.
#include "search/query.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

struct Case {
  std::string_view query;
  std::string_view paths;
};

void expect_paths(const Site& site, const std::vector<Case>& cases, Sort sort = Sort::relevance) {
  for (const Case& c : cases) {
    EXPECT_EQ(site.paths(std::string(c.query), sort), c.paths) << c.query;
  }
}

TEST(Query, WithoutWordsListsEverythingNewestFirst) {
  const Site site(sample());
  EXPECT_EQ(to_text(site.search("")),
            "5 found\n"
            "slow/ | Slow search after a deploy | The new release dropped an index; queries timed "
            "out.\n"
            "pool/ | Checkout down: connection pool exhausted | Customers could not pay for two "
            "hours.\n"
            "failover/ | Failover of the ledger took forty minutes | The timeout of the "
            "health-check was an hour. Payments queued up.\n"
            "certificate/ | Certificate expired on the gateway | Nobody watched the date. The "
            "gateway returned HTTP 503.\n"
            "guides/on-call/ | How we are on call | Hand over in writing. Page the owner of a "
            "service, never a person.\n"
            "kind: incident=4 guide=1\n"
            "service: ledger-db=2 checkout=1 gateway=1 search=1\n"
            "cause: capacity=2 process=2 capacity/connection-pool=1 deploy=1\n"
            "severity: SEV1=2 SEV2=1 SEV3=1\n"
            "year: 2025=2 2026=2\n"
            "status: resolved=2 in-review=1 open=1\n"
            "owner: dana=2 lee=1\n"
            "tag: postgres=2 tls=1\n");
}

TEST(Query, FindsWordsInAnyOfTheirForms) {
  const Site site(sample());
  expect_paths(site, {
                         {"certificates", "certificate/"},
                         {"EXPIRES", "certificate/"},
                         {"deploying", "slow/"},
                         {"customer paying", "pool/"},
                         {"nonexistent", ""},
                     });
}

// People type what they remember, and one word of it is always wrong.
TEST(Query, RanksWordsInsteadOfRequiringThem) {
  const Site site(sample());
  expect_paths(site, {
                         {"why did the certificate of the gateway break", "certificate/"},
                         {"slow ledger unicorn failover", "failover/ pool/ slow/"},
                     });
}

TEST(Query, CutsOffWhatIsFarBelowTheBest) {
  std::vector<Document> documents;
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(page("n" + number + "/", "Outage number " + number, "nothing much"));
  }
  documents.push_back(page("best/", "Ledger failover outage", "replica lag"));
  const Site site(documents);
  EXPECT_EQ(site.paths("ledger failover replica outage"), "best/");
  // A single word cuts nothing off, nor does sorting by date.
  EXPECT_EQ(site.search("outage").total, 51u);
  EXPECT_EQ(site.search("outage", Sort::date).total, 51u);
}

TEST(Query, KeepsPagesWithAllWordsHoweverLowTheyRank) {
  std::string long_text = "ledger failover";
  for (int i = 0; i < 3000; ++i) long_text += " filler" + std::to_string(i);
  std::vector<Document> documents = {
      page("best/", "Ledger failover", "Ledger failover, ledger failover."),
      page("long/", "A long story", long_text),
  };
  for (int i = 0; i < 40; ++i) documents.push_back(page("n" + std::to_string(i) + "/", "Other"));
  EXPECT_EQ(Site(documents).paths("ledger failover"), "best/ long/");
}

TEST(Query, IgnoresWordsThatQuestionsAreMadeOf) {
  const Site site(sample());
  EXPECT_EQ(site.paths("what about the gateway"), "certificate/");
  // By date all words are required, but not these.
  EXPECT_EQ(site.paths("why did the gateway", Sort::date), "certificate/");
  // Alone, or in quotation marks, they count.
  EXPECT_EQ(site.paths("how"), "guides/on-call/");
  EXPECT_EQ(site.paths("\"how we are\""), "guides/on-call/");
}

TEST(Query, PrefersTheTitleThenTheSummary) {
  Document summary = page("summary/", "Something else", "They say.");
  summary.summary = "A failover.";
  const Site site({page("text/", "Something else", "A failover, they say."), summary,
                   page("title/", "Failover", "Something else, they say.")});
  EXPECT_EQ(site.paths("failover"), "title/ summary/ text/");
}

TEST(Query, PutsTheIdBeforeAllThatMentionIt) {
  std::vector<Document> pages = {page("x/", "Pool exhausted", "Short.", on(2020, 1, 1))};
  pages.front().id = "PM-2020-001";
  for (int i = 0; i < 5; ++i) {
    pages.push_back(page("m" + std::to_string(i) + "/", "PM-2020-001 again",
                         "PM-2020-001 PM-2020-001 PM-2020-001", on(2026, 1, 1)));
  }
  EXPECT_EQ(Site(pages).search("PM-2020-001").results.at(0).path, "x/");
  EXPECT_EQ(Site(pages).search("pm-2020-001 short").results.at(0).path, "x/");
}

TEST(Query, BreaksTiesByDateThenByPath) {
  const Site site({page("b/", "Same", "", on(2025, 1, 1)), page("c/", "Same"),
                   page("a/", "Same", "", on(2025, 1, 1)), page("d/", "Same", "", on(2026, 1, 1)),
                   page("aa/", "Same")});
  EXPECT_EQ(site.paths("same"), "d/ a/ b/ aa/ c/");
  EXPECT_EQ(site.paths(""), "d/ a/ b/ aa/ c/");
}

TEST(Query, RequiresPhrasesAndParentheses) {
  const Site site(sample());
  expect_paths(site, {
                         {"\"connection pool\"", "pool/"},
                         {"\"pool connection\"", ""},
                         {"\"connections pool\"", ""},  // Phrases are exact.
                         {"\"connection pool\" gateway", "pool/"},
                         {"(gateway OR ledger) checkout", "pool/ certificate/ failover/"},
                         {"\"gateway\"", "certificate/"},
                     });
}

TEST(Query, KeepsPhrasesWithinOneField) {
  Document document = page("a/", "Alpha beta");
  document.summary = "Gamma delta";
  document.sections = {{.heading = "Epsilon zeta", .text = "Eta theta"},
                       {.heading = "", .text = "Iota kappa"}};
  document.id = "LAMBDA";
  document.services = {"mu"};
  document.service_names = {"Nu"};
  document.tags = {"xi", "omicron"};
  const Site site({document});
  const std::vector<std::string> fields = {"alpha beta", "gamma delta", "epsilon zeta", "eta theta",
                                           "iota kappa", "lambda",      "mu",           "nu",
                                           "xi",         "omicron"};
  for (const std::string& field : fields) {
    EXPECT_EQ(site.paths('"' + field + '"'), "a/") << field;
    for (const std::string& other : fields) {
      EXPECT_EQ(site.paths('"' + field + " " + other + '"'), "") << field << ", " << other;
    }
  }
}

TEST(Query, CombinesWithOperators) {
  const Site site(sample());
  expect_paths(site, {
                         {"gateway AND certificate", "certificate/"},
                         {"gateway AND checkout", ""},
                         {"gateway OR checkout", "certificate/ pool/"},
                         {"ledger -checkout", "failover/"},
                         {"ledger NOT checkout", "failover/"},
                         {"ledger AND NOT (checkout OR gateway)", "failover/"},
                         {"-kind:guide -ledger -gateway", "slow/"},
                         {"NOT incident -kind:incident", "guides/on-call/"},
                         {"(gateway OR checkout) AND 503", "certificate/"},
                         {"service:gateway OR cause:deploy", "slow/ certificate/"},
                         {"service:gateway AND cause:deploy", ""},
                     });
}

TEST(Query, ExpandsWordsThatEndInAnAsterisk) {
  const Site site(sample());
  expect_paths(site, {
                         {"cert*", "certificate/"},
                         {"time*", "slow/ failover/"},
                         {"kube-pro*", "pool/"},
                         {"health-ch*", "failover/"},
                         {"zz*", ""},
                         {"-ledg* service:ledger-db", ""},
                     });
}

TEST(Query, LimitsWhatAnAsteriskStandsFor) {
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(page(std::to_string(i) + "/", "w" + std::to_string(1000 + i), "waaa"));
  }
  const Site site(documents);
  EXPECT_EQ(site.search("wa*").total, 300u);
  EXPECT_EQ(site.search("w1*").total, 50u);
}

TEST(Query, Filters) {
  const Site site(sample());
  expect_paths(site, {
                         {"service:ledger-db", "pool/ failover/"},
                         {"service:LEDGER-DB", "pool/ failover/"},
                         {"service:\"ledger database\"", "pool/ failover/"},  // By its name.
                         {"service:checkout service:gateway", "pool/ certificate/"},
                         {"service:ledger-db severity:sev1 owner:dana", "pool/"},
                         {"cause:capacity", "pool/ failover/"},  // And what is in it.
                         {"cause:capacity/connection-pool", "pool/"},
                         {"cause:connection-pool", "pool/"},
                         {"cause:\"connection pool exhausted\"", "pool/"},
                         {"severity:SEV2", "certificate/"},
                         {"tag:postgres", "slow/ pool/"},
                         {"status:in-review", "failover/"},
                         {"kind:guide", "guides/on-call/"},
                         {"id:pm-2026-014", "pool/"},
                         {"year:2025", "failover/ certificate/"},
                         {"quarter:2025-Q4", "failover/"},
                         {"tag:postgres slow", "slow/ pool/"},
                         {"-service:ledger-db kind:incident", "slow/ certificate/"},
                     });
  EXPECT_EQ(site.search("service:ledger").problem, "No page has the service “ledger”.");
}

TEST(Query, FiltersByDate) {
  const Site site(sample());
  expect_paths(site, {
                         {"after:2026-01", "slow/ pool/"},
                         {"after:2026-01-15", "slow/ pool/"},
                         {"after:2026-01-16", "slow/"},
                         {"before:2025-11", "certificate/"},
                         {"before:2025-11-03", "certificate/"},
                         {"before:2025-11-04", "failover/ certificate/"},
                         {"after:2025-Q4 before:2026-02", "pool/ failover/"},
                         {"2025-06-30..2025-11-03", "failover/ certificate/"},
                         {"2025..2025", "failover/ certificate/"},
                         {"..2025-06", "certificate/"},
                         {"2026-02..", "slow/"},
                         {"-2026..", "failover/ certificate/ guides/on-call/"},
                         {"ledger after:2026", "pool/"},
                     });
}

TEST(Query, TakesFiltersOfTheRequest) {
  const Site site(sample());
  Request request;
  request.services = {"Ledger-DB", "gateway"};
  EXPECT_EQ(paths_of(site.search(request)), "pool/ failover/ certificate/");
  request.severities = {"SEV1"};
  EXPECT_EQ(paths_of(site.search(request)), "pool/ failover/");
  request.after = "2026";
  EXPECT_EQ(paths_of(site.search(request)), "pool/");
  request.query = "service:checkout";
  EXPECT_EQ(paths_of(site.search(request)), "pool/");
  request.query = "service:gateway";
  EXPECT_EQ(paths_of(site.search(request)), "");

  Request dates;
  dates.after = "2026-13";
  dates.before = "2026";
  const Results results = site.search(dates);
  EXPECT_EQ(paths_of(results), "failover/ certificate/");
  EXPECT_EQ(results.problem,
            "“after:2026-13” has no date in it that makes sense. Write a year, a month or a day: "
            "2026, 2026-01 or 2026-01-15.");
}

TEST(Query, SortsByDateDurationAndSeverity) {
  const Site site(sample());
  expect_paths(site, {{"", "slow/ pool/ failover/ certificate/ guides/on-call/"}}, Sort::date);
  expect_paths(site, {{"", "pool/ failover/ certificate/ slow/ guides/on-call/"}}, Sort::duration);
  expect_paths(site, {{"", "pool/ failover/ certificate/ slow/ guides/on-call/"}}, Sort::severity);
  // Here the best do not come first, so every word is required.
  expect_paths(site, {{"ledger failover", "failover/"}, {"ledger unicorn", ""}}, Sort::date);
  expect_paths(site, {{"ledger", "pool/ failover/"}}, Sort::duration);
  // What is excluded does not depend on the order.
  for (const Sort sort : {Sort::relevance, Sort::date}) {
    expect_paths(site, {{"kind:incident -(ledger gateway)", "slow/"}}, sort);
  }
}

TEST(Query, PagesThroughResults) {
  const Site site(sample());
  Request request;
  request.limit = 2;
  request.offset = 1;
  const Results results = site.search(request);
  EXPECT_EQ(paths_of(results), "pool/ failover/");
  EXPECT_EQ(results.total, 5u);
  request.offset = 99;
  EXPECT_EQ(paths_of(site.search(request)), "");
  request.offset = 0;
  request.limit = 0;
  EXPECT_EQ(site.search(request).total, 5u);
}

TEST(Query, ShowsWhatAListNeeds) {
  const Results results = Site(sample()).search("id:PM-2026-014");
  ASSERT_EQ(results.results.size(), 1u);
  const Result& result = results.results[0];
  EXPECT_EQ(result.title, "Checkout down: connection pool exhausted");
  EXPECT_EQ(result.kind, "incident");
  EXPECT_EQ(result.id, "PM-2026-014");
  EXPECT_EQ(result.severity, "SEV1");
  EXPECT_EQ(result.status, "resolved");
  EXPECT_EQ(result.services, (std::vector<std::string>{"checkout", "ledger-db"}));
  EXPECT_EQ(result.service_names, (std::vector<std::string>{"Checkout", "Ledger database"}));
  EXPECT_EQ(result.started, on(2026, 1, 15));
  EXPECT_EQ(result.duration_seconds, 7200);
  EXPECT_EQ(result.score, 0);
}

TEST(Query, StemsInTheLanguageOfTheSite) {
  const std::vector<Document> documents = {page("a/", "Die Datenbanken waren überlastet")};
  IndexOptions german;
  german.language = "de";
  EXPECT_EQ(Site(documents, german).paths("datenbank überlasten"), "a/");
  EXPECT_EQ(Site(documents, german).paths("waren die"), "a/");
  // There is no stemmer for Japanese; whole words are found all the same.
  IndexOptions japanese;
  japanese.language = "ja";
  EXPECT_EQ(Site(documents, japanese).paths("Datenbanken"), "a/");
  EXPECT_EQ(Site(documents, japanese).paths("Datenbank"), "");
}

TEST(Query, SearchesOtherScripts) {
  const Site site({page("ja/", "決済サービスの障害", "日本語のテキスト。データベース接続プール。"),
                   page("fr/", "Panne du café", "L’été dernier, la base a cédé."),
                   page("el/", "Βλάβη συστήματος", "Η βάση δεδομένων")});
  expect_paths(site, {
                         {"障害", "ja/"},
                         {"害障", ""},
                         {"データベース", "ja/"},
                         {"接続プール 決済", "ja/"},
                         {"café", "fr/"},
                         {"CAFÉ", "fr/"},
                         {"été", "fr/"},
                         {"l'été", "fr/"},
                         {"ΒΛΆΒΗ", "el/"},
                     });
}

TEST(Query, NeverThrows) {
  const Site site(sample());
  const std::string_view pieces[] = {
      "\"",   "(",     ")",        "-",        "NOT ", "AND ", "OR ",  "*",      ":",
      " ",    "..",    "after:",   "service:", "2026", "-01",  "pool", "ledger", "日",
      "\xFF", "kube-", "checkout", "time*",    "\0",   "the ", "id:"};
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    Request request;
    const std::size_t length = random() % 10;
    for (std::size_t i = 0; i < length; ++i) request.query += pieces[random() % std::size(pieces)];
    request.sort = static_cast<Sort>(random() % 4);
    EXPECT_NO_THROW(site.search(request)) << request.query;
  }
}

}  // namespace
}  // namespace debrief::search
