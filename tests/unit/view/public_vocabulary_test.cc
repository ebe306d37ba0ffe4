// Services and causes as the public knows them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

TEST(PublicServices, StandForTheirPartsUnderOneName) {
  const auto text = [](std::string_view services) {
    const std::string all = public_text(fmt::format(R"(
-- services.yaml --
- {{id: secret-1, name: Secret, parent: checkout, public: no}}
- {{id: secret-2, parent: secret-1}}
- {{id: checkout, name: Secret, public: yes, public_name: Payments}}
- {{id: cards, name: Secret, public: yes, public_name: Payments}}
- {{id: alone, name: Secret}}
- {{id: search, name: Search, public: yes}}
-- incidents/a.md --
---
title: A
status: published
visibility: public
started: 2026-01-01
services: [{}]
---
)",
                                                    services));
    EXPECT_EQ(all.find("ecret"), std::string::npos) << all;
    EXPECT_NE(all.find("service: payments Payments\nservice: search Search\nincident"),
              std::string::npos)
        << all;
    const std::size_t at = all.find("services: ");
    return at == std::string::npos ? "" : all.substr(at + 10, all.find('\n', at) - at - 10);
  };
  EXPECT_EQ(text("checkout"), "Payments");
  EXPECT_EQ(text("secret-1"), "Payments");
  EXPECT_EQ(text("secret-2"), "Payments");
  EXPECT_EQ(text("secret-2, cards, checkout, secret-1"), "Payments");
  EXPECT_EQ(text("alone"), "");
  EXPECT_EQ(text("search, alone, cards"), "Payments, Search");
}

TEST(PublicServices, AreNoneWithoutAVocabulary) {
  EXPECT_EQ(
      public_text("-- incidents/a.md --\n---\ntitle: A\nstatus: published\nvisibility: public\n"
                  "started: 2026-01-01\nservices: [secret]\ncauses: [secret/x]\n---\n")
          .find("secret"),
      std::string::npos);
}

TEST(PublicCauses, AreTheNearestThatArePublic) {
  const auto text = [](std::string_view causes) {
    const std::string all = public_text(fmt::format(R"(
-- debrief.yaml --
views: {{public: {{fields: [title, causes]}}}}
-- causes.yaml --
- {{id: secret, name: Secret, children: [{{id: below, public: yes}}]}}
- id: capacity
  name: Limits
  public: yes
  children: [{{id: secret-pool, name: Secret, public: no}}, {{id: queue, name: Queue, description: It grew.}}]
- {{id: testing, name: Testing, public: yes}}
-- incidents/a.md --
---
title: A
status: published
visibility: public
started: 2026-01-01
causes: [{}]
---
)",
                                                    causes));
    EXPECT_EQ(all.find("ecret"), std::string::npos) << all;
    EXPECT_NE(all.find("cause: limits Limits \ncause: limits/queue Queue It grew.\ncause: testing "
                       "Testing \ninc"),
              std::string::npos)
        << all;
    const std::size_t at = all.find("causes: ");
    return at == std::string::npos ? "" : all.substr(at + 8, all.find('\n', at) - at - 8);
  };
  EXPECT_EQ(text("capacity"), "limits");
  EXPECT_EQ(text("capacity/secret-pool"), "limits");
  EXPECT_EQ(text("capacity/queue"), "limits/queue");
  EXPECT_EQ(text("capacity, capacity/queue"), "limits/queue");
  EXPECT_EQ(text("capacity/secret-pool, capacity/queue, testing"), "limits/queue, testing");
  EXPECT_EQ(text("secret, secret/below"), "");
}

}  // namespace
}  // namespace debrief
