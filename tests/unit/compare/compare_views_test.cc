// What a change of the content does to a site, as people read it.

#include "generator/compare/compare_views.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "generator/compare/comparison_json.h"
#include "generator/compare/comparison_text.h"
#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"
#include "tests/support/print_view.h"

namespace debrief {
namespace {

constexpr std::string_view kBase = R"(
-- debrief.yaml --
title: Lighthouse
views:
  public:
    sections: [summary, impact]
-- services.yaml --
- id: lamp
  name: Lamp
  public: true
-- incidents/lamp.md --
---
title: The lamp goes out
severity: SEV2
services: [lamp]
started: 2026-03-04T05:06Z
resolved: 2026-03-04T06:06Z
status: published
visibility: public
---

## Impact

It was dark. 40 ships had to wait for the morning. Nobody was hurt.

## Root cause

Oil by <!-- internal -->Initech<!-- /internal -->.
-- incidents/bell.md --
---
title: The bell falls silent
severity: SEV3
started: 2026-02-03
status: published
---

## Impact

Fog, and no sound.
)";

Comparison compare(const SourceTree& before, const SourceTree& after,
                   Audience audience = Audience::public_) {
  const Published old_view = publish(before, audience);
  const Published new_view = publish(after, audience);
  EXPECT_TRUE(old_view.view) << old_view.problems;
  EXPECT_TRUE(new_view.view) << new_view.problems;
  return compare_views(*old_view.view, *new_view.view);
}

std::string text_of(const SourceTree& before, const SourceTree& after,
                    Audience audience = Audience::public_) {
  return comparison_text(compare(before, after, audience), TextColor::none);
}

const std::string& file(const SourceTree& folder, const std::string& path) {
  return folder.find(path)->bytes;
}

// The folder with one text of one of its files replaced.
SourceTree with(const SourceTree& folder, const std::string& path, const std::string& old_text,
                const std::string& new_text) {
  SourceTree changed = folder;
  std::string bytes = file(folder, path);
  const std::size_t at = bytes.find(old_text);
  EXPECT_NE(std::string::npos, at) << old_text;
  bytes.replace(at, old_text.size(), new_text);
  put_file(changed, path, bytes);
  return changed;
}

TEST(CompareViews, SaysThatNothingChanges) {
  const SourceTree base = content_folder(kBase);
  EXPECT_EQ("Nothing of the public site changes.\n", text_of(base, base));
  EXPECT_EQ("Nothing of the internal site changes.\n", text_of(base, base, Audience::internal));
}

TEST(CompareViews, ShowsAllOfAPageThatBecomesPublic) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after =
      with(base, "incidents/bell.md", "status: published", "status: published\nvisibility: public");
  EXPECT_EQ(R"(+ incident 2026-02-03 The bell falls silent  (becomes public)
    address: 2026-02-03-the-bell-falls-silent
  +   Title: The bell falls silent
  +   Severity: SEV3
  +   Started: 2026-02-03
  +   ## Impact
  +
  +   Fog, and no sound.
)",
            text_of(base, after));
}

TEST(CompareViews, ShowsAllOfAPageThatCeasesToBePublic) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "incidents/lamp.md", "visibility: public\n", "");
  EXPECT_EQ(R"(- incident 2026-03-04 The lamp goes out  (ceases to be public)
    address: 2026-03-04-the-lamp-goes-out
  -   Title: The lamp goes out
  -   State: resolved
  -   Severity: SEV2
  -   Services: Lamp
  -   Started: 2026-03-04T05:06:00Z
  -   Resolved: 2026-03-04T06:06:00Z
  -   Duration: 3600 s
  -   ## Impact
  -
  -   It was dark.
  -   40 ships had to wait for the morning.
  -   Nobody was hurt.
)",
            text_of(base, after));
}

// An announcement for next month was said to be resolved.
TEST(CompareViews, SaysOfMaintenanceNeitherThatItIsOpenNorResolved) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "incidents/lamp.md", "visibility: public\n",
                                "visibility: public\nkind: maintenance\n");
  EXPECT_EQ(R"(~ maintenance 2026-03-04 The lamp goes out
  -   State: resolved
  -   Severity: SEV2
)",
            text_of(base, after));
}

