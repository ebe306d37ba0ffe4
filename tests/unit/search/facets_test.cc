#include "search/facets.h"

#include <gtest/gtest.h>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

std::string facets_of(const Results& results) {
  std::string text;
  for (const Facet& facet : results.facets) {
    text += facet.field + ":";
    for (const auto& [value, count] : facet.values) {
      text += " " + value + "=" + std::to_string(count);
    }
    text += "\n";
  }
  return text;
}

TEST(Facets, CountTheWholeResultNotOnePage) {
  const Site site(sample());
  Request request;
  request.query = "kind:incident";
  request.limit = 1;
  request.facets = {"service", "severity", "nonsense", "quarter"};
  EXPECT_EQ(facets_of(site.search(request)),
            "service: ledger-db=2 checkout=1 gateway=1 search=1\n"
            "severity: SEV1=2 SEV2=1 SEV3=1\n"
            "quarter:\n");
  request.facets = {};
  EXPECT_EQ(facets_of(site.search(request)), "");
}

TEST(Facets, CountWhatTheQueryFinds) {
  const Site site(sample());
  Request request;
  request.query = "ledger";
  request.facets = {"service", "cause"};
  EXPECT_EQ(facets_of(site.search(request)),
            "service: ledger-db=2 checkout=1\n"
            "cause: capacity=2 capacity/connection-pool=1 process=1\n");
  request.query = "unicorn";
  EXPECT_EQ(facets_of(site.search(request)), "service:\ncause:\n");
}

// Who has chosen one service wants to see what another would bring.
TEST(Facets, OfAFilteredFieldDoNotApplyThatFilter) {
  const Site site(sample());
  Request request;
  request.services = {"checkout"};
  request.severities = {"SEV1", "SEV2"};
  request.facets = {"service", "severity", "tag"};
  EXPECT_EQ(facets_of(site.search(request)),
            "service: ledger-db=2 checkout=1 gateway=1\n"
            "severity: SEV1=1\n"
            "tag: postgres=1\n");
}

TEST(Facets, ShowValuesAsTheirAuthorsWroteThem) {
  Document one = page("one/", "One");
  one.tags = {"TLS", "Überlast"};
  Document two = page("two/", "Two");
  two.tags = {"tls", " TLS ", ""};
  Request request;
  request.facets = {"tag"};
  EXPECT_EQ(facets_of(Site({one, two}).search(request)), "tag: TLS=2 Überlast=1\n");
}

// A name is for people to type; only ids are counted.
TEST(Facets, DoNotTakeANameForAnId) {
  Document shop = page("shop/", "Shop");
  shop.services = {"checkout"};
  shop.service_names = {"Payments"};
  Document bank = page("bank/", "Bank");
  bank.services = {"payments"};
  bank.service_names = {"Bank"};
  const Site site({shop, bank});
  Request request;
  request.facets = {"service"};
  EXPECT_EQ(facets_of(site.search(request)), "service: checkout=1 payments=1\n");
  request.services = {"payments"};
  EXPECT_EQ(paths_of(site.search(request)), "bank/");
  EXPECT_EQ(site.paths("service:payments"), "bank/ shop/");
}

}  // namespace
}  // namespace debrief::search
