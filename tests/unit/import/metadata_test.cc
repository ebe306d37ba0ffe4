// What is inferred from a text, and from where.

#include "generator/import/metadata.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "generator/import/draft.h"
#include "generator/import/import_report.h"

namespace debrief {
namespace {

struct Options {
  std::string path = "posts/disk.md";
  const TimeZone* zone = nullptr;
  const FirstCommit* first_commit = nullptr;
};

std::string infer(std::string_view text, const Options& options = {}) {
  const ImportSource source{options.path, options.path, "", std::string(text)};
  Diagnostics diagnostics;
  const auto draft = read_draft(source, diagnostics);
  std::string shown;
  for (const Diagnostic& problem : diagnostics.sorted()) shown += to_string(problem) + "\n";
  if (!draft) return shown;
  const Metadata metadata =
      infer_metadata(*draft, {{}, options.zone, options.first_commit}).metadata;
  for (const MetadataField& field : metadata.fields) {
    shown +=
        fmt::format("{}: {} ({})\n", field.name, one_line(field.value), to_string(field.origin));
  }
  for (const LeftOut& left_out : metadata.left_out) {
    shown += fmt::format("# {}: {}\n", left_out.key, one_line(left_out.value));
  }
  for (const Remark& remark : metadata.remarks) {
    shown += fmt::format("! {}: {}\n", remark.line, remark.text);
  }
  return shown;
}

TEST(Metadata, TakesFrontMatterOfOtherTools) {
  EXPECT_EQ(
      R"(title: Disk full (front matter, line 2)
severity: down (front matter, line 6)
services: API, Web (front matter, line 7)
started: 2021-05-29T14:00:00Z (front matter, line 3)
resolved: 2021-05-29T15:10:00Z (front matter, line 4)
# section: issue
# organisation: Lighthouse Ltd
! 9: 'organisation' is no field of Debrief's; kept as a comment
)",
      infer(R"(---
title: Disk full
date: 2021-05-29T14:00:00-00:00
resolvedWhen: 2021-05-29T15:10:00-00:00
resolved: true
severity: down
affected: [API, Web]
section: issue
organisation: Lighthouse Ltd
---
Text.
)"));
}

TEST(Metadata, TakesLabelledLines) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
status: published (line 8)
severity: P1 (line 4)
services: checkout, ledger (line 5)
causes: Capacity (line 6)
started: 2021-05-29T14:00:00Z (line 9)
resolved: 2021-05-29T15:10:00Z (line 9)
detection: alert (line 10)
authors: Ann Lee, bob (line 7)
)",
      infer(R"(# Disk full

- **Date:** May 29, 2021
- **Severity**: P1
- **Affected services**: checkout, ledger
- **Root cause category**: Capacity
- **Author(s)**: Ann Lee, @bob
- **Status**: Final
- **Duration**: 14:00 - 15:10 UTC
- **Detected by**: alert

## Timeline

- 14:05 UTC - Status: 503 from everything
)"));
}

TEST(Metadata, TakesStatsWhereverTheyStand) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
causes: Kubernetes (line 13, Stats)
started: 2021-05-29T14:00:00+01:00 (timeline, line 9)
review: attendees: RF, PW (line 15, Attendees)
)",
      infer(R"(# Disk full

## Timeline

All times in CET.

| Time | Event |
| :--- | --- |
| 2021-05-29 14:00 | Disk full |

# Stats

- Category: Kubernetes
- Time to detection: ?
## Attendees

- RF, PW
)"));
}

TEST(Metadata, TakesASectionThatHoldsNothingButAValue) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
date: 2021-05-29 (line 3, Date)
severity: SEV 2 (line 7, Severity)
services: Web, API (line 11, Services affected)
)",
      infer(R"(# Disk full

## Date

29 May 2021

## Severity

SEV 2

## Services affected

- Web
- API

## Status

At first nobody knew what the state of anything was, and it took us half an hour to find out more about it all.
)"));
}

