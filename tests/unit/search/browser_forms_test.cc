// What the browser's worker says to the engine, and what it is told.
#include <gtest/gtest.h>

#include "search/answer_json.h"
#include "search/request_text.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

TEST(RequestText, NamesTheFieldsOfARequest) {
  const Request request = parse_request(
      "query slow \"connection pool\"\nservice checkout\nservice ledger db\ncause capacity\n"
      "severity SEV1\nowner dana\ntag tls\nstatus open\nkind guide\nyear 2026\nafter 2026-01\n"
      "before 2027\nsort severity\noffset 20\nlimit 5\nfacet year\nsuggest yes\ntyping yes\n");
  EXPECT_EQ(request.query, "slow \"connection pool\"");
  EXPECT_EQ(request.services, (std::vector<std::string>{"checkout", "ledger db"}));
  EXPECT_EQ(request.causes, std::vector<std::string>{"capacity"});
  EXPECT_EQ(request.severities, std::vector<std::string>{"SEV1"});
  EXPECT_EQ(request.owners, std::vector<std::string>{"dana"});
  EXPECT_EQ(request.tags, std::vector<std::string>{"tls"});
  EXPECT_EQ(request.statuses, std::vector<std::string>{"open"});
  EXPECT_EQ(request.kinds, std::vector<std::string>{"guide"});
  EXPECT_EQ(request.years, std::vector<std::string>{"2026"});
  EXPECT_EQ(request.after, "2026-01");
  EXPECT_EQ(request.before, "2027");
  EXPECT_EQ(request.sort, Sort::severity);
  EXPECT_EQ(request.offset, 20u);
  EXPECT_EQ(request.limit, 5u);
  EXPECT_EQ(request.facets, std::vector<std::string>{"year"});
  EXPECT_TRUE(request.suggest);
  EXPECT_TRUE(request.typing);
}

TEST(RequestText, AsksForNothingThatIsNotNamed) {
  for (const std::string_view text : {"", "\n", "query\n", "what ever\n", "query", "limit ten\n",
                                      "limit -1\n", "offset 1e3\n", "sort upwards\n"}) {
    const Request request = parse_request(text);
    EXPECT_EQ(request.query, "") << text;
    EXPECT_EQ(request.limit, 10u) << text;
    EXPECT_EQ(request.offset, 0u) << text;
    EXPECT_EQ(request.sort, Sort::relevance) << text;
    EXPECT_TRUE(request.facets.empty()) << text;
    EXPECT_FALSE(request.suggest || request.typing) << text;
  }
}

TEST(RequestText, KeepsPagesOfResultsWithinReason) {
  EXPECT_EQ(parse_request("limit 99999999999\n").limit, 10u * 10u);
  EXPECT_EQ(parse_request("limit 5000\n").limit, 100u);
  EXPECT_EQ(parse_request("offset 99999999\n").offset, 1'000'000u);
}

TEST(AnswerJson, HoldsAllThatIsShown) {
  const Site site(sample());
  Request request = parse_request("query pool retry\nlimit 1\nfacet severity\nfacet year\n");
  EXPECT_EQ(to_json(site.search(request)),
            R"({"total":1,"suggestion":null,"problem":null,"results":[{"path":"pool/",)"
            R"("kind":"incident","id":"PM-2026-014",)"
            R"("title":"Checkout down: connection pool exhausted","severity":"SEV1",)"
            R"("status":"resolved","services":["checkout","ledger-db"],)"
            R"("service_names":["Checkout","Ledger database"],"started":1768435200,)"
            R"("duration_seconds":7200,"snippet":[)"
            R"({"text":"A slow query held every connection. ","matched":false},)"
            R"({"text":"Retries","matched":true},)"
            R"({"text":" by kube-proxy made it worse.","matched":false}]}],)"
            R"("facets":{"severity":[{"value":"SEV1","count":1}],)"
            R"("year":[{"value":"2026","count":1}]}})");
}

TEST(AnswerJson, SaysNullWhereThereIsNothing) {
  const Site site({page("a/", "Title")});
  Request request = parse_request("query titel\nsuggest yes\n");
  EXPECT_EQ(to_json(site.search(request)),
            R"({"total":0,"suggestion":"title","problem":null,"results":[],"facets":{}})");
  request.query = "title";
  EXPECT_EQ(to_json(site.search(request)),
            R"({"total":1,"suggestion":null,"problem":null,"results":[{"path":"a/",)"
            R"("kind":"incident","id":null,"title":"Title","severity":null,"status":null,)"
            R"("services":[],"service_names":[],"started":null,"duration_seconds":null,)"
            R"("snippet":[]}],"facets":{}})");
}

TEST(AnswerJson, EscapesWhatJsonAsksFor) {
  Results results;
  results.problem = "\"\\/\b\f\n\r\t\x01\x1f\x7f é 日 \xF0\x9F\x94\xA5";
  const std::string json = to_json(results);
  const std::string expected =
      "\"problem\":\"\\\"\\\\/\\u0008\\u000c\\u000a\\u000d\\u0009\\u0001\\u001f\x7f é 日 "
      "\xF0\x9F\x94\xA5\",\"results";
  EXPECT_EQ(json.substr(json.find("\"problem\":"), expected.size()), expected);
}

}  // namespace
}  // namespace debrief::search
