#include "generator/model/report.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view yaml;
  std::string_view expected;
};

TEST(ReadReport, ReadsEveryField) {
  const ReadReport result = read_front_matter(R"(id: PM-2026-014
title: "  Checkout down  "
kind: incident
status: in-review
visibility: internal
severity: SEV1
services: [checkout, ledger-db]
causes: [capacity/connection-pool]
trigger: A deployment
started: 2026-02-15T14:32:00+01:00
detected: 2026-02-15 14:35 +0100
acknowledged: 2026-02-15T13:36Z
mitigated: 2026-02-15T13:50:00Z
resolved: 2026-02-15 13:52 UTC
detection: alert
impact: {summary: Bookings failed, customers: 400, requests: 2%, revenue: none, data_loss: no}
summary: >-
  The pool was
  exhausted.
review: {date: 2026-02-17, facilitator: dana, attendees: [eli, "", fay]}
published: 2026-02-20
authors: dana
repeats: [PM-2025-003]
related: PM-2025-001
tags: [database, pool]
links: {Chat: https://chat.example/1, Graph: http://graph.example}
public: {title: Payments failed, summary: For an hour., approved_by: eli})");
  EXPECT_EQ(result.problems, "");
  EXPECT_EQ(print(*result.report), R"(id: PM-2026-014
title: Checkout down
status: in-review
severity: SEV1
services: checkout ledger-db
causes: capacity/connection-pool
trigger: A deployment
started: 2026-02-15T14:32:00+01:00
detected: 2026-02-15T14:35:00+01:00
acknowledged: 2026-02-15T13:36:00Z
mitigated: 2026-02-15T13:50:00Z
resolved: 2026-02-15T13:52:00Z
detection: alert
impact.summary: Bookings failed
impact.customers: 400
impact.requests: 2%
impact.revenue: none
impact.data_loss: no
summary: The pool was exhausted.
review.date: 2026-02-17
review.facilitator: dana
review.attendees: eli fay
published: 2026-02-20
authors: dana
repeats: PM-2025-003
related: PM-2025-001
tags: database pool
link Chat: https://chat.example/1
link Graph: http://graph.example
public.title: Payments failed
public.summary: For an hour.
public.approved_by: eli
)");
}

TEST(ReadReport, ReadsMaintenance) {
  const ReadReport result = read_front_matter(R"(title: New database disks
kind: maintenance
started: 2026-03-14T01:00Z
resolved: 2026-03-14T03:00Z
services: [checkout]
severity: SEV3
review: {date: 2026-03-15})");
  EXPECT_EQ(
      result.problems,
      R"(incidents/a.md:7:11: warning: 'severity' is for incidents; maintenance has none [incident-only]
severity: SEV3
          ^
incidents/a.md:8:9: warning: 'review' is for incidents; maintenance has none [incident-only]
review: {date: 2026-03-15}
        ^
)");
  EXPECT_EQ(print(*result.report), R"(id: a
title: New database disks
kind: maintenance
services: checkout
started: 2026-03-14T01:00:00Z
resolved: 2026-03-14T03:00:00Z
)");
}

TEST(ReadReport, NeedsATitleAndADayOnly) {
  const ReadReport result = read_front_matter("title: T\ndate: 2026-02-15");
  EXPECT_EQ(result.problems, "");
  EXPECT_EQ(print(*result.report), R"(id: a
title: T
started: 2026-02-15
)");
}

TEST(ReadReport, TakesTheIdFromTheFileName) {
  const struct {
    std::string path;
    std::string_view id;
  } kCases[] = {
      {"incidents/2026-02-15-pool.md", "2026-02-15-pool"},
      {"incidents/2026/pool/index.md", "pool"},
      {"incidents/index.md", "incidents"},
      {"incidents/a.b.markdown", "a.b"},
  };
  for (const auto& c : kCases) {
    Diagnostics diagnostics;
    const auto report =
        read_report({c.path, "---\ntitle: T\ndate: 2026-02-15\n---\n"}, {}, diagnostics);
    EXPECT_EQ(report->id, c.id);
  }
}

TEST(ReadReport, IgnoresWhatATemplateLeftEmpty) {
  const ReadReport result = read_fields(
      "started:\nstart_time: \"\"\nseverity: ''\nservices: []\ncauses: [\"\"]\nimpact:\nreview:\n"
      "links: {Chat: }\ntags: [\"\", a]\npublic:\nstatus:\nvisibility: ~\nresolved: ''\nsummary: ' "
      "'");
  EXPECT_EQ(result.problems, "");
  EXPECT_EQ(print(*result.report), R"(id: a
title: T
started: 2026-02-15
tags: a
)");
}

TEST(ReadReport, ReadsFilesOfCState) {
  const ReadReport result = read(R"(---
title: get.jenkins.example is slow
date: 2020-11-12 15:54:00
resolvedWhen: 2020-11-14 08:26:00
resolved: true
# Possible severity levels: down, disrupted, notice
severity: down
affected:
  - get.jenkins.example
  - updates
section: issue
informational: false
pin: false
---

*Just began* - We are looking into it.
)");
  EXPECT_EQ(print(*result.report) + result.problems, R"(id: a
title: get.jenkins.example is slow
severity: down
services: get.jenkins.example updates
started: 2020-11-12T15:54:00
resolved: 2020-11-14T08:26:00
is_resolved: yes
incidents/a.md:3:7: warning: '2020-11-12 15:54:00' does not say its offset from UTC and is read as UTC; add Z or, for example, +01:00 [no-offset]
date: 2020-11-12 15:54:00
      ^
incidents/a.md:4:15: warning: '2020-11-14 08:26:00' does not say its offset from UTC and is read as UTC; add Z or, for example, +01:00 [no-offset]
resolvedWhen: 2020-11-14 08:26:00
              ^
)");
}

TEST(ReadReport, ReadsFilesOfCStateThatAreNotResolved) {
  const ReadReport result = read_fields(
      "resolved: false\nresolvedWhen: \"\"\nseverity: notice\naffected: [a]\nsection: issue");
  EXPECT_EQ(print(*result.report) + result.problems, R"(id: a
title: T
severity: notice
services: a
started: 2026-02-15
is_resolved: no
)");
}

TEST(ReadReport, ReadsFilesOfPostmortemCollections) {
  const ReadReport result = read(R"(---

uuid: "6d3d2b3a-0000-4000-8000-000000000000"
url: "https://blog.example/outage"
archive_url: ""
title: "A rule took down the edge"
start_time: "2013-03-03T09:47:00+00:00"
end_time: ""
categories:
- automation
- config-change
keywords:
- router
company: "Example"
product: "Edge"
source_published_at: "2013-03-03"
source_fetched_at: "2020-01-01T00:00:00Z"
summary: "A long packet crashed the routers."

---

A long packet crashed the routers.
)");
  EXPECT_EQ(print(*result.report) + result.problems, R"(id: a
title: A rule took down the edge
services: Edge
causes: automation config-change
started: 2013-03-03T09:47:00Z
summary: A long packet crashed the routers.
tags: router
)");
}

TEST(ReadReport, ReadsTheAliasesOfTheConfiguration) {
  Config config;
  config.field_aliases = {{"begin_time", "started"}, {"Dienste", "services"}};
  const ReadReport result =
      read_front_matter("title: T\nbegin_time: 2026-02-15\nDienste: [a]\nbegin_tiem: x", config);
  EXPECT_EQ(print(*result.report) + result.problems, R"(id: a
title: T
services: a
started: 2026-02-15
incidents/a.md:5:1: warning: unknown field 'begin_tiem'; it is shown nowhere; did you mean 'begin_time'? [unknown-field]
begin_tiem: x
^
)");
}

TEST(ReadReport, ExplainsWhatIsWrongWithTheFrontMatter) {
  const Case cases[] = {
      {"a list", "- title",
       R"(incidents/a.md:1: error: the front matter must be 'key: value' lines, 'title: …' among them [wrong-type]
---
)"},
      {"a text", "title",
       R"(incidents/a.md:1: error: the front matter must be 'key: value' lines, 'title: …' among them [wrong-type]
---
)"},
      {"nothing", "",
       R"(incidents/a.md:1: error: the front matter must be 'key: value' lines, 'title: …' among them [wrong-type]
---
)"},
      {"no title", "date: 2026-02-15",
       R"(incidents/a.md:2:1: error: a post-mortem needs 'title' [missing-key]
date: 2026-02-15
^
)"},
      {"empty title", "title: \" \"\ndate: 2026-02-15",
       R"(incidents/a.md:2:1: error: a post-mortem needs 'title' [missing-key]
title: " "
^
)"},
      {"no date", "title: T",
       R"(incidents/a.md:1: error: a post-mortem needs 'started' (or 'date'): when it happened [missing-key]
---
)"},
      {"neither", "id: a",
       R"(incidents/a.md:1: error: a post-mortem needs 'started' (or 'date'): when it happened [missing-key]
---
incidents/a.md:2:1: error: a post-mortem needs 'title' [missing-key]
id: a
^
)"},
      {"duplicate key", "title: T\nvisibility: internal\nvisibility: public",
       R"(incidents/a.md:4:1: error: 'visibility' is already given in line 3; keep one of the two [duplicate-key]
visibility: public
^
)"},
      {"text that is a comment", "title: Fix #42 leak\ndate: 2026-02-15",
       R"(incidents/a.md:2:8: warning: YAML reads '#42 leak' as a comment and drops it; put the value into quotes [yaml-comment]
title: Fix #42 leak
       ^
)"},
      {"two colons", "title: a: b\ndate: 2026-02-15",
       R"(incidents/a.md:2:9: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: a: b
        ^
)"},
      {"unknown key", "title: T\ndate: 2026-02-15\nseverty: SEV1",
       R"(incidents/a.md:4:1: warning: unknown field 'severty'; it is shown nowhere; did you mean 'severity'? [unknown-field]
severty: SEV1
^
)"},
      {"key in another case", "title: T\ndate: 2026-02-15\nVisibility: public",
       R"(incidents/a.md:4:1: warning: unknown field 'Visibility'; it is shown nowhere; did you mean 'visibility'? [unknown-field]
Visibility: public
^
)"},
      {"unknown key like no other", "title: T\ndate: 2026-02-15\nxyzzy: 1",
       R"(incidents/a.md:4:1: warning: unknown field 'xyzzy'; it is shown nowhere [unknown-field]
xyzzy: 1
^
)"},
      {"a field twice, by an alias", "title: T\nstarted: 2026-02-15\nstart_time: 2026-02-16",
       R"(incidents/a.md:4:1: error: 'start_time' says again what line 3 says ('started'); keep one of the two [duplicate-field]
start_time: 2026-02-16
^
)"},
      {"mark", "title: T <!-- internal -->\ndate: 2026-02-15",
       R"(incidents/a.md:2:8: error: comments and redaction marks do not work in front matter; give the public wording under 'public: {title: …, summary: …}' [mark-in-front-matter]
title: T <!-- internal -->
       ^
)"},
      {"mark in a list", "title: T\ndate: 2026-02-15\ntags: [\"<!-- internal -->a\"]",
       R"(incidents/a.md:4:8: error: comments and redaction marks do not work in front matter; give the public wording under 'public: {title: …, summary: …}' [mark-in-front-matter]
tags: ["<!-- internal -->a"]
       ^
)"},
      {"mark in a key", "title: T\ndate: 2026-02-15\nlinks: {\"<!-- a --> b\": https://a.example}",
       R"(incidents/a.md:4:9: error: comments and redaction marks do not work in front matter; give the public wording under 'public: {title: …, summary: …}' [mark-in-front-matter]
links: {"<!-- a --> b": https://a.example}
        ^
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_front_matter(c.yaml).problems, c.expected) << c.name;
}

TEST(ReadReport, WantsEachFieldOfItsType) {
  const Case cases[] = {
      {"title", "id: [a]",
       R"(incidents/a.md:4:5: error: 'id' must be a text, not a list [wrong-type]
id: [a]
    ^
)"},
      {"severity", "severity: {a: b}",
       R"(incidents/a.md:4:11: error: 'severity' must be a text, not a group of keys [wrong-type]
severity: {a: b}
          ^
)"},
      {"services", "services: {a: b}",
       R"(incidents/a.md:4:11: error: 'services' must be a text, not a group of keys [wrong-type]
services: {a: b}
          ^
)"},
      {"services of lists", "services: [[a]]",
       R"(incidents/a.md:4:12: error: 'services' must be a list of texts, without lists in it [wrong-type]
services: [[a]]
           ^
)"},
      {"causes", "causes: {a: b}",
       R"(incidents/a.md:4:9: error: 'causes' must be a text, not a group of keys [wrong-type]
causes: {a: b}
        ^
)"},
      {"trigger", "trigger: [a]",
       R"(incidents/a.md:4:10: error: 'trigger' must be a text, not a list [wrong-type]
trigger: [a]
         ^
)"},
      {"started", "started: [2026-02-15]",
       R"(incidents/a.md:4:10: error: 'started' must be a text, not a list [wrong-type]
started: [2026-02-15]
         ^
)"},
      {"resolved", "resolved: {a: b}",
       R"(incidents/a.md:4:11: error: 'resolved' must be a text, not a group of keys [wrong-type]
resolved: {a: b}
          ^
)"},
      {"detection", "detection: [alert]",
       R"(incidents/a.md:4:12: error: 'detection' must be a text, not a list [wrong-type]
detection: [alert]
           ^
)"},
      {"unknown detection", "detection: alart",
       R"(incidents/a.md:4:12: warning: 'alart' is none of alert, customer, employee, partner; did you mean 'alert'? [unknown-detection]
detection: alart
           ^
)"},
      {"impact", "impact: [a]",
       R"(incidents/a.md:4:9: error: 'impact' must be a text, not a list [wrong-type]
impact: [a]
        ^
)"},
      {"key of impact", "impact: {custmers: 4}",
       R"(incidents/a.md:4:10: warning: impact has no key 'custmers'; did you mean 'customers'? [unknown-key]
impact: {custmers: 4}
         ^
)"},
      {"data loss", "impact: {data_loss: maybe}",
       R"(incidents/a.md:4:21: error: 'data_loss' must be yes or no [wrong-type]
impact: {data_loss: maybe}
                    ^
)"},
      {"summary", "summary: {a: b}",
       R"(incidents/a.md:4:10: error: 'summary' must be a text, not a group of keys [wrong-type]
summary: {a: b}
         ^
)"},
      {"review", "review: 2026-02-17",
       R"(incidents/a.md:4:9: error: review must be written as 'key: value' lines [wrong-type]
review: 2026-02-17
        ^
)"},
      {"review date", "review: {date: tomorrow}",
       R"(incidents/a.md:4:10: error: 'tomorrow' is not a day such as 2026-02-15 [bad-time]
review: {date: tomorrow}
         ^
)"},
      {"kind", "kind: maintenence",
       R"(incidents/a.md:4:7: error: 'maintenence' is neither incident nor maintenance; did you mean 'maintenance'? [unknown-kind]
kind: maintenence
      ^
)"},
      {"published", "published: true",
       R"(incidents/a.md:4:12: error: 'true' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
published: true
           ^
)"},
      {"review key", "review: {faciliator: dana}",
       R"(incidents/a.md:4:10: warning: review has no key 'faciliator'; did you mean 'facilitator'? [unknown-key]
review: {faciliator: dana}
         ^
)"},
      {"authors", "authors: {a: b}",
       R"(incidents/a.md:4:10: error: 'authors' must be a text, not a group of keys [wrong-type]
authors: {a: b}
         ^
)"},
      {"repeats", "repeats: {a: b}",
       R"(incidents/a.md:4:10: error: 'repeats' must be a text, not a group of keys [wrong-type]
repeats: {a: b}
         ^
)"},
      {"tags", "tags: {a: b}",
       R"(incidents/a.md:4:7: error: 'tags' must be a text, not a group of keys [wrong-type]
tags: {a: b}
      ^
)"},
      {"links", "links: [https://a.example]",
       R"(incidents/a.md:4:8: error: links are written as 'name: https://…' lines [wrong-type]
links: [https://a.example]
       ^
)"},
      {"link with a script", "links: {A: \"javascript:alert(1)\"}",
       R"__(incidents/a.md:4:12: warning: a link must start with https:// or http://; it is not shown [link-scheme]
links: {A: "javascript:alert(1)"}
           ^
)__"},
      {"public", "public: yes",
       R"(incidents/a.md:4:9: error: public must be written as 'key: value' lines [wrong-type]
public: yes
        ^
)"},
      {"public key", "public: {titel: T}",
       R"(incidents/a.md:4:10: error: public has no key 'titel'; did you mean 'title'? [unknown-key]
public: {titel: T}
         ^
)"},
      {"status", "status: [published]",
       R"(incidents/a.md:4:9: warning: the status must be draft, in-review or published, written just so; it is read as in-review and not published [unknown-status]
status: [published]
        ^
)"},
      {"visibility", "visibility: {public: yes}",
       R"(incidents/a.md:4:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: {public: yes}
            ^
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_fields(c.yaml).problems, c.expected) << c.name;
}

TEST(ReadReport, ChecksTimes) {
  const Case cases[] = {
      {"no such day", "resolved: 2026-02-30",
       R"(incidents/a.md:4:11: error: '2026-02-30' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
resolved: 2026-02-30
          ^
)"},
      {"year of five digits", "resolved: 20202-02-01",
       R"(incidents/a.md:4:11: error: '20202-02-01' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
resolved: 20202-02-01
          ^
)"},
      {"words", "resolved: tomorrow",
       R"(incidents/a.md:4:11: error: 'tomorrow' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
resolved: tomorrow
          ^
)"},
      {"question marks", "resolved: 2026-02-?? ??:??",
       R"(incidents/a.md:4:11: error: '2026-02-?? ??:??' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
resolved: 2026-02-?? ??:??
          ^
)"},
      {"no offset", "resolved: 2026-02-15 14:32",
       R"(incidents/a.md:4:11: warning: '2026-02-15 14:32' does not say its offset from UTC and is read as UTC; add Z or, for example, +01:00 [no-offset]
resolved: 2026-02-15 14:32
          ^
)"},
      {"offset that is nowhere", "resolved: 2026-02-15T14:32:00+23:00",
       R"(incidents/a.md:4:11: error: '2026-02-15T14:32:00+23:00' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
resolved: 2026-02-15T14:32:00+23:00
          ^
)"},
      {"end before the start", "resolved: 2026-02-14",
       R"(incidents/a.md:4:11: warning: resolved (2026-02-14) is before started (2026-02-15); the times are kept as written and left out of durations [ends-before-start]
resolved: 2026-02-14
          ^
)"},
      {"acknowledged before detected",
       "detected: 2026-02-15T10:00Z\nacknowledged: 2026-02-15T09:00Z",
       R"(incidents/a.md:5:15: warning: acknowledged (2026-02-15T09:00:00Z) is before detected (2026-02-15T10:00:00Z); the times are kept as written and left out of durations [times-out-of-order]
acknowledged: 2026-02-15T09:00Z
              ^
)"},
      {"a day and a time in it", "resolved: 2026-02-15T14:32:00Z", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(read_fields(c.yaml).problems, c.expected) << c.name;
}

TEST(ReadReport, ReadsAnyTextFile) {
  const Case cases[] = {
      {"Windows line ends",
       "---\r\ntitle: T\r\ndate: 2026-02-15\r\n---\r\n\r\n## Summary\r\n\r\nText.\r\n",
       "h2 summary 'Summary' (1 blocks)\n"},
      {"byte order mark", "\xEF\xBB\xBF---\ntitle: T\ndate: 2026-02-15\n---\n## Summary\n",
       "h2 summary 'Summary' (0 blocks)\n"},
      {"dashes in the body", "---\ntitle: T\ndate: 2026-02-15\n---\na\n\n---\n\nb: c\n",
       "intro (3 blocks)\n"},
      {"title again", "---\ntitle: T\ndate: 2026-02-15\n---\n# T\n\na\n\n## Impact\n\nb\n",
       R"(intro (1 blocks)
h2 impact 'Impact' (1 blocks)
)"},
      {"title again, marked",
       "---\ntitle: T\ndate: 2026-02-15\n---\n# T <!-- internal -->\n\na\n\n## Impact\n\nb\n",
       R"(h1 ? 'T ' INTERNAL (1 blocks)
  h2 impact 'Impact' (1 blocks)
)"},
      {"another title", "---\ntitle: T\ndate: 2026-02-15\n---\n# U\n\n## Impact\n",
       R"(h1 ? 'U' (0 blocks)
  h2 impact 'Impact' (0 blocks)
)"},
  };
  for (const Case& c : cases) {
    const ReadReport result = read(c.yaml);
    EXPECT_EQ(print(result.report->body), c.expected) << c.name;
    EXPECT_EQ(result.problems, "") << c.name;
  }
}

TEST(ReadReport, RefusesWhatIsNoText) {
  EXPECT_EQ(
      read("---\ntitle: T\xFF\n---\n").problems,
      R"(incidents/a.md:2:9: error: the text is not valid UTF-8; save the file as UTF-8 [invalid-utf8]
)");
  EXPECT_EQ(
      read("---\ntitle: T\ndate: 2026-02-15\n---\n\na \xC3\x28\n").problems,
      R"(incidents/a.md:6:3: error: the text is not valid UTF-8; save the file as UTF-8 [invalid-utf8]
)");
  EXPECT_EQ(read(std::string_view("---\ntitle: T\0\n---\n", 19)).problems,
            R"(incidents/a.md:2:9: error: a control character; remove it [yaml-syntax]
title: T␀
        ^
)");
}

TEST(ReadReport, ReportsTheBodyEvenIfTheFrontMatterIsWrong) {
  EXPECT_EQ(
      read("---\ntitle: a: b\n---\n\nText <!-- internal --> more.\n").problems,
      R"(incidents/a.md:2:9: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: a: b
        ^
incidents/a.md:5: error: this mark has no end beside it; add <!-- /internal --> between the same blocks, or in the same line of text [unclosed-mark]
Text <!-- internal --> more.
)");
}

TEST(ReadReport, ReadsTwoMegabytes) {
  const std::string words(2 << 20, 'a');
  EXPECT_EQ(read("---\ntitle: T\ndate: 2026-02-15\n---\n" + words).problems, "");
  const ReadReport result = read("---\ntitle: " + words + "\ndate: 2026-02-15\n---\n");
  EXPECT_EQ(result.problems, "");
  EXPECT_EQ(result.report->title.size(), words.size());
}

TEST(ReadGuide, ReadsATitleAVisibilityAndAPlace) {
  const Case cases[] = {
      {"all", "title: G\nvisibility: public\norder: 3", "G public 3\n"},
      {"title alone", "title: G", "G internal 0\n"},
      {"no title", "order: 3", R"( internal 3
pages/g.md:2:1: error: a guide page needs 'title' [missing-key]
order: 3
^
)"},
      {"wrong case", "title: G\nvisibility: Public", R"(G internal 0
pages/g.md:3:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: Public
            ^
)"},
      {"spaces", "title: G\nvisibility: ' public'", R"(G internal 0
pages/g.md:3:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: ' public'
            ^
)"},
      {"wrong type", "title: G\nvisibility: [public]", R"(G internal 0
pages/g.md:3:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: [public]
            ^
)"},
      {"no number", "title: G\norder: first", R"(G internal 0
pages/g.md:3:1: error: 'order' must be a number [wrong-type]
order: first
^
)"},
      {"unknown key", "title: G\nstatus: published", R"(G internal 0
pages/g.md:3:1: error: a guide page has no key 'status' [unknown-key]
status: published
^
)"},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const auto guide = read_guide(
        {"pages/g.md", "---\n" + std::string(c.yaml) + "\n---\n# G\n\nText.\n"}, diagnostics);
    const std::string text =
        guide->title + (guide->visibility == Visibility::public_ ? " public " : " internal ") +
        std::to_string(guide->order) + "\n" + print(diagnostics);
    EXPECT_EQ(text, c.expected) << c.name;
  }
}

}  // namespace
}  // namespace debrief