TEST(Metadata, KnowsTheFrontMatterOfHugoAndZola) {
  EXPECT_EQ(
      R"(title: Disk full (front matter, line 2)
date: 2021-05-29 (front matter, line 3)
status: draft (front matter, line 4)
causes: Network (front matter, line 8)
tags: cdn (front matter, line 7)
# weight: 3
! 5: 'weight' is no field of Debrief's; kept as a comment
)",
      infer(R"(+++
title = "Disk full"
date = 2021-05-29
draft = true
weight = 3
[taxonomies]
tags = ["cdn"]
categories = ["Network"]
+++
)"));
}

// A line with the day above the times is no entry of its own.
TEST(Metadata, TakesTheFirstTimeOfTheFirstDay) {
  EXPECT_EQ("title: Disk full (first heading)\nstarted: 2015-10-21T14:51:00Z (timeline, line 9)\n",
            infer(R"(# Disk full

**Date:** 2015-10-21

## Timeline

2015-10-21 (*all times UTC*)

- 14:51 First error
- 14:53 Alert
)"));
}

TEST(Metadata, TakesATableOfTwoColumns) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
date: 2021-05-29 (line 5)
severity: SEV2 (line 6)
authors: Ann Lee (line 7)
)",
      infer(R"(# Postmortem: Disk full

| Field | Value |
|---|---|
| Date | 2021-05-29 |
| Severity | SEV2 |
| Owner | Ann Lee |
| Facilitator | [Name] |
)"));
}

TEST(Metadata, DoesNotTakeTheStoryForFacts) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
date: 2021-05-29 (first heading)
resolved: yes (line 3, it has a section 'Action items')
)",
      infer(R"(# 2021-05-29: Disk full

## Action items

- Severity: define what it means
- Owner: Ann

## Lessons learned

Status: we need a status page.

## A section of its own

Impact: it is hard to say.
)"));
}

// People write the zone once, over the timeline.
TEST(Metadata, TakesTheZoneThatTheTimelineNames) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
started: 2021-05-29T14:00:00+02:00 (line 4)
resolved: 2021-05-29T15:10:00+02:00 (line 4)
)",
      infer(R"(# Disk full

**Date:** 2021-05-29
**Duration:** 14:00 - 15:10

## Timeline (CEST)

- 14:05 - Alert
)"));
}

TEST(Metadata, TrustsTheHeadingMoreThanTheFileName) {
  EXPECT_EQ(
      R"(id: PM-12 (first heading)
title: Disk full (first heading)
date: 2021-05-29 (first heading)
! 0: file name says that it started 2021-06-01, first heading says 2021-05-29
)",
      infer("# [PM-12] Disk full (2021-05-29)\n", {.path = "2021-06-01-disk.md"}));
}

TEST(Metadata, TakesTheNameOfTheFileWhereThereIsNoHeading) {
  EXPECT_EQ("title: Disk full (file name)\ndate: 2021-05-29 (file name)\n",
            infer("Text.\n", {.path = "2021-05-29-disk-full.md"}));
  EXPECT_EQ("title: Disk full (file name)\ndate: 2021-05-29 (file name)\n",
            infer("## Summary\n\nText.\n", {.path = "2021-05-29-disk-full/index.md"}));
  EXPECT_EQ("title: Disk full (file name)\ndate: 2021-05-29 (file name)\n",
            infer("# Postmortem\n\nText.\n", {.path = "2021-05-29-disk-full.md"}));
}

TEST(Metadata, MakesADayMorePreciseByTheTimeline) {
  EXPECT_EQ("title: Cull flood (file name)\nstarted: 2018-04-18T14:02:00Z (timeline, line 3)\n",
            infer("## Timeline (UTC)\n\n- 14:02 - Flood\n", {.path = "2018-04-18-cull-flood.md"}));
}

TEST(Metadata, TakesTheYearOfAnIdIfThereIsNoOtherDate) {
  EXPECT_EQ(
      R"(id: PM2020-003 (file name)
title: Migration (first heading)
date: 2020 (file name)
)",
      infer(R"(# Migration

## Timeline

| Time | Event |
| --- | --- |
| 20202-01-16 12:00 | Copying failed |
| 20202-01-17 12:00 | Fixed |
)",
            {.path = "PM2020-003 - Migration.md"}));
}

