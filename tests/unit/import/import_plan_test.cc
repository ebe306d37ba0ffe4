// A whole import: where texts go, what is written, what is said about it.

#include "generator/import/import_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/unit/import/planned_import.h"

namespace debrief {
namespace {

using testing::HasSubstr;

// The shapes in which a team kept its post-mortems before.
constexpr std::string_view kShapes = R"(
-- posts/PM2020-003 - Migration.md --
# Account migration

## Timeline

All times in CET.

| Time | Event |
| --- | --- |
| 20202-01-16 12:00 | Copying failed |
| 20202-01-17 12:00 | Fixed |
| 20202-01-20 12:00 | Failed again |
| 20202-01-24 12:00 | Fixed again |
| 20202-01-28 12:00 | Closed |

## Action Items

- Test the copy
- Write it down

# Stats

- Category: Self-service
- Time to detection: ?
-- posts/PM2021-002 - Version bump.md --
# Unintended version update

## Timeline

| Date and Time in CET | Event |
| :--- | :--- |
| 2021-02-15 06:05 | Pipeline failed |
| 2021-02-15 06:45 | Issue detected |
| 2021-02-15 --:-- | Somebody looked |

## Attendees

- rifis
- wicar

## Stats

- Category: Observability
-- posts/PM2021-003 - Version bump.md --
# Unintended version update

## Timeline

All times in UTC.

- 2021-02-19 08:35 - Pipeline failed
- 2021-02-19 09:23 - Everything back

See [the first time](PM2021-002%20-%20Version%20bump.md).

## Stats

- Category: Observability
- Severity: SEV9
-- posts/PM2022-009 - Bad image --
# Bad image

## Timeline

- 2022-10-29 01:02 UTC - Image released
-- posts/PMyyyy-nnn - Postmortem template.md --
# Incident Title

## Timeline

| Time | Event |
| --- | --- |
| 20xx-MM-DD HH:mm | Short event description |
)";

TEST(ImportPlan, ReportsWhatItFoundAndWhere) {
  EXPECT_EQ(R"(posts/PM2020-003 - Migration.md
  -> incidents/2020/pm2020-003-migration.md
    id: PM2020-003  (file name)
    title: Account migration  (first heading)
    date: 2020  (file name)
    causes: Self-service  (line 22, Stats)
    resolved: yes  (line 15, it has a section 'Action Items')
    missing: severity, services, authors
    timeline: 5 entries, 5 of unsure time; action items: 2
    ! line 9: '20202-01-16 12:00' is no time: the year is 20202; write it as 2026-02-15 14:32
    ! line 10: '20202-01-17 12:00' is no time: the year is 20202; write it as 2026-02-15 14:32
    ! line 11: '20202-01-20 12:00' is no time: the year is 20202; write it as 2026-02-15 14:32
    ! line 12: '20202-01-24 12:00' is no time: the year is 20202; write it as 2026-02-15 14:32
    ! line 13: '20202-01-28 12:00' is no time: the year is 20202; write it as 2026-02-15 14:32
posts/PM2021-002 - Version bump.md
  -> incidents/2021/pm2021-002-version-bump.md
    id: PM2021-002  (file name)
    title: Unintended version update  (first heading)
    causes: Observability  (line 18, Stats)
    started: 2021-02-15T06:05:00+01:00  (timeline, line 7)
    review: attendees: rifis, wicar  (line 11, Attendees)
    missing: severity, services, authors
    timeline: 3 entries, 1 of unsure time; action items: 0
posts/PM2021-003 - Version bump.md
  -> incidents/2021/pm2021-003-version-bump.md
    id: PM2021-003  (file name)
    title: Unintended version update  (first heading)
    causes: Observability  (line 14, Stats)
    started: 2021-02-19T08:35:00Z  (timeline, line 7)
    missing: severity, services, authors
    timeline: 2 entries; action items: 0
    ! line 10: the link to 'PM2021-002 - Version bump.md' must now be 'pm2021-002-version-bump.md'
    ! line 15: 'SEV9' is not in the severity scale (SEV1, SEV2, SEV3, SEV4); add it to the aliases of a level in debrief.yaml
posts/PM2022-009 - Bad image
  -> incidents/2022/pm2022-009-bad-image.md
    id: PM2022-009  (file name)
    title: Bad image  (first heading)
    started: 2022-10-29T01:02:00Z  (timeline, line 5)
    missing: severity, services, causes, authors
    timeline: 1 entry; action items: 0
posts/PMyyyy-nnn - Postmortem template.md
  skipped: a template: its name, its title, a time to fill in

4 imported, 1 skipped (a template), 4 without severity, 4 without services, 1 without causes
)",
            plan(kShapes).report);
}

