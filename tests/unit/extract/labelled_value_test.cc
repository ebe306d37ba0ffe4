#include "generator/extract/labelled_value.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/extract/section_names.h"
#include "generator/markdown/outline.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::vector<LabelledValue> read(std::string_view markdown) {
  return labelled_values(make_outline(parse(markdown, Marks::applied).document.blocks,
                                      [](const std::string& h) { return canonical_section(h); }));
}

std::string values_of(std::string_view markdown) {
  std::string out;
  for (const LabelledValue& value : read(markdown)) {
    out += fmt::format("{}={}{}\n", value.label, plain_text(value.value),
                       value.internal ? " INTERNAL" : "");
  }
  return out;
}

TEST(LabelledValues, AreReadInEverySpelling) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view values;
  } kCases[] = {
      {"bold with the colon", "**Severity:** SEV2", "severity=SEV2\n"},
      {"bold before the colon", "**Severity**: SEV2", "severity=SEV2\n"},
      {"item in bold", "- **Severity**: SEV2", "severity=SEV2\n"},
      {"item", "* Severity: SEV2", "severity=SEV2\n"},
      {"emphasis", "_Severity_: SEV2", "severity=SEV2\n"},
      {"emphasis with the colon", "*Severity:* SEV2", "severity=SEV2\n"},
      {"plain lines", "Severity: SEV2\nDuration: 4 min", "severity=SEV2\nduration=4 min\n"},
      {"hard line ends", "**Severity:** SEV2  \n**Duration:** 4 min",
       "severity=SEV2\nduration=4 min\n"},
      {"bold and a dash", "**Severity** – SEV2\n\n**Duration** - 4 min",
       "severity=SEV2\nduration=4 min\n"},
      {"plain and a dash", "Severity – SEV2", ""},
      {"all of it bold", "**Severity: SEV2**", "severity=SEV2\n"},
      {"one line", "**Date:** 15 March | **Severity:** SEV2 · **Duration**: 4 min",
       "date=15 March\nseverity=SEV2\nduration=4 min\n"},
      {"bold in the value", "**Impact:** all of **Europe:** and **Asia**",
       "impact=all of Europe: and Asia\n"},
      {"markup in the value", "Severity: [SEV2](a.md) `x`", "severity=SEV2 x\n"},
      {"signs in the label", "TL;DR: It broke.\nDate/Time: 2026-02-15 14:32",
       "tl;dr=It broke.\ndate/time=2026-02-15 14:32\n"},
      {"five words", "Time to detect the problem: 4 min", "time to detect the problem=4 min\n"},
      {"six words", "Time to detect all the problems: 4 min", ""},
      {"a number in the label", "- 95th percentile: 3 s", "95th percentile=3 s\n"},
      {"a table with a heading", "| Field | Value |\n|-|-|\n| **Severity** | SEV2 |\n| Cost | |",
       "severity=SEV2\n"},
      {"a table without a heading", "| Duration | 4 min |\n|-|-|\n| Severity: | SEV2 |",
       "duration=4 min\nseverity=SEV2\n"},
      {"a table with an empty heading", "| | |\n|-|-|\n| Severity | SEV2 |", "severity=SEV2\n"},
      {"metrics", "| Metric | Value |\n|-|-|\n| Time to detect | 4 min |",
       "time to detect=4 min\n"},
      {"items and details", "| Item | Detail |\n|-|-|\n| Owner | Dana |", "owner=Dana\n"},
      {"three columns", "| a | b | c |\n|-|-|-|\n| d | e | f |", ""},
      {"a timeline in a table", "| Time | Event |\n|-|-|\n| 14:32 | Alert |\n| 2 pm | Fix |", ""},
      {"attendees below an item", "- Attendees:\n  - Dana\n  - Kim", "attendees=Dana, Kim\n"},
      {"attendees below a paragraph", "**Attendees:**\n\n- Dana\n- [Kim](k.md)",
       "attendees=Dana, Kim\n"},
      {"attendees below a line", "Severity: SEV2\nAttendees:\n- Dana\n- Kim",
       "severity=SEV2\nattendees=Dana, Kim\n"},
      {"a value on the next line", "**Impact:**\nAll customers", "impact=All customers\n"},
      {"a value in the next paragraph", "**Impact:**\n\nAll customers\n\nMore.",
       "impact=All customers\n"},
      {"no value", "**Severity:**\n**Duration:** 4 min\n\nNotes:\n\nText", "duration=4 min\n"},
      {"a placeholder", "Severity: [SEV level]", "severity=[SEV level]\n"},
      {"nested", "- Stats\n  - Duration: 4 min\n    - Alerts: 3", "duration=4 min\nalerts=3\n"},
      {"quoted", "> **Severity:** SEV2", "severity=SEV2\n"},
      {"addresses", "https://a.example/b: no\n\nmailto:a@b.example\n\nsev::2", ""},
      {"times",
       "14:32: Alert\n\n14:32 UTC: Alert\n\n2 pm: Fix\n\n15 Feb: Fix\n\n2/15: Fix\n\n"
       "2026-02-15: Fix",
       ""},
      {"sentences",
       "We asked him. He said: no\n\nIs it so?: yes\n\nFirst, second: no\n\n"
       "[P1]: no\n\n\"So: no\"\n\n(a: b)",
       ""},
      {"code", "```\nSeverity: SEV2\n```", ""},
      {"only signs", ": a\n\n--: b\n\n**:** c", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(values_of(c.markdown), c.values) << c.name;
}

TEST(LabelledValues, KnowWhereTheyStand) {
  std::string out;
  for (const LabelledValue& value :
       read("Title: T\n\n# Cards Charged  Twice\n\nDate: today\n\n## 1. Incident Summary\n\n"
            "Duration: 4 min\n\n### Stats\n\n- Alerts:\n  - a\n\n| A | b |\n|-|-|\n| C | d |\n")) {
    out += fmt::format("{} [{}] {}\n", value.line, value.section, value.label);
  }
  EXPECT_EQ(out,
            "1 [] title\n"
            "5 [cards charged twice] date\n"
            "9 [summary] duration\n"
            "13 [stats] alerts\n"
            "16 [stats] a\n"
            "18 [stats] c\n");
}

TEST(LabelledValues, KeepTheMarksOfTheAuthor) {
  EXPECT_EQ(values_of("## Stats <!-- internal -->\n\nCost: 5\n\n### More\n\nLoss: 6\n\n## Other\n\n"
                      "Gain: 7\n\n<!-- internal -->\n\n- Debt: 8\n\n| Tax | 9 |\n|-|-|\n\n"
                      "<!-- /internal -->\n"),
            "cost=5 INTERNAL\nloss=6 INTERNAL\ngain=7\ndebt=8 INTERNAL\ntax=9 INTERNAL\n");
  const auto values =
      read("Attendees:\n- Dana\n- <!-- internal: a guest -->Kim<!-- /internal -->\n");
  ASSERT_EQ(values.size(), 1U);
  EXPECT_FALSE(values[0].internal);
  EXPECT_EQ(print(values[0].value),
            "text 'Dana'\ntext ', '\ntext 'Kim' INTERNAL replacement='a guest'\n");
}

}  // namespace
}  // namespace debrief
