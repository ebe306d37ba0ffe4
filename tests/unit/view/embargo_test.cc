// What waits for its day or for an approval is in no public view; the internal one says what is
// missing, and what the public will read.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "generator/view/make_view.h"
#include "tests/support/content_folder.h"
#include "tests/support/print_view.h"

namespace debrief {
namespace {

constexpr std::string_view kFolder = R"(
-- debrief.yaml --
title: A
views: {public: {approval: required, base_url: "https://status.example/", fields: [title, started, related]}}
-- people.yaml --
- {handle: dana, name: Dana Whitfield, role: an engineer}
-- incidents/kept.md --
---
title: Kept
status: published
visibility: public
started: 2026-01-02
public: {title: Kept outside, approved_by: dana, not_before: 2026-03-01}
---
## Summary

See [the other](open.md).
-- incidents/maintenance.md --
---
title: Disks
kind: maintenance
status: published
visibility: public
started: 2026-01-04
public: {approved_by: dana, not_before: 2026-03-02}
---
-- incidents/open.md --
---
title: Open
status: published
visibility: public
started: 2026-01-01
related: [kept, waiting]
public: {approved_by: dana}
---
## Summary

See [the kept one](kept.md) and [disks](maintenance.md).
-- incidents/untold.md --
---
title: Untold
status: published
started: 2026-01-05
impact: {customers: 7}
---
-- incidents/waiting.md --
---
title: Waiting
status: in-review
visibility: public
started: 2026-01-03
public: {not_before: 2026-03-01}
---
)";

AsOf on(std::string_view day) {
  return {parse_day(day).value()};
}

std::string public_on(const AsOf& as_of) {
  const Published published = publish(content_folder(kFolder), Audience::public_, as_of);
  return published.problems + (published.view ? print_view(*published.view) : "");
}

TEST(Embargo, KeepsAllOfItOutOfThePublicView) {
  const std::string before = R"(site: A https://status.example/
incident: 2026-01-01-open
title: Open
started: 2026-01-01
## Summary {summary}
See [the kept one]() and [disks]().
)";
  EXPECT_EQ(public_on({}), before);
  EXPECT_EQ(public_on(on("2026-02-28")), before);
}

TEST(Embargo, LetsGoOfItOnTheDay) {
  EXPECT_EQ(public_on(on("2026-03-01")), R"(site: A https://status.example/
incident: 2026-01-02-kept-outside
title: Kept outside
started: 2026-01-02
## Summary {summary}
See [the other](page:incident/2026-01-01-open).
incident: 2026-01-01-open
title: Open
related: 2026-01-02-kept-outside
started: 2026-01-01
## Summary {summary}
See [the kept one](page:incident/2026-01-02-kept-outside) and [disks]().
)");
  const Published later = publish(content_folder(kFolder), Audience::public_, on("2026-03-02"));
  ASSERT_TRUE(later.view);
  EXPECT_EQ(later.view->maintenance().size(), 1U);
}

std::string publications(const AsOf& as_of) {
  const Published published = publish(content_folder(kFolder), Audience::internal, as_of);
  std::string out;
  for (const auto* list : {&published.view->incidents(), &published.view->maintenance()}) {
    for (const ViewIncident& incident : *list) {
      const ViewPublication& publication = incident.publication;
      out += fmt::format("{}: {}", incident.title, static_cast<int>(publication.state));
      for (const auto lack : publication.lacks) out += fmt::format(" -{}", static_cast<int>(lack));
      if (publication.first_day) out += " " + to_string(*publication.first_day);
      if (!publication.approved_by.empty()) out += " by " + publication.approved_by;
      if (incident.public_text) {
        out += fmt::format(" ({} {})", incident.public_text->title, incident.public_text->key);
      }
      out += "\n";
    }
  }
  return out;
}

// 0 internal, 1 untold, 2 waiting, 3 embargoed, 4 public; -1 in review, -3 not approved.
TEST(Embargo, IsToldToTheAuthors) {
  EXPECT_EQ(publications(on("2026-02-28")), R"(Untold: 1
Waiting: 2 -1 -3 2026-03-01 (Waiting )
Kept: 3 2026-03-01 by Dana Whitfield (Kept outside )
Open: 4 by Dana Whitfield (Open incident/2026-01-01-open)
Disks: 3 2026-03-02 by Dana Whitfield (Disks )
)");
  EXPECT_EQ(publications(on("2026-03-02")), R"(Untold: 1
Waiting: 2 -1 -3 2026-03-01 (Waiting )
Kept: 4 2026-03-01 by Dana Whitfield (Kept outside incident/2026-01-02-kept-outside)
Open: 4 by Dana Whitfield (Open incident/2026-01-01-open)
Disks: 4 2026-03-02 by Dana Whitfield (Disks maintenance/2026-01-04-disks)
)");
}

// Of two that begin together under one title, their texts decide which address each has, and links
// between post-mortems are no part of that.
TEST(Embargo, AddressesAreThoseOfThePublicSite) {
  SourceTree folder = content_folder("-- debrief.yaml --\ntitle: A\n");
  const auto put = [&folder](const char* name, std::string_view text) {
    put_file(folder, fmt::format("incidents/{}.md", name),
             fmt::format("---\ntitle: Twice\nstatus: published\nvisibility: public\nid: {}\n"
                         "started: 2026-01-02\n---\n## Summary\n\n{}\n",
                         name, text));
  };
  put("a", "See [z](z.md).");
  put("b", "See [b](b.md), then this.");
  put("m", "Alpha.");
  put("z", "See [a](a.md).");
  Diagnostics diagnostics;
  const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
  const View outside = public_view(kb, {}, diagnostics);
  const View inside = internal_view(kb, {}, diagnostics);
  ASSERT_EQ(outside.incidents().size(), 4U);
  for (const ViewIncident& incident : inside.incidents()) {
    const auto same =
        std::ranges::find(outside.incidents(), incident.public_text->key, &ViewIncident::key);
    ASSERT_NE(same, outside.incidents().end()) << incident.id;
    const auto words = [](const Outline& body) { return plain_text(body.sections.front().blocks); };
    EXPECT_EQ(words(same->body), words(incident.public_text->body)) << incident.id;
  }
}

}  // namespace
}  // namespace debrief