TEST(CompareViews, ShowsTheSentencesThatChange) {
  const SourceTree base = content_folder(kBase);
  SourceTree after = with(base, "incidents/lamp.md", "40 ships", "At least 40 ships");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Impact
  -   40 ships had to wait for the morning.
  +   At least 40 ships had to wait for the morning.
)",
            text_of(base, after));

  after = with(after, "incidents/lamp.md", "Nobody was hurt.", "Nobody was hurt.\n\nThey said so.");
  after = with(after, "incidents/lamp.md", "SEV2", "SEV1");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
  -   Severity: SEV2
  +   Severity: SEV1
    Impact
  -   40 ships had to wait for the morning.
  +   At least 40 ships had to wait for the morning.
      …
  +   They said so.
)",
            text_of(base, after));
}

TEST(CompareViews, DoesNotShowThatLinesAreBrokenElsewhere) {
  const SourceTree base = content_folder(kBase);
  EXPECT_EQ("Nothing of the public site changes.\n",
            text_of(base, with(base, "incidents/lamp.md", "had to wait", "had\nto wait")));
}

TEST(CompareViews, DoesNotKnowWhatIsInternal) {
  const SourceTree base = content_folder(kBase);
  struct Case {
    std::string path, old_text, new_text;
  };
  for (const auto& [path, old_text, new_text] : {
           Case{"incidents/lamp.md", "Oil by", "Gas by"},
           Case{"incidents/lamp.md", "Initech", "a supplier of many years"},
           Case{"incidents/lamp.md", "visibility: public", "visibility: public\nauthors: [Ann]"},
           Case{"incidents/bell.md", "Fog", "Snow"},
           Case{"incidents/bell.md", "title: The bell falls silent", "title: Silence"},
       }) {
    EXPECT_EQ("Nothing of the public site changes.\n",
              text_of(base, with(base, path, old_text, new_text)))
        << new_text;
  }
}

TEST(CompareViews, SaysThatAnAddressChanges) {
  const SourceTree base = content_folder(kBase);
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp is dark
    address changes from 2026-03-04-the-lamp-goes-out to 2026-03-04-the-lamp-is-dark
  -   Title: The lamp goes out
  +   Title: The lamp is dark
)",
            text_of(base, with(base, "incidents/lamp.md", "lamp goes out", "lamp is dark")));
  // The second of two that are alike takes the place of the first.
  SourceTree twins = base;
  put_file(twins, "incidents/a.md", file(base, "incidents/lamp.md"));
  SourceTree other = with(twins, "incidents/a.md", "It was dark", "Fog");
  put_file(twins, "incidents/a.md", "");
  const std::string text = text_of(other, base);
  EXPECT_NE(std::string::npos, text.find("- incident 2026-03-04 The lamp goes out  (ceases"))
      << text;
  EXPECT_NE(std::string::npos, text.find("    address: 2026-03-04-the-lamp-goes-out-2\n")) << text;
}

TEST(CompareViews, ShowsWhatTheDictionaryRevealsAndHides) {
  SourceTree base = content_folder(kBase);
  base = with(base, "incidents/lamp.md", "It was dark.", "Norrskag was dark.");
  SourceTree after = base;
  put_file(after, "redactions.yaml", "- term: Norrskag\n  replace: a harbour\n");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Impact
  -   Norrskag was dark.
  +   A harbour was dark.
)",
            text_of(base, after));
}

TEST(CompareViews, ShowsSectionsThatTheAllowListReveals) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "debrief.yaml", "impact]", "impact, root-cause]");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
  +   ## Root cause
  +
  +   Oil by.
)",
            text_of(base, after));
}

TEST(CompareViews, ShowsTheVocabularyAndTheSite) {
  const SourceTree base = content_folder(kBase);
  SourceTree after = with(base, "debrief.yaml", "  public:\n",
                          "  public:\n    title: Status\n    base_url: https://s.example/\n");
  after = with(after, "services.yaml", "name: Lamp", "name: Light");
  put_file(after, "pages/help.md",
           "---\ntitle: Help\nvisibility: public\n---\n\nCall <https://s.example/call>.\n");
  EXPECT_EQ(R"(~ site Status
  -   Title: Lighthouse
  +   Title: Status
  +   Address: https://s.example/

~ incident 2026-03-04 The lamp goes out
  -   Services: Lamp
  +   Services: Light

+ guide Help  (becomes public)
    address: help
  +   Title: Help
    Text
  +   Call [https://s.example/call](https://s.example/call).

+ service Light  (becomes public)
    address: light
  +   Name: Light

- service Lamp  (ceases to be public)
    address: lamp
  -   Name: Lamp
)",
            text_of(base, after));
}

