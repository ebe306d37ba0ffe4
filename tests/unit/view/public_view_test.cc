// What of a knowledge base is public: visibility, the allow-list of fields, order, addresses,
// guides.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/config.h"
#include "generator/view/make_view.h"
#include "tests/support/content_folder.h"
#include "tests/support/print_tree.h"
#include "tests/support/print_view.h"
#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

bool is_published(std::string_view status, std::string_view visibility,
                  Audience audience = Audience::public_) {
  SourceTree folder;
  put_file(folder, "incidents/a.md",
           fmt::format("---\ntitle: A\nstarted: 2026-01-01\n{}{}---\n", status, visibility));
  const Published published = publish(folder, audience);
  return published.view && !published.view->incidents().empty();
}

TEST(PublicView, HoldsWhatSaysThatItIsPublicAndPublished) {
  EXPECT_TRUE(is_published("status: published\n", "visibility: public\n"));
}

TEST(PublicView, HoldsNothingElse) {
  const std::vector<std::string_view> statuses = {"",
                                                  "status: published\n",
                                                  "status: draft\n",
                                                  "status: in-review\n",
                                                  "status: Published\n",
                                                  "status: publishd\n",
                                                  "status: [published]\n",
                                                  "status: {published: yes}\n",
                                                  "status:\n",
                                                  "status: yes\n"};
  const std::vector<std::string_view> visibilities = {"",
                                                      "visibility: public\n",
                                                      "visibility: internal\n",
                                                      "visibility: Public\n",
                                                      "visibility: pubic\n",
                                                      "visibility: [public]\n",
                                                      "visibility: yes\n",
                                                      "visibility:\n",
                                                      "Visibility: public\n"};
  for (const std::string_view status : statuses) {
    for (const std::string_view visibility : visibilities) {
      if (status == statuses[1] && visibility == visibilities[1]) continue;
      EXPECT_FALSE(is_published(status, visibility)) << status << visibility;
    }
  }
}

// Maintenance is public under the conditions of everything else, redacted by the same rules, and a
// link to it from a post-mortem is kept if both are public.
TEST(PublicView, HoldsMaintenanceApartFromIncidents) {
  SourceTree folder;
  put_file(folder, "debrief.yaml",
           "title: A\nviews: {public: {sections: [summary], fields: [title, started]}}\n");
  put_file(folder, "redactions.yaml", "- {term: Initech, replace: a retailer}\n");
  put_file(folder, "incidents/disks.md",
           "---\ntitle: Disks for Initech\nkind: maintenance\nstarted: 2026-04-01\n"
           "status: published\nvisibility: public\n---\n## Summary\n\nSee [why](outage.md).\n\n"
           "## Way back\n\nSecret.\n");
  put_file(folder, "incidents/hidden.md",
           "---\ntitle: Hidden\nkind: maintenance\nstarted: 2026-04-02\n---\n");
  put_file(folder, "incidents/outage.md",
           "---\ntitle: Outage\nstarted: 2026-03-01\nstatus: published\nvisibility: public\n"
           "---\n## Summary\n\nThen came [the disks](disks.md) and [more](hidden.md).\n");
  Diagnostics diagnostics;
  const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
  const View view = public_view(kb, {}, diagnostics);
  ASSERT_EQ(view.incidents().size(), 1U);
  ASSERT_EQ(view.maintenance().size(), 1U);
  const ViewIncident& disks = view.maintenance().front();
  EXPECT_EQ(disks.title, "Disks for a retailer");
  EXPECT_EQ(disks.key, "maintenance/2026-04-01-disks-for-a-retailer");
  EXPECT_EQ(print_text(disks.body, disks.footnotes),
            "## Summary {summary}\nSee [why](page:incident/2026-03-01-outage).\n");
  EXPECT_EQ(print_text(view.incidents().front().body, {}),
            "## Summary {summary}\nThen came [the disks]"
            "(page:maintenance/2026-04-01-disks-for-a-retailer) and [more]().\n");
  EXPECT_EQ(internal_view(kb, {}, diagnostics).maintenance().size(), 2U);
}

