// The publication desk.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/content_folder.h"
#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kFolder = R"(
-- debrief.yaml --
title: A
views:
  public: {approval: required, base_url: "https://status.example/"}
-- people.yaml --
- {handle: dana, name: Dana Whitfield, role: an engineer}
-- incidents/a.md --
---
id: PM-1
title: Open to all
status: published
visibility: public
severity: SEV2
started: 2026-01-01
published: 2026-01-08
public: {title: Open, approved_by: dana}
---
-- incidents/b.md --
---
id: PM-2
title: Kept back
status: published
visibility: public
started: 2026-01-02
public: {approved_by: dana, not_before: 2026-04-01}
---
-- incidents/c.md --
---
id: MW-1
title: Disks
kind: maintenance
status: published
visibility: public
started: 2026-05-02
public: {approved_by: '@dana', not_before: 2026-04}
---
-- incidents/d.md --
---
id: PM-3
title: Waiting
status: in-review
visibility: public
started: 2026-01-03
public: {not_before: 2026-04-10}
---
-- incidents/e.md --
---
id: PM-4
title: Nobody heard
status: published
severity: SEV3
started: 2026-01-04
impact: {summary: No tickets, customers: 8400}
---
-- incidents/f.md --
---
id: PM-5
title: Nobody heard of this either
status: published
severity: SEV1
started: 2026-01-03
detection: customer
---
-- incidents/g.md --
---
id: PM-6
title: Ours alone
status: published
started: 2026-01-05
---
)";

// On 31 March 2026.
RenderedSite site_of(const SourceTree& folder, Audience audience = Audience::internal) {
  const Published published = publish(folder, audience, {kSampleToday});
  EXPECT_EQ(published.problems, "");
  return render_site(published.view.value());
}

TEST(PublicationDesk, SaysWhatWaitsForWhom) {
  const RenderedSite site = site_of(content_folder(kFolder));
  EXPECT_EQ(main_text(site.at("publication/index.html")), R"(Publication desk
Waiting 1
Customers not told 2
Embargoed 2
Public 1
Waiting
Asks to be public, and something is missing.
Waiting
it is in review
nobody has approved it
not before 10 April 2026
10 days left
Internal and public text
In review | 3 January 2026
Customers not told
Customers were hit, the post-mortem is done, and it does not ask to be public.
Nobody heard of this either | SEV1 | 3 January 2026
Nobody heard | No tickets · Customers: 8,400 | SEV3 | 4 January 2026
Embargoed
Ready, and public with the first build on its day or later.
Kept back
not before 1 April 2026
1 day left
Approved by | Dana Whitfield
Internal and public text
2 January 2026
Disks
not before 1 May 2026
31 days left
Approved by | Dana Whitfield
Internal and public text
Maintenance | 2 May 2026
Public
On the public site.
Open to all | The public reads: | Open
Approved by | Dana Whitfield
Post-mortem done | 8 January 2026
Internal and public text
On the public site
SEV2 | 1 January 2026
)");
  EXPECT_THAT(site.at("publication/index.html"),
              AllOf(HasSubstr("href=\"https://status.example/incidents/2026-01-01-open/\""),
                    HasSubstr("href=\"../incidents/pm-2/public/\""),
                    HasSubstr("href=\"../maintenance/mw-1/\"")));
}

TEST(PublicationDesk, IsReachedFromEverywhere) {
  const RenderedSite site = site_of(content_folder(kFolder));
  EXPECT_THAT(main_text(site.at("index.html")), HasSubstr("Waiting to be published 1\n"));
  EXPECT_THAT(
      main_text(site.at("incidents/pm-2/index.html")),
      HasSubstr("Not public yet: not before 1 April 2026. In the text below, shaded parts "
                "will not be public then either. What the public reads · Publication desk"));
  EXPECT_THAT(main_text(site.at("incidents/pm-3/public/index.html")),
              HasSubstr("Not public yet: it is in review; nobody has approved it; not before 10 "
                        "April 2026.\n"));
  EXPECT_THAT(main_text(site.at("incidents/pm-1/public/index.html")),
              Not(HasSubstr("Not public yet")));
  EXPECT_THAT(site.at("incidents/pm-1/public/index.html"),
              HasSubstr("href=\"https://status.example/incidents/2026-01-01-open/\""));
}

TEST(PublicationDesk, SaysThatThereIsNothing) {
  const RenderedSite site =
      site_of(content_folder("-- debrief.yaml --\ntitle: A\n-- incidents/a.md --\n---\ntitle: "
                             "A\nstarted: 2026-01-01\n---\n"));
  EXPECT_EQ(main_text(site.at("publication/index.html")), R"(Publication desk
Waiting 0
Customers not told 0
Embargoed 0
Public 0
Waiting
Nothing waits for anybody.
Customers not told
There is no such incident.
Embargoed
Nothing is kept back.
Public
Nothing is public.
)");
  EXPECT_FALSE(
      site_of(content_folder("-- debrief.yaml --\ntitle: A\n")).contains("publication/index.html"));
}

TEST(PublicationDesk, HasPagesOfLongLists) {
  SourceTree folder = content_folder("-- debrief.yaml --\ntitle: A\n");
  for (int i = 0; i < 101; ++i) {
    put_file(folder, fmt::format("incidents/p{}.md", i),
             fmt::format("---\ntitle: Public {}\nstatus: published\nvisibility: public\n"
                         "started: 2026-01-01\n---\n",
                         i));
  }
  const RenderedSite site = site_of(folder);
  EXPECT_THAT(main_text(site.at("publication/index.html")), HasSubstr("81 more\n"));
  EXPECT_THAT(site.at("publication/index.html"), HasSubstr("href=\"../publication/public/\""));
  EXPECT_THAT(main_text(site.at("publication/public/index.html")), HasSubstr("Page 1 of 2"));
  EXPECT_THAT(main_text(site.at("publication/public/page/2/index.html")), HasSubstr("Public 99"));
  EXPECT_FALSE(site.contains("publication/waiting/index.html"));
}

TEST(PublicationDesk, IsForNoPublicEyes) {
  for (const auto& [path, bytes] : site_of(content_folder(kFolder), Audience::public_)) {
    EXPECT_THAT(path, Not(HasSubstr("publication")));
    for (const char* word : {"Dana", "2026-04-", "Kept back", "Disks", "Nobody heard", "desk\""}) {
      EXPECT_THAT(bytes, Not(HasSubstr(word))) << path;
    }
  }
}

}  // namespace
}  // namespace debrief