TEST(CompareViews, ShowsTheOrderOfTheMenu) {
  SourceTree base = content_folder(kBase);
  for (const char* name : {"A", "B", "C"}) {
    put_file(base, std::string("pages/") + name + ".md",
             std::string("---\ntitle: ") + name + "\nvisibility: public\norder: 5\n---\n\nX\n");
  }
  EXPECT_EQ(R"(~ site Lighthouse
    Order of guides
  +   C
      …
  -   C
)",
            text_of(base, with(base, "pages/C.md", "order: 5", "order: 4")));
}

TEST(CompareViews, ShowsThatAPictureIsExchanged) {
  SourceTree base = content_folder(kBase);
  base = with(base, "incidents/lamp.md", "Nobody was hurt.", "![The tower](tower.png)");
  SourceTree after = base;
  put_file(base, "incidents/tower.png", png());
  put_file(after, "incidents/tower.png", png(png_chunk("gAMA", "1234")));
  const Comparison comparison = compare(base, after);
  ASSERT_EQ(3U, comparison.pages.size());
  const std::string before_name = comparison.pages[2].address;
  const std::string after_name = comparison.pages[1].address;
  EXPECT_NE(before_name, after_name);
  const std::string text = comparison_text(comparison, TextColor::none);
  EXPECT_EQ(0U,
            text.find("~ incident 2026-03-04 The lamp goes out\n    Impact\n  -   ![The tower](" +
                      before_name + ")\n  +   ![The tower](" + after_name + ")\n\n+ picture " +
                      after_name + "  (becomes public)\n"))
      << text;
}

TEST(CompareViews, SeesEveryThingThatAViewHolds) {
  const SourceTree base = content_folder(R"(
-- debrief.yaml --
title: Lighthouse
views:
  public:
    fields: [title, id, summary, severity, services, causes, tags, started, detected,
             acknowledged, mitigated, resolved, detection, trigger, impact, repeats, related, links]
    sections: [summary, impact, timeline, action-items]
-- services.yaml --
- id: lamp
  name: Lamp
  public: true
-- causes.yaml --
- id: oil
  name: Oil
  description: It burns.
  public: true
-- incidents/a.md --
---
id: PM-1
title: The lamp goes out
summary: Dark.
severity: SEV2
services: [lamp]
causes: [oil]
tags: [night]
started: 2026-03-04T05:06Z
detected: 2026-03-04T05:10Z
acknowledged: 2026-03-04T05:11Z
mitigated: 2026-03-04T05:40Z
resolved: 2026-03-04T06:06Z
detection: alert
trigger: Wind
impact: {summary: Waiting, customers: "40", requests: "3", data_loss: false}
related: [PM-2]
repeats: [PM-2]
links: {Chart: "https://c.example/a"}
status: published
visibility: public
---

Plain *text* with [a link](https://l.example/x "T") and a note[^1].

[^1]: The note.

## Impact

1. One
2. Two

| a | b |
|---|---|
| c | d |

    code

> quote

## Action items

- [ ] Buy oil
-- incidents/b.md --
---
id: PM-2
title: The bell
started: 2026-01-01
status: published
visibility: public
---
-- pages/help.md --
---
title: Help
visibility: public
---

Call.
)");
  struct Case {
    std::string path, old_text, new_text;
  };
  const std::string a = "incidents/a.md";
  const std::vector<Case> cases = {
      {"debrief.yaml", "title: Lighthouse", "title: L"},
      {"debrief.yaml", "title: Lighthouse", "title: Lighthouse\nlanguage: de"},
      {"debrief.yaml", "title: Lighthouse", "title: Lighthouse\ntime_zone: Europe/Oslo"},
      {"debrief.yaml", "  public:\n", "  public:\n    base_url: https://x.example/\n"},
      {"causes.yaml", "It burns.", "It burnt."},
      {"causes.yaml", "name: Oil", "name: Fuel"},
      {"services.yaml", "name: Lamp", "name: Light"},
      {a, "id: PM-1", "id: PM-3"},
      {a, "summary: Dark.", "summary: Darker."},
      {a, "SEV2", "SEV1"},
      {a, "services: [lamp]", "services: []"},
      {a, "causes: [oil]", "causes: []"},
      {a, "[night]", "[night, sea]"},
      {a, "05:06Z", "05:07Z"},
      {a, "05:06Z", "06:06+01:00"},
      {a, "05:10Z", "05:12Z"},
      {a, "05:11Z", "05:13Z"},
      {a, "05:40Z", "05:41Z"},
      {a, "06:06Z", "06:07Z"},
      {a, "alert", "customer"},
      {a, "Wind", "Storm"},
      {a, "Waiting", "W"},
      {a, "\"40\"", "\"41\""},
      {a, "\"3\"", "\"4\""},
      {a, "data_loss: false", "data_loss: true"},
      {a, "related: [PM-2]", "related: []"},
      {a, "repeats: [PM-2]", "repeats: []"},
      {a, "Chart:", "Map:"},
      {a, "c.example/a", "c.example/b"},
      {a, "*text*", "**text**"},
      {a, "l.example/x", "l.example/y"},
      {a, "\"T\"", "\"U\""},
      {a, "The note.", "A note."},
      {a, "## Impact", "### Impact"},
      {a, "1. One", "2. One"},
      {a, "1. One", "1. [x] One"},
      {a, "|---|", "|:---|"},
      {a, "| c |", "| C |"},
      {a, "    code", "    Code"},
      {a, "> quote", "quote"},
      {a, "- [ ] Buy", "- [x] Buy"},
      {"pages/help.md", "title: Help", "title: Aid"},
      {"pages/help.md", "Call.", "Call!"},
  };
  const Published before = publish(base);
  for (const auto& [path, old_text, new_text] : cases) {
    const SourceTree changed = with(base, path, old_text, new_text);
    const Published after = publish(changed);
    ASSERT_TRUE(before.view && after.view) << after.problems;
    EXPECT_NE("Nothing of the public site changes.\n", text_of(base, changed)) << new_text;
  }
}

TEST(CompareViews, ShowsWhatIsInternalToTheInternalView) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "incidents/lamp.md", "Initech", "Hooli");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Root cause
  -   Oil by <!-- internal -->Initech<!-- /internal -->.
  +   Oil by <!-- internal -->Hooli<!-- /internal -->.
)",
            text_of(base, after, Audience::internal));
}