// A critical incident was once shown to customers as ongoing, for ever: its end stood in a timeline
// that they do not read.
TEST(PublicView, WarnsOfAnEndThatThePublicCannotKnow) {
  const auto problems = [](std::string_view resolved, std::string_view sections) {
    SourceTree folder;
    put_file(folder, "debrief.yaml",
             fmt::format("title: A\nviews: {{public: {{sections: [{}], fields: [title, started, "
                         "resolved]}}}}\n",
                         sections));
    put_file(folder, "incidents/a.md",
             fmt::format("---\ntitle: Outage\nstarted: 2026-03-01T10:00Z\n{}status: published\n"
                         "visibility: public\n---\n## Timeline (UTC)\n\n- 10:00 - Started\n"
                         "- 11:00 - Resolved: it works again\n",
                         resolved));
    Diagnostics diagnostics;
    const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
    public_view(kb, {}, diagnostics);
    return print(diagnostics);
  };
  EXPECT_EQ(problems("", "summary"),
            "incidents/a.md: warning: it is over, but the public site will show it as ongoing: the "
            "end stands only in what the public does not read; write 'resolved: ' with the time "
            "into the front matter, and have 'resolved' among the public fields "
            "[open-to-the-public]\n");
  EXPECT_EQ(problems("resolved: 2026-03-01T11:00Z\n", "summary"), "");
  EXPECT_EQ(problems("", "summary, timeline"), "");
}

TEST(PublicView, ShowsNoDraftsEvenIfAsked) {
  SourceTree folder;
  put_file(folder, "incidents/a.md",
           "---\ntitle: A\nstarted: 2026-01-01\nstatus: draft\nvisibility: public\n---\n");
  Diagnostics diagnostics;
  const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
  EXPECT_EQ(public_view(kb, {.drafts = true, .base_url = ""}, diagnostics).incidents().size(), 0U);
  EXPECT_EQ(internal_view(kb, {.drafts = true, .base_url = ""}, diagnostics).incidents().size(),
            1U);
}

// One of each field; the public post-mortem that it repeats and relates to is beside it.
constexpr std::string_view kEveryField = R"(
-- services.yaml --
- {id: checkout, name: Checkout, team: secret, tier: secret, description: secret, public: yes}
-- causes.yaml --
- {id: capacity, name: Capacity, public: yes}
-- people.yaml --
- {handle: secret, name: Secret Person, team: secret}
-- incidents/2026-secret.md --
---
id: PM-1
title: Payments are slow
status: published
visibility: public
severity: critical
services: [checkout]
causes: [capacity]
trigger: A release
started: 2026-03-14T10:00:00Z
detected: 2026-03-14T10:01:00Z
acknowledged: 2026-03-14T10:02:00Z
mitigated: 2026-03-14T10:03:00Z
resolved: 2026-03-14T10:04:00Z
detection: alert
impact: {summary: Slow, customers: 4, requests: 5, revenue: secret, data_loss: no}
summary: It was slow.
review: {date: 2026-03-15, facilitator: secret, attendees: [secret]}
authors: [secret]
repeats: [PM-0]
related: [PM-0]
tags: [pool]
links: {Status: "https://example.org/"}
public: {approved_by: secret}
---
-- incidents/secret-0.md --
---
id: PM-0
title: Earlier
status: published
visibility: public
started: 2026-03-01
---
)";

std::string with_fields(std::string_view fields) {
  return public_text(
      fmt::format("-- debrief.yaml --\nseverities: [{{id: SEV1, name: '', aliases: [critical]}}]\n"
                  "views: {{public: {{title: Status, fields: [{}]}}}}\n{}",
                  fields, kEveryField));
}