TEST(ImportPlan, WritesFrontMatterAndLeavesTheTextAsItIs) {
  EXPECT_EQ(
      R"(-- incidents/2021/2021-05-29-disk.md --
---
title: Disk full
date: 2021-05-29
severity: S2
services: [checkout]
# In the source, and without a place above:
# company: Lighthouse
---

Text  with  two spaces  
and a	tab.
)",
      plan(R"(
-- 2021-05-29-disk.md --
+++
title = "Disk full"
severity = "S2"
services = ["checkout"]
company = "Lighthouse"
+++
Text  with  two spaces  
and a	tab.
)")
          .files);
}

TEST(ImportPlan, TakesPicturesAlong) {
  const PlannedImport made = plan(R"(
-- posts/2021-05-29-disk.md --
# Disk full

![Graph](img/a%20graph.png) ![Again](img/a%20graph.png) ![Gone](gone.png)
-- posts/img/a graph.png --
PNG
)");
  EXPECT_EQ(R"(-- incidents/2021/2021-05-29-disk/img/a graph.png --
PNG
-- incidents/2021/2021-05-29-disk/index.md --
---
title: Disk full
date: 2021-05-29
---

# Disk full

![Graph](img/a%20graph.png) ![Again](img/a%20graph.png) ![Gone](gone.png)
)",
            made.files);
  EXPECT_THAT(made.report,
              HasSubstr("    with 1 picture\n    ! line 3: the picture 'gone.png' is not "
                        "there, or is no picture that can be shown\n"));
}

TEST(ImportPlan, GivesTextsOfOneNameTwoNames) {
  const PlannedImport made = plan(R"(
-- a/Disk.md --
# Disk full (2021-05-29)
-- b/disk.md --
# Disk full again (2022-05-29)
-- c/INC-5 a.md --
# One (2022-05-29)
-- c/INC-5 b.md --
# Two (2022-05-29)
)");
  EXPECT_EQ(R"(-- incidents/2021/disk.md --
---
title: Disk full
date: 2021-05-29
---

# Disk full (2021-05-29)
-- incidents/2022/disk-2.md --
---
title: Disk full again
date: 2022-05-29
---

# Disk full again (2022-05-29)
-- incidents/2022/inc-5-a.md --
---
id: INC-5
title: One
date: 2022-05-29
---

# One (2022-05-29)
-- incidents/2022/inc-5-b.md --
---
title: Two
date: 2022-05-29
# In the source, and without a place above:
# id: INC-5
---

# Two (2022-05-29)
)",
            made.files);
  EXPECT_THAT(
      made.report,
      HasSubstr("    ! another text of this import is called 'disk'; this one is 'disk-2'\n"));
  EXPECT_THAT(made.report,
              HasSubstr("    ! the id 'INC-5' is that of c/INC-5 a.md already; it was left out\n"));
}

TEST(ImportPlan, GoesIntoAFolder) {
  EXPECT_THAT(plan("-- 2021-05-29-disk.md --\nText.\n", "", {.into = "teams/search"}).files,
              HasSubstr("-- incidents/teams/search/2021/2021-05-29-disk.md --\n"));
}

constexpr std::string_view kVocabulary = R"(
-- debrief.yaml --
title: Lighthouse
-- services.yaml --
# Ours.
- id: checkout
  name: Checkout
-- causes.yaml --
- id: capacity
  aliases: [overload]
- {id: network, children: [{id: dns, aliases: [names]}]}
-- people.yaml --
- handle: ann
  name: Ann Lee
)";

