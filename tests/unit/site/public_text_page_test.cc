// What authors are shown of what the public reads, and that the public is shown none of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/content_folder.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kFolder = R"(
-- debrief.yaml --
title: Harborline
views:
  internal: {title: Harborline post-mortems}
  public:
    title: Harborline status
    sections: [summary, impact, action-items]
    fields: [title, summary, services, causes, started, impact]
-- people.yaml --
- {handle: dana, name: Dana Whitfield, role: the on-call engineer}
-- redactions.yaml --
- {term: Initech, replace: a large retailer}
-- services.yaml --
- {id: core, name: Core, public: yes, public_name: Bookings}
-- incidents/a.md --
---
id: PM-1
title: Initech is down
status: published
visibility: public
services: [core]
started: 2026-03-14T10:00:00Z
resolved: 2026-03-14T11:00:00Z
impact: {summary: Nobody at Initech could book, revenue: 9 EUR}
trigger: A release
authors: [dana]
---
Told by Dana.

## Impact

Half of <!-- internal: the tests -->Foo<!-- /internal --> failed, see [below](#numbers) and [the timeline](#timeline).[^n]

### Numbers

Nine at Initech.[^m]

## Timeline

10:00 Dana woke.

## Action Items

- [ ] Call Initech - @dana - Due 2026-05-01

[^n]: Seen by all.

[^m]: Seen <!-- internal -->not by us<!-- /internal --> often.
-- incidents/b.md --
---
id: PM-2
title: Lamp out
started: 2026-03-01
---
Told.
-- incidents/c.md --
---
id: PM-3
title: Lamp back
status: in-review
visibility: public
started: 2026-02-01
---
Told.
)";

RenderedSite site_of(Audience audience) {
  const Published published = publish(content_folder(kFolder), audience);
  EXPECT_EQ(published.problems, "");
  return render_site(*published.view);
}

TEST(IncidentPage, ShadesWhatThePublicDoesNotRead) {
  const RenderedSite site = site_of(Audience::internal);
  EXPECT_EQ(main_text(site.at("incidents/pm-1/index.html")), R"(Incidents
Initech is down
Resolved | Public | PM-1
When | 14 March 2026, 10:00 UTC
Duration | 1 h
Services
Core
Impact | Nobody at Initech could book | Revenue: 9 EUR
Trigger | A release
In the text below, shaded parts are not public. What the public reads · Publication desk
Resolved after 1 h Started 10:00 10:10 10:20 10:30 10:40 10:50 11:00
Started – Resolved 1 h
Times in UTC
Told by | [Not public. The public reads: the on-call engineer] | Dana | .
Timeline
#
Not public: not on the list of what is public
10:00 Dana woke.
Action Items
#
Of this section only what is to be done is public: no owners, dates or tickets
Open
Call | [Not public. The public reads: a large retailer] | Initech
Dana Whitfield | Due | 1 May 2026
Impact
#
Half of | [Not public: marked internal. The public reads: the tests] | Foo | failed, see below and | [The public does not see where this link leads] | the timeline.1
Numbers
#
Nine at | [Not public. The public reads: a large retailer] | Initech | .2
Seen by all.
Seen | [Not public: marked internal] | not by us | often.
Written by | Dana Whitfield
)");
}

TEST(PublicTextPage, ShowsBothTextsSideBySide) {
  const RenderedSite site = site_of(Audience::internal);
  EXPECT_EQ(main_text(site.at("incidents/pm-1/public/index.html")), R"(Incidents
Initech is down
What the public reads: Initech is down
The internal text, shaded where it is not public, beside the text of the public site.
Publication desk
Fact | Internal text | The public reads
Title | Initech is down | A large retailer is down
Id | PM-1 | Not public
State | Resolved | Not public
Started | 14 March 2026, 10:00 UTC | 14 March 2026, 10:00 UTC
Resolved | 14 March 2026, 11:00 UTC | Not public
Duration | 1 h | Not public
Services | Core | Bookings
Impact | Nobody at Initech could book | Nobody at a large retailer could book
Revenue | 9 EUR | Not public
Trigger | A release | Not public
Written by | Dana Whitfield | Not public
Internal text
Told by | [Not public. The public reads: the on-call engineer] | Dana | .
The public reads
Told by the on-call engineer.
Internal text
Impact
Half of | [Not public: marked internal. The public reads: the tests] | Foo | failed, see below and | [The public does not see where this link leads] | the timeline.1
The public reads
Impact
Half of the tests failed, see below and the timeline.1
Internal text
Numbers
Nine at | [Not public. The public reads: a large retailer] | Initech | .2
The public reads
Numbers
Nine at a large retailer.2
Internal text
Timeline
Not public: not on the list of what is public
10:00 Dana woke.
The public reads
Not public
Internal text
Action Items
Of this section only what is to be done is public: no owners, dates or tickets
☐ | Call | [Not public. The public reads: a large retailer] | Initech | - | [Not public] | @dana | - Due 2026-05-01
The public reads
Action Items
☐ | Call a large retailer
Internal text
Footnotes
Seen by all.
Seen | [Not public: marked internal] | not by us | often.
The public reads
Footnotes
Seen by all.
Seen often.
)");
}

TEST(PublicTextPage, IsThereForWhatIsToBePublic) {
  const RenderedSite site = site_of(Audience::internal);
  EXPECT_THAT(main_text(site.at("incidents/pm-3/public/index.html")),
              AllOf(HasSubstr("Not public yet: it is in review.\n"),
                    HasSubstr("what the public will read once this is published")));
  EXPECT_THAT(main_text(site.at("incidents/pm-3/index.html")),
              HasSubstr("Not public yet: it is in review."));
  EXPECT_FALSE(site.contains("incidents/pm-2/public/index.html"));
  EXPECT_THAT(main_text(site.at("incidents/pm-2/index.html")),
              HasSubstr("Nothing on this page is public."));
}

TEST(PublicTextPage, IsNotInTheSitemap) {
  EXPECT_THAT(site_of(Audience::internal).at("sitemap.xml"), Not(HasSubstr("public/")));
}

TEST(PublicSite, SaysNothingOfWhatIsHidden) {
  for (const auto& [path, bytes] : site_of(Audience::public_)) {
    if (!path.ends_with(".html")) continue;
    EXPECT_THAT(path, Not(HasSubstr("public/")));
    for (const char* word : {"hidden-part", "hidden-note", "hidden-link", "publication",
                             "unseen\">[", "Not public", "What the public reads"}) {
      EXPECT_THAT(bytes, Not(HasSubstr(word))) << path;
    }
  }
}

}  // namespace
}  // namespace debrief