TEST(CompareViews, WritesOutWhatWouldDeceiveATerminal) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "incidents/lamp.md", "It was dark.",
                                "It was \x1b[31m\xE2\x80\xAE"
                                "dark.");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Impact
  -   It was dark.
  +   It was \u{1b}[31m\u{202e}dark.
)",
            text_of(base, after));
}

TEST(CompareViews, ColoursWhatComesAndGoes) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "incidents/lamp.md", "SEV2", "SEV1");
  EXPECT_EQ(
      "\x1b[1m~ incident 2026-03-04 The lamp goes out\x1b[0m\n"
      "\x1b[31m  -   Severity: SEV2\x1b[0m\n"
      "\x1b[32m  +   Severity: SEV1\x1b[0m\n",
      comparison_text(compare(base, after), TextColor::terminal));
}

TEST(CompareViews, IsJsonToo) {
  const SourceTree base = content_folder(kBase);
  const SourceTree after = with(base, "incidents/lamp.md", "lamp goes out", "lamp is dark");
  EXPECT_EQ(R"({
  "view": "public",
  "from": {
    "revision": "main",
    "commit": "0123"
  },
  "to": {
    "revision": null,
    "commit": null
  },
  "notes": [
    "a note"
  ],
  "pages": [
    {
      "change": "changed",
      "page": "incident",
      "address": "2026-03-04-the-lamp-is-dark",
      "old_address": "2026-03-04-the-lamp-goes-out",
      "date": "2026-03-04",
      "title": "The lamp is dark",
      "lines": [
        {
          "change": "removed",
          "place": null,
          "text": "Title: The lamp goes out"
        },
        {
          "change": "added",
          "place": null,
          "text": "Title: The lamp is dark"
        }
      ]
    }
  ],
  "theme_changed": []
}
)",
            comparison_json(compare(base, after), {"main", "0123"}, {}, {"a note"}));
}

}  // namespace
}  // namespace debrief