TEST(PublicView, ShowsOnlyTheFieldsOfTheAllowList) {
  const std::map<std::string, std::string> lines = {
      {"id", "id: PM-1\n"},
      {"summary", "summary: It was slow.\n"},
      {"severity", "severity: SEV1\n"},
      {"services", "services: Checkout\n"},
      {"causes", "causes: capacity\n"},
      {"tags", "tags: pool\n"},
      {"started", "started: 2026-03-14T10:00:00Z\n"},
      {"detected", "detected: 2026-03-14T10:01:00Z\n"},
      {"acknowledged", "acknowledged: 2026-03-14T10:02:00Z\n"},
      {"mitigated", "mitigated: 2026-03-14T10:03:00Z\n"},
      {"resolved", "state: resolved\nresolved: 2026-03-14T10:04:00Z\n"},
      {"detection", "detection: alert\n"},
      {"trigger", "trigger: A release\n"},
      {"impact", "impact: (Slow; 4; 5; no data lost)\n"},
      {"repeats", "repeats: earlier\n"},
      {"related", "related: earlier\n"},
      {"links", "links: Status https://example.org/\n"}};
  const std::string all_off = with_fields("title");
  EXPECT_EQ(all_off,
            "site: Status \nincident: earlier\ntitle: Earlier\nincident: payments-are-slow\n"
            "title: Payments are slow\n");
  for (const std::string& field : public_field_names()) {
    if (field == "title") continue;
    SCOPED_TRACE(field);
    const std::string on = with_fields("title, " + field);
    ASSERT_TRUE(lines.contains(field)) << "a new field needs a line here";
    EXPECT_EQ(on.find("secret"), std::string::npos) << on;
    for (const auto& [name, text] : lines) {
      for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start) + 1;
        const std::string line = "\n" + text.substr(start, end - start);
        start = end;
        EXPECT_EQ(on.find(line) != std::string::npos, name == field) << line << on;
      }
    }
  }
}

TEST(PublicView, SaysNothingOfAnImpactThatOnlyTheCompanyHad) {
  const auto text = [](std::string_view impact) {
    return public_text(
        fmt::format("-- incidents/a.md --\n---\ntitle: A\nstatus: published\nvisibility: public\n"
                    "started: 2026-01-01\n{}---\n",
                    impact));
  };
  EXPECT_EQ(text("impact: {revenue: 5 million}\n"), text(""));
}

TEST(PublicView, DoesNotTellByTheStateWhatItsTimesAre) {
  const auto text = [](std::string_view started) {
    return public_text(
        fmt::format("-- debrief.yaml --\nviews: {{public: {{fields: [title, resolved]}}}}\n-- "
                    "incidents/a.md --\n---\ntitle: A\n"
                    "status: published\nvisibility: public\nstarted: {}\n---\n",
                    started));
  };
  EXPECT_EQ(text("2026-01-01"), text("2026-01-02T10:00:00Z"));
}

TEST(PublicView, PrefersTheWordingForThePublic) {
  const std::string text = public_text(R"(
-- debrief.yaml --
views: {public: {fields: [title, summary]}}
-- incidents/a.md --
---
title: Secret title
summary: Secret summary.
status: published
visibility: public
started: 2026-01-01
public: {title: Payments are slow, summary: We are sorry., approved_by: Secret}
---
)");
  EXPECT_EQ(text,
            "site: Post-mortems \nincident: payments-are-slow\ntitle: Payments are slow\n"
            "summary: We are sorry.\n");
}

// A, at one time with another A; the files are named so that they come in either order.
std::string two_of_a_name(std::string_view first, std::string_view second) {
  constexpr std::string_view kFront =
      "---\ntitle: A\nstatus: published\nvisibility: public\nstarted: 2026-01-01T10:00:00Z\n";
  SourceTree folder;
  put_file(folder, fmt::format("incidents/{}.md", first), fmt::format("{}---\none\n", kFront));
  put_file(folder, fmt::format("incidents/{}.md", second),
           fmt::format("{}severity: SEV1\n---\none\n", kFront));
  put_file(folder, fmt::format("pages/{}.md", first),
           "---\ntitle: G\nvisibility: public\n---\none\n");
  put_file(folder, fmt::format("pages/{}.md", second),
           "---\ntitle: G\nvisibility: public\n---\ntwo\n");
  return print_view(*publish(folder).view);
}