constexpr std::string_view kUnknownNames = R"(
-- 2021-05-29-disk.md --
# Disk full

Severity: sev-2 (major)
Services: CHECKOUT, Ledger DB
Category: Overload, Kubernetes network
Author: Ann Lee, Bob
)";

TEST(ImportPlan, LooksNamesUpInTheVocabulary) {
  const PlannedImport made = plan(kUnknownNames, kVocabulary);
  EXPECT_EQ(R"(-- incidents/2021/2021-05-29-disk.md --
---
title: Disk full
date: 2021-05-29
severity: sev-2 (major)
services: [checkout]
causes: [capacity]
authors: [ann, Bob]
# In the source, and without a place above:
# services: [Ledger DB]
# causes: [Kubernetes network]
---

# Disk full

Severity: sev-2 (major)
Services: CHECKOUT, Ledger DB
Category: Overload, Kubernetes network
Author: Ann Lee, Bob
)",
            made.files);
  EXPECT_THAT(
      made.report,
      HasSubstr(
          "    ! line 4: 'Ledger DB' is not in services.yaml; add it there, or let "
          "--extend-vocabulary do so\n"
          "    ! line 5: 'Kubernetes network' is not in causes.yaml; add it there as a cause or an "
          "alias, or let --extend-vocabulary do so\n"));
}

TEST(ImportPlan, ExtendsTheVocabularyAndKeepsWhatIsInIt) {
  const PlannedImport made = plan(kUnknownNames, kVocabulary, {.unknown_names = UnknownNames::add});
  EXPECT_EQ(R"(-- services.yaml --
# Ours.
- id: checkout
  name: Checkout
- id: ledger-db
  name: Ledger DB
  public: no
-- causes.yaml --
- id: capacity
  aliases: [overload]
- {id: network, children: [{id: dns, aliases: [names]}]}
- id: kubernetes-network
  name: Kubernetes network
  public: no
)",
            made.files.substr(0, made.files.find("-- incidents/")));
  EXPECT_THAT(made.files, HasSubstr("services: [checkout, ledger-db]\n"));
  EXPECT_THAT(made.files, HasSubstr("causes: [capacity, kubernetes-network]\n"));
  EXPECT_THAT(made.report, HasSubstr("added to services.yaml: ledger-db\n"
                                     "added to causes.yaml: kubernetes-network\n"));
}

// In a second import "ci-lighthouse" would be found by its id; the first must do the same.
TEST(ImportPlan, AddsANameThatIsTheIdOfAnotherOnce) {
  const PlannedImport made =
      plan("-- 2021-05-29-disk.md --\nServices: ci.lighthouse, CI-Lighthouse, ci lighthouse\n", "",
           {.unknown_names = UnknownNames::add});
  EXPECT_EQ(R"(-- services.yaml --
- id: ci-lighthouse
  name: ci.lighthouse
  public: no
- id: ci-lighthouse-2
  name: ci lighthouse
  public: no
)",
            made.files.substr(0, made.files.find("-- incidents/")));
  EXPECT_THAT(made.files, HasSubstr("services: [ci-lighthouse, ci-lighthouse-2]\n"));
}

// From then on the file says which names there are, so those in use must be in it.
TEST(ImportPlan, MakesAVocabularyOfTheNamesInUse) {
  const PlannedImport made = plan(R"(
-- 2021-05-29-disk.md --
# Disk full

Services: Ledger
Category: Authentication/Authorisation
)",
                                  R"(
-- debrief.yaml --
title: Lighthouse
-- incidents/a.md --
---
title: A
date: 2020-01-02
services: [Web]
causes: [capacity/disk, people]
---
)",
                                  {.unknown_names = UnknownNames::add});
  EXPECT_EQ(R"(-- services.yaml --
- id: Web
  name: Web
  public: no
- id: ledger
  name: Ledger
  public: no
-- causes.yaml --
- id: capacity
  name: capacity
  public: no
  children:
    - id: disk
      name: disk
      public: no
- id: people
  name: people
  public: no
- id: authentication-authorisation
  name: Authentication/Authorisation
  public: no
)",
            made.files.substr(0, made.files.find("-- incidents/")));
}