// An incident late in a year is numbered in the next; what is older is how it came about.
TEST(Metadata, TakesTheFirstEntryOfTheYearInTheName) {
  const std::string_view text = R"(# Errors

## Timeline (UTC)

| Time | Event |
| --- | --- |
| 2020-12-21 HH:mm | A script was written |
| 2022-05-?? HH:mm | Somebody noticed |
| 2022-05-25 HH:mm | We looked |
)";
  EXPECT_EQ(
      R"(id: PM2022-006 (file name)
title: Errors (first heading)
date: 2022-05-25 (timeline, line 9)
! 7: the timeline begins 2020-12-21; its first entry of 2022, the year in the name, was taken
)",
      infer(text, {.path = "PM2022-006 - Errors.md"}));
  EXPECT_EQ(
      R"(id: PM2021-006 (file name)
title: Errors (first heading)
date: 2020-12-21 (timeline, line 7)
! 7: the timeline begins 2020-12-21, the name says 2021
)",
      infer(text, {.path = "PM2021-006 - Errors.md"}));
}

TEST(Metadata, SaysThatTheTimelineBeginsInAnotherYearThanTheName) {
  EXPECT_EQ(
      R"(id: PM2022-006 (file name)
title: Errors (first heading)
date: 2020-12-21 (timeline, line 7)
! 7: the timeline begins 2020-12-21, the name says 2022
)",
      infer(R"(# Errors

## Timeline (UTC)

| Time | Event |
| --- | --- |
| 2020-12-21 HH:mm | A script was written |
)",
            {.path = "PM2022-006 - Errors.md"}));
}

TEST(Metadata, FallsBackToGitHistory) {
  const FirstCommit commit{*parse_timestamp("2021-06-02"), "Ann Lee"};
  EXPECT_EQ(
      "title: Disk full (first heading)\ndate: 2021-06-02 (git history)\nauthors: Ann Lee (git "
      "history)\n",
      infer("# Disk full\n", {.first_commit = &commit}));
  // It came into the repository a year after it was written.
  EXPECT_EQ(
      "id: PM2020-003 (file name)\ntitle: Disk full (first heading)\ndate: 2020 (file "
      "name)\nauthors: Ann Lee (git history)\n",
      infer("# Disk full\n", {.path = "PM2020-003.md", .first_commit = &commit}));
}

// Four entries of a status page got the address of a pull request for their id.
TEST(Metadata, TakesNoLinkForAnId) {
  for (const std::string reference :
       {"https://forge.example/team/repo/pull/1748.", "team/repo#2809"}) {
    const std::string shown =
        infer("# Disk full\n\n- Date: 2021-05-29\n- Reference: " + reference + "\n");
    EXPECT_EQ(shown.find("id: "), std::string::npos) << shown;
  }
  EXPECT_NE(
      infer("# Disk full\n\n- Date: 2021-05-29\n- Reference: INC/2021-7\n").find("id: INC/2021-7"),
      std::string::npos);
}

TEST(Metadata, TakesNoPlaceholders) {
  EXPECT_EQ("title: Disk full (first heading)\ndate: 2021-05-29 (file name)\n",
            infer(R"(# Disk full

**Severity:** [SEV1/2/3]
**Services:** N/A
**Owner:** TBD
**Impact:** -
**Date:** YYYY-MM-DD
)",
                  {.path = "2021-05-29.md"}));
}

TEST(Metadata, CompletesClockTimesWithTheDay) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
started: 2021-05-29T23:30:00Z (line 3)
detected: 2021-05-29T23:40:00Z (line 4)
resolved: 2021-05-30T00:10:00Z (line 5)
)",
      infer(R"(# Disk full (2021-05-29)

Started: 23:30 UTC
Detected: 23:40
Resolved: 00:10
)"));
}