TEST(PublicOrder, DoesNotDependOnTheNamesOfFiles) {
  EXPECT_EQ(two_of_a_name("a", "b"), two_of_a_name("b", "a"));
  EXPECT_NE(two_of_a_name("a", "b").find("incident: 2026-01-01-a-2\n"), std::string::npos);
}

TEST(PublicOrder, IsByTimeThenByTitle) {
  const std::string text = public_text(R"(
-- incidents/1.md --
---
title: B
status: published
visibility: public
started: 2026-01-02
---
-- incidents/2.md --
---
title: A
status: published
visibility: public
started: 2026-01-02
---
-- incidents/3.md --
---
title: C
status: published
visibility: public
started: 2026-01-03
---
)");
  const std::size_t c = text.find("incident: 2026-01-03-c");
  const std::size_t a = text.find("incident: 2026-01-02-a");
  const std::size_t b = text.find("incident: 2026-01-02-b");
  EXPECT_LT(c, a);
  EXPECT_LT(a, b);
  EXPECT_NE(b, std::string::npos);
}

TEST(PublicLinks, ToWhatIsNotPublicAreText) {
  constexpr std::string_view kMore = R"(
-- incidents/open.md --
---
title: Open
status: published
visibility: public
started: 2026-01-01
---
-- incidents/secret.md --
---
title: Secret
started: 2026-01-01
---
-- incidents/draft.md --
---
title: Draft
status: draft
visibility: public
started: 2026-01-01
---
-- pages/guide.md --
---
title: Guide
visibility: public
---
-- pages/secret.md --
---
title: Secret
---
)";
  EXPECT_EQ(public_body("[x](open.md) [x](../pages/guide.md#part \"t\")", kMore),
            "[x](page:incident/2026-01-01-open) [x](page:guide/guide \"t\")");
  for (const std::string_view target :
       {"secret.md", "draft.md", "gone.md", "../pages/secret.md", "../../outside.md",
        "../debrief.yaml", "#secret", "a.md/../secret.md", "//example.org/secret",
        "javascript:secret", "secret.md \"secret\""}) {
    EXPECT_EQ(public_body(fmt::format("[x]({})", target), kMore), "[x]()") << target;
  }
}

TEST(PublicLinks, ToAPlaceOnThePageNeedTheHeading) {
  EXPECT_EQ(public_body(
                "## Impact\n\n[a](#numbers) [b](#secret-names) [c](#secret)\n\n### Numbers\n\nx\n\n"
                "### Secret names <!-- internal -->\n\nx\n"),
            "## Impact {impact}\n[a](#numbers) [b]() [c]()\n### Numbers\nx");
}

TEST(PublicGuides, ArePublicByTheirOwnWord) {
  EXPECT_EQ(public_text(R"(
-- debrief.yaml --
views: {public: {fields: [title]}}
-- pages/secret-1.md --
---
title: Second
visibility: public
order: 2
---
# Second

Text.

## Zebra

a <!-- internal -->secret<!-- /internal -->

## Secret <!-- internal -->

secret
-- pages/secret-2.md --
---
title: First
visibility: public
order: 1
---
-- pages/secret-3.md --
---
title: Secret
---
-- pages/secret-4.md --
---
title: Secret
visibility: Public
---
)"),
            "pages/secret-4.md:3:13: warning: the visibility must be internal or public, written "
            "just so; it is read as "
            "internal [unknown-visibility]\nvisibility: Public\n            ^\n"
            "site: Post-mortems \nguide: first First\nguide: second Second\nText.\n## Zebra\na\n");
}

}  // namespace
}  // namespace debrief