TEST(ImportPlan, RefusesToExtendWhatCannotBeExtended) {
  EXPECT_EQ(
      "services.yaml: error: entries cannot be added at the end of this file; write it as a list "
      "of '- id: …' entries, each on lines of its own [vocabulary-not-extended]\n",
      plan("-- 2021-05-29-disk.md --\nServices: Ledger\n",
           "-- services.yaml --\n[{id: checkout}]\n", {.unknown_names = UnknownNames::add})
          .problems);
}

TEST(ImportPlan, LeavesWhatIsThereAsItIs) {
  const std::string text = "---\ntitle: Disk full\ndate: 2021-05-29\n---\n\n# Disk full\n";
  const std::string source = "-- posts/2021-05-29-disk.md --\n# Disk full\n";
  const std::string path = "incidents/2021/2021-05-29-disk.md";
  EXPECT_EQ("posts/2021-05-29-disk.md\n  = " + path + ": unchanged\n\n0 imported, 1 unchanged\n",
            plan(source, "-- " + path + " --\n" + text).report);
  EXPECT_EQ("posts/2021-05-29-disk.md\n  = " + path +
                ": exists, left as it is\n\n0 imported, 1 left as they are\n",
            plan(source, "-- " + path + " --\n" + text + "More.\n").report);
  // Moved by hand since.
  EXPECT_EQ(
      "posts/2021-05-29-disk.md\n  = incidents/2021-05-29-disk.md: exists, left as it is\n\n0 "
      "imported, 1 left as they are\n",
      plan(source, "-- incidents/2021-05-29-disk.md --\n" + text).report);
  EXPECT_EQ("", plan(source, "-- " + path + " --\n" + text).files);
}

TEST(ImportPlan, GoesOnAfterATextThatCannotBeRead) {
  const PlannedImport made = plan(
      "-- a.md --\n---\ntitle: Disk: full\n---\n-- b.md --\n\xFF\n-- c.md --\n# No day\n"
      "-- d.md --\n# Disk full (2021-05-29)\n");
  EXPECT_EQ(
      R"(a.md:2:12: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: Disk: full
           ^
b.md:1:1: error: the text is not valid UTF-8; save the file as UTF-8 [invalid-utf8]
c.md: error: nothing says when it happened; add a line such as 'Date: 2026-02-15' [no-date]
)",
      made.problems);
  EXPECT_THAT(made.report, HasSubstr("1 imported"));
}

TEST(ImportPlan, KeepsReferencesOnlyToWhatIsThere) {
  const PlannedImport made = plan(R"(
-- INC-1.md --
---
title: One
date: 2021-05-29
related: [INC-2, INC-3]
---
-- INC-2.md --
# Two (2021-05-29)
)");
  EXPECT_THAT(made.files, HasSubstr("related: [INC-2]\n# In the source, and without a place "
                                    "above:\n# related: [INC-3]\n"));
  EXPECT_THAT(made.report,
              HasSubstr("    ! line 4: there is no post-mortem 'INC-3'; kept as a comment\n"));
}

TEST(ImportPlan, TellsTheSameInJson) {
  const auto json = nlohmann::json::parse(plan(kUnknownNames, kVocabulary).json);
  EXPECT_EQ(
      R"json({"field":"severity","from":"label","line":3,"section":null,"value":"sev-2 (major)"})json",
      json["incidents"][0]["fields"][2].dump());
  EXPECT_EQ("incidents/2021/2021-05-29-disk.md", json["incidents"][0]["path"]);
  EXPECT_EQ("import", json["incidents"][0]["action"]);
  EXPECT_EQ(
      R"([{"field":"services","value":["Ledger DB"]},{"field":"causes","value":["Kubernetes network"]}])",
      json["incidents"][0]["left_out"].dump());
}

TEST(ImportPlan, SaysThatGitHistoryIsNotAllThere) {
  GitHistory history;
  history.unknown = "shallow clone";
  EXPECT_THAT(plan("-- 2021-05-29-disk.md --\nText.\n", "", {}, history).report,
              HasSubstr("    git history: unknown (shallow clone)\n"));
}

}  // namespace
}  // namespace debrief