TEST(Metadata, SaysWhatItCouldNotRead) {
  EXPECT_EQ(
      R"(title: Disk full (first heading)
date: 2021-05-29 (file name)
! 3: 'the 32nd' is no time that can be read
! 4: 'Monitoring' is no status that Debrief knows
)",
      infer("# Disk full\n\nStarted: the 32nd\nStatus: Monitoring\n", {.path = "2021-05-29.md"}));
}

TEST(Metadata, NeverMakesAnythingPublic) {
  EXPECT_EQ(
      R"(title: Disk full (front matter, line 2)
date: 2021-05-29 (front matter, line 3)
# visibility: public
! 4: 'visibility' is decided in review: what is imported is internal; kept as a comment
)",
      infer("---\ntitle: Disk full\ndate: 2021-05-29\nvisibility: public\n---\n"));
}

// Marks hide text, and front matter has none.
TEST(Metadata, TakesTheKindAndTheDayOfPublicationIfTheyAreThat) {
  EXPECT_EQ(
      "title: Disk swap (front matter, line 2)\nkind: maintenance (front matter, line 3)\n"
      "date: 2021-05-29 (front matter, line 4)\npublished: 2021-06-02 (front matter, line 5)\n",
      infer("---\ntitle: Disk swap\nkind: maintenance\ndate: 2021-05-29\npublished: "
            "2021-06-02\n---\n"));
  EXPECT_EQ(
      "title: Disk full (front matter, line 2)\ndate: 2021-05-29 (front matter, line 4)\n"
      "# kind: page\n# published: true\n"
      "! 3: 'kind' is neither incident nor maintenance; kept as a comment\n"
      "! 5: 'published' is 'true', which is no day; kept as a comment\n",
      infer("---\ntitle: Disk full\nkind: page\ndate: 2021-05-29\npublished: true\n---\n"));
}

TEST(Metadata, LeavesWhatIsMarkedInternalInTheText) {
  EXPECT_EQ("title: Disk full (first heading)\ndate: 2021-05-29 (file name)\n",
            infer("# Disk full\n\n<!-- internal -->\n\nSeverity: SEV1\n\n<!-- /internal -->\n",
                  {.path = "2021-05-29.md"}));
}

TEST(Metadata, KeepsWhatDoesNotFitAsComments) {
  EXPECT_EQ(
      R"(title: Disk full (front matter, line 2)
date: 2021-05-29 (front matter, line 3)
impact: customers: 12 (front matter, line 4)
tags: disk, database (front matter, line 7)
links: chat: https://chat.lighthouse.example/1 (front matter, line 9)
# impact.mood: bad
# links.local: ./notes.txt
# severity: a: 1
# extra: severity: high
! 6: 'impact.mood' has no place in 'impact'; kept as a comment
! 11: 'links.local' has no place in 'links'; kept as a comment
! 12: 'severity' must be one text; kept as a comment
! 13: 'extra' is no field of Debrief's; kept as a comment
)",
      infer(R"(---
title: Disk full
date: 2021-05-29
impact:
  customers: 12
  mood: bad
tags: [disk]
keywords: [database, disk]
links:
  chat: https://chat.lighthouse.example/1
  local: ./notes.txt
severity: {a: 1}
extra: {severity: high}
---
)"));
}

TEST(TemplateSigns, NeedsTwo) {
  const auto signs = [](std::string path, std::string text) {
    const ImportSource source{path, path, "", std::move(text)};
    Diagnostics diagnostics;
    return template_signs(*read_draft(source, diagnostics));
  };
  EXPECT_EQ("its name, its title, a time to fill in",
            signs("PMyyyy-nnn - Postmortem template.md",
                  "# Incident Title\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 20xx-MM-DD "
                  "HH:mm | Text |\n"));
  EXPECT_EQ("its name, its title", signs("template.md", "# [Incident Title]\n"));
  EXPECT_EQ("its title, a time to fill in",
            signs("a.md", "---\ntitle: Postmortem template\n---\n\nDate: YYYY-MM-DD\n"));
  EXPECT_EQ("", signs("certificate-template-broken.md", "# The certificate was gone\n"));
  EXPECT_EQ("", signs("a.md", "# Incident Title\n"));
}

}  // namespace
}  // namespace debrief
