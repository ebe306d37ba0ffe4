// The review pack and the list of future improvements, as a meeting reads them. The day is
// 31 March 2026 (kSampleToday).
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/content_folder.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kVocabulary =
    "-- debrief.yaml --\ntitle: T\nviews: {internal: {base_url: \"https://w.example/\"}}\n"
    "-- people.yaml --\n- {handle: dana, name: Dana Whitfield, role: the on-call engineer}\n";

// "(no such page)" if there is none.
std::string text(std::string_view files, const std::string& path,
                 Audience audience = Audience::internal) {
  const Published published =
      publish(content_folder(std::string(kVocabulary) + std::string(files)), audience);
  if (!published.view) return published.problems;
  const RenderedSite site = render_site(*published.view);
  const auto found = site.find(path + "index.html");
  return found == site.end() ? "(no such page)" : main_text(found->second);
}

constexpr std::string_view kPool = R"(-- incidents/pool.md --
---
id: PM-2
title: Pool again
severity: SEV2
status: in-review
services: [booking]
started: 2026-03-20T10:00:00Z
resolved: 2026-03-20T11:05:00Z
repeats: [PM-1]
---

## Lessons learned

- Pools *leak*.

## Action items

- [ ] Alert on the pool - @dana - Due 2026-03-28
- [x] Close connections - @dana - Done 2026-03-21

## Future improvements

- [ ] A pool for each region
- [x] A graph of the pool

)";

constexpr std::string_view kOld = R"(-- incidents/old.md --
---
id: PM-1
title: Pool
status: published
visibility: public
started: 2025-12-01T10:00:00Z
resolved: 2025-12-01T11:00:00Z
---

## Action items

- [ ] Watch it

## Ideas

- Another pool
)";

TEST(ReviewPage, HasTheLastFourWeeksOnOnePage) {
  EXPECT_EQ(text(std::string(kPool) + std::string(kOld), "review/"), R"(Review pack
For ten minutes of a team meeting: what happened in the last four weeks, what was learned, what is still to be done.
3 March 2026 – 31 March 2026
Incidents
Pool again
SEV2 | In review | 20 March 2026 | · | 1 h 5 min | · | booking
What was learned
Pools leak.
To do
Overdue
Alert on the pool | Dana Whitfield | Due | 28 March 2026 | 3 days late
Became overdue
Alert on the pool | Dana Whitfield | Due | 28 March 2026 | 3 days late | Pool again
Action items that were done
Close connections | Dana Whitfield | Done on | 21 March 2026 | Pool again
Happened before
Pool again | as Pool, | 1 December 2025 | · 0 of 1 action items done
Incidents that happened again
Reviews still missing
Pool again | Resolved | 20 March 2026
)");
}

TEST(ReviewPage, OfQuietWeeksSaysWhenTheLastIncidentWas) {
  EXPECT_THAT(text(kOld, "review/"),
              EndsWith("3 March 2026 – 31 March 2026\n"
                       "Nothing happened in these days. The last incident: Pool, | "
                       "1 December 2025\n"));
}

TEST(ReviewPage, OfManyIncidentsShowsTheLatestAndLeadsOn) {
  std::string files;
  for (int i = 10; i < 40; ++i) {
    files += fmt::format(
        "-- incidents/{0}.md --\n---\ntitle: Incident {0}\nstarted: 2026-03-20T10:{0}:00Z\n---\n\n"
        "## Action items\n\n- [ ] Do {0} - Due 2026-03-2{1}\n",
        i, i % 10);
  }
  const std::string page = text(files, "review/");
  EXPECT_THAT(page, HasSubstr("Incident 20\n"));
  EXPECT_THAT(page, Not(HasSubstr("Incident 19\n")));
  EXPECT_THAT(page, HasSubstr("10 more\nBecame overdue\n"));
  EXPECT_THAT(page, EndsWith("15 more\n"));
}

TEST(ReviewPage, IsNotForThePublicNorWithoutIncidents) {
  EXPECT_EQ(text(kOld, "review/", Audience::public_), "(no such page)");
  EXPECT_EQ(text("", "review/"), "(no such page)");
  EXPECT_THAT(text(kOld, ""), HasSubstr("The last four weeks on one page"));
  EXPECT_THAT(text("", ""), Not(HasSubstr("four weeks")));
}

TEST(ImprovementPage, HasWhatMayBeDoneSomeDayByQuarter) {
  EXPECT_EQ(text(std::string(kPool) + std::string(kOld), "improvements/"), R"(Future improvements
Good ideas of post-mortems that are no action items. Read them again every quarter: do one, give it an owner and a day, or drop it.
The review of Q1 2026 is due by 31 March 2026.
Q1 2026
Pool again
20 March 2026 | · | booking
A pool for each region
Done | A graph of the pool
Q4 2025
Pool
1 December 2025
Another pool
)");
}

TEST(ImprovementPage, IsThereIfThereIsAnyAndNeverForThePublic) {
  EXPECT_EQ(text("-- incidents/a.md --\n---\ntitle: A\nstarted: 2026-03-20\n---\n\nText.\n",
                 "improvements/"),
            "(no such page)");
  EXPECT_EQ(text(std::string(kPool) + std::string(kOld), "improvements/", Audience::public_),
            "(no such page)");
}

TEST(ImprovementPage, OfVeryManyHasSeveralPages) {
  std::string files;
  for (int i = 100; i < 201; ++i) {
    files += fmt::format(
        "-- incidents/{0}.md --\n---\ntitle: Incident {0}\nstarted: 2026-01-01\n---\n\n"
        "## Ideas\n\n- Idea {0}\n",
        i);
  }
  EXPECT_THAT(text(files, "improvements/"), HasSubstr("Idea 199\n"));
  EXPECT_EQ(text(files, "improvements/page/2/"),
            "Future improvements\nQ1 2026\nIncident 200\n1 January 2026\nIdea 200\n"
            "← Previous | Page 2 of 2\n");
}

}  // namespace
}  // namespace debrief
