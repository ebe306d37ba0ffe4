#include "generator/extract/timeline.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generator/extract/section_names.h"
#include "generator/markdown/outline.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::string print(const TimelineEntry& entry) {
  std::string out = fmt::format("{} <{}> ", entry.line, entry.written);
  if (entry.certainty == TimelineEntry::Certainty::approximate) out += '~';
  out += entry.time ? to_string(*entry.time) : "unknown";
  if (entry.end) out += " to " + to_string(*entry.end);
  if (entry.phase) {
    out += fmt::format(" {}{}", to_string(*entry.phase), entry.phase_is_labelled ? "!" : "");
  }
  if (!entry.who.empty()) out += " by " + entry.who;
  out += fmt::format(" '{}'", plain_text(entry.text));
  if (!entry.blocks.empty()) out += fmt::format(" + '{}'", plain_text(entry.blocks));
  if (entry.internal) out += " INTERNAL";
  return out + "\n";
}

Timeline timeline_of(std::string_view markdown, std::string_view started = "",
                     std::string_view home = "") {
  const MarkdownDocument document = parse(markdown, Marks::applied).document;
  const Outline outline = make_outline(
      document.blocks, [](const std::string& heading) { return canonical_section(heading); });
  const auto region = home.empty() ? std::nullopt : TimeZone::find(home);
  TimelineContext context;
  if (!started.empty()) context.started = parse_timestamp(started);
  if (region) context.home = &*region;
  return read_timeline(outline, context);
}

std::string read(std::string_view markdown, std::string_view started = "",
                 std::string_view home = "") {
  const Timeline timeline = timeline_of(markdown, started, home);
  std::string out;
  for (const TimelineEntry& entry : timeline.entries) out += print(entry);
  for (const TimelineProblem& problem : timeline.problems) {
    out += fmt::format("{}: {} [{}]{}\n", problem.line, problem.message, problem.id,
                       problem.internal ? " INTERNAL" : "");
  }
  return out;
}

TEST(Timeline, IsReadFromAList) {
  EXPECT_EQ(read("## Timeline (UTC)\n\n"
                 "- 14:32 - **Detected:** alert\n"
                 "- **14:35 UTC** Acknowledged by Dana\n"
                 "- [14:40] looking\n"
                 "- no time at all\n"
                 "- 14:50: done\n  - with care\n",
                 "2026-02-15T14:30:00Z"),
            "3 <14:32> 2026-02-15T14:32:00Z detected! 'Detected: alert'\n"
            "4 <14:35 UTC> 2026-02-15T14:35:00Z acknowledged! 'Acknowledged by Dana'\n"
            "5 <14:40> 2026-02-15T14:40:00Z 'looking'\n"
            "6 <> unknown 'no time at all'\n"
            "7 <14:50> 2026-02-15T14:50:00Z 'done' + 'with care'\n");
}

TEST(Timeline, IsReadFromATable) {
  EXPECT_EQ(read("## Timeline\n\n"
                 "| Time (CET) | Who | Event | Link |\n|---|---|---|---|\n"
                 "| 14:32 | Dana | Rollback | [PR](https://a.example) |\n"
                 "| soon | | Nothing | |\n"
                 "| | | Also *nothing* |\n"
                 "| 14:40-14:45 | | Deploy | |\n",
                 "2026-02-15"),
            "5 <14:32> 2026-02-15T14:32:00+01:00 by Dana 'Rollback – PR'\n"
            "6 <soon> unknown 'Nothing'\n"
            "7 <> unknown 'Also nothing'\n"
            "8 <14:40-14:45> 2026-02-15T14:40:00+01:00 to 2026-02-15T14:45:00+01:00 'Deploy'\n");
}

TEST(Timeline, IsReadFromATableWithColumnsForDateTimeAndPhase) {
  EXPECT_EQ(read("## Timeline\n\n"
                 "| Date | Time | Status | What happened |\n|---|---|---|---|\n"
                 "| 2026-02-15 | 23:50 | Detected | Alert |\n"
                 "| | 00:10 | Resolved | Over |\n"
                 "| 2026-02-17 | | Monitoring | Review |\n"
                 "| Feb 18 | 09:00 | | Letter |\n"),
            "5 <2026-02-15 23:50> 2026-02-15T23:50:00 detected! 'Alert'\n"
            "6 <00:10> 2026-02-16T00:10:00 resolved! 'Over'\n"
            "7 <2026-02-17> 2026-02-17 'Monitoring – Review'\n"
            "8 <Feb 18 09:00> 2026-02-18T09:00:00 'Letter'\n");
}

TEST(Timeline, IsReadFromATableWithoutHeadings) {
  EXPECT_EQ(read("## Timeline\n\n| 14:32 | Alert |\n|---|---|\n| 14:40 | Over |\n", "2026-02-15"),
            "3 <14:32> 2026-02-15T14:32:00 'Alert'\n"
            "5 <14:40> 2026-02-15T14:40:00 'Over'\n");
  EXPECT_EQ(read("## Timeline\n\n| A | B |\n|---|---|\n| Over | 14:40 |\n", "2026-02-15"),
            "5 <14:40> 2026-02-15T14:40:00 'Over'\n");
}

TEST(Timeline, HasAnEntryForEachRowOfARealTable) {
  EXPECT_EQ(
      read("## Timeline\n\n"
           "| Date and Time in CET | Event |\n|---|---|\n"
           "| 2019-12-03 --:-- | a |\n"
           "| 2022-02-?\? ?\?:?\? | b |\n"
           "| 20202-01-16 12:00 | c |\n"
           "| 2020-11-17 10:45~ | d |\n"
           "| 2022-08-03 12:26-12:?\? | e |\n"
           "| ~2025-03-03 19:30 | f |\n"
           "| 2021-12-10   15:40 | g |\n"
           "| 2021-12-10 | h |\n"
           "| 2020-10-06 09:00 - 11:00 | i |\n"
           "| 20xx-MM-DD HH:mm | j |\n"),
      "5 <2019-12-03 --:--> ~2019-12-03 'a'\n"
      "6 <2022-02-?\? ?\?:?\?> unknown 'b'\n"
      "7 <20202-01-16 12:00> unknown 'c'\n"
      "8 <2020-11-17 10:45~> ~2020-11-17T10:45:00+01:00 'd'\n"
      "9 <2022-08-03 12:26-12:?\?> 2022-08-03T12:26:00+01:00 'e'\n"
      "10 <~2025-03-03 19:30> ~2025-03-03T19:30:00+01:00 'f'\n"
      "11 <2021-12-10   15:40> 2021-12-10T15:40:00+01:00 'g'\n"
      "12 <2021-12-10> 2021-12-10 'h'\n"
      "13 <2020-10-06 09:00 - 11:00> 2020-10-06T09:00:00+01:00 to 2020-10-06T11:00:00+01:00 'i'\n"
      "14 <20xx-MM-DD HH:mm> unknown 'j'\n"
      "7: '20202-01-16 12:00' is no time: the year is 20202; write it as 2026-02-15 14:32 "
      "[impossible-time]\n"
      "13: '2020-10-06 09:00 - 11:00' stands below 2021-12-10 of line 12, which is later; put the "
      "entries in order [timeline-order]\n");
}

TEST(Timeline, IsReadFromSubHeadings) {
  EXPECT_EQ(read("## Timeline (UTC)\n\n"
                 "### 14:32\n\nAlert fires.\n\n- a detail\n\n"
                 "### 14:40 - Rollback\n\n"
                 "### Later\n\n- 14:50 over\n",
                 "2026-02-15"),
            "3 <14:32> 2026-02-15T14:32:00Z '' + 'Alert fires.\na detail'\n"
            "9 <14:40> 2026-02-15T14:40:00Z 'Rollback'\n"
            "13 <14:50> 2026-02-15T14:50:00Z 'over'\n");
}

TEST(Timeline, TakesDatesFromHeadingsLinesAndItems) {
  EXPECT_EQ(read("## Timeline - May 29, 2021\n\n- 23:00 a\n- 01:00 b\n\n"
                 "### 2021-06-03\n\n- 08:00 c\n\n"
                 "**June 5**\n\n- 09:00 d\n\n"
                 "- June 7\n  - 10:00 e\n- 2021-06-08\n- 11:00 f\n"),
            "3 <23:00> 2021-05-29T23:00:00 'a'\n"
            "4 <01:00> 2021-05-30T01:00:00 'b'\n"
            "8 <08:00> 2021-06-03T08:00:00 'c'\n"
            "12 <09:00> 2021-06-05T09:00:00 'd'\n"
            "15 <10:00> 2021-06-07T10:00:00 'e'\n"
            "17 <11:00> 2021-06-08T11:00:00 'f'\n");
}

TEST(Timeline, IsReadFromLinesOfAParagraph) {
  EXPECT_EQ(read("## Timeline\n\nAll times are in UTC-7. It was a long day.\n\n"
                 "14:32 - Alert\nand more about it\n14:40 - Rollback\n\n"
                 "A word on the rollback.\n\n> quoted\n\n15:00 Over\n",
                 "2026-02-15"),
            "5 <14:32> 2026-02-15T14:32:00-07:00 'Alert and more about it'\n"
            "7 <14:40> 2026-02-15T14:40:00-07:00 'Rollback' + 'A word on the rollback.\nquoted'\n"
            "13 <15:00> 2026-02-15T15:00:00-07:00 'Over'\n");
}

TEST(Timeline, KeepsWhatIsNestedWithItsItemUnlessItHasTimes) {
  EXPECT_EQ(read("## Timeline\n\n- 14:32 Alert\n  - for checkout\n  - for search\n"
                 "- Rollback\n  - 14:40 of one half\n  - 14:45 of the other\n",
                 "2026-02-15T14:00:00Z"),
            "3 <14:32> 2026-02-15T14:32:00Z 'Alert' + 'for checkout\nfor search'\n"
            "6 <> unknown 'Rollback'\n"
            "7 <14:40> 2026-02-15T14:40:00Z 'of one half'\n"
            "8 <14:45> 2026-02-15T14:45:00Z 'of the other'\n");
}

TEST(Timeline, TellsTheDayOfTheFirstClockFromTheStart) {
  const std::string_view text = "## Timeline (UTC)\n\n- 23:50 a\n- 00:20 b\n";
  EXPECT_EQ(read(text, "2026-02-15T00:10:00Z"),
            "3 <23:50> 2026-02-14T23:50:00Z 'a'\n4 <00:20> 2026-02-15T00:20:00Z 'b'\n");
  EXPECT_EQ(read(text, "2026-02-15T23:40:00Z"),
            "3 <23:50> 2026-02-15T23:50:00Z 'a'\n4 <00:20> 2026-02-16T00:20:00Z 'b'\n");
  EXPECT_EQ(read(text, "2026-02-15"),
            "3 <23:50> 2026-02-15T23:50:00Z 'a'\n4 <00:20> 2026-02-16T00:20:00Z 'b'\n");
  EXPECT_EQ(read(text), "3 <23:50> unknown 'a'\n4 <00:20> unknown 'b'\n");
  EXPECT_EQ(read(text, "2026"), "3 <23:50> unknown 'a'\n4 <00:20> unknown 'b'\n");
}

TEST(Timeline, TellsAMissingYearFromTheStartOrANeighbour) {
  const std::string_view text = "## Timeline\n\n- Dec 31, 23:00 a\n- Jan 1, 01:00 b\n";
  EXPECT_EQ(
      read(text, "2026-01-01"),
      "3 <Dec 31, 23:00> 2025-12-31T23:00:00 'a'\n4 <Jan 1, 01:00> 2026-01-01T01:00:00 'b'\n");
  EXPECT_EQ(
      read(text, "2025"),
      "3 <Dec 31, 23:00> 2025-12-31T23:00:00 'a'\n4 <Jan 1, 01:00> 2026-01-01T01:00:00 'b'\n");
  EXPECT_EQ(read(text), "3 <Dec 31, 23:00> unknown 'a'\n4 <Jan 1, 01:00> unknown 'b'\n");
  EXPECT_EQ(read("## Timeline\n\n- Dec 31, 23:00 a\n- 2026-01-01 01:00 b\n"),
            "3 <Dec 31, 23:00> 2025-12-31T23:00:00 'a'\n"
            "4 <2026-01-01 01:00> 2026-01-01T01:00:00 'b'\n");
}

TEST(Timeline, ReportsAnEntryOutOfOrderOnceARun) {
  EXPECT_EQ(
      read("## Timeline\n\n- 14:32 a\n- 14:20 b\n- 14:10 c\n- 14:40 d\n- ~14:30 e\n- 08:30 f\n",
           "2026-02-15"),
      "3 <14:32> 2026-02-15T14:32:00 'a'\n"
      "4 <14:20> 2026-02-15T14:20:00 'b'\n"
      "5 <14:10> 2026-02-15T14:10:00 'c'\n"
      "6 <14:40> 2026-02-15T14:40:00 'd'\n"
      "7 <~14:30> ~2026-02-15T14:30:00 'e'\n"
      "8 <08:30> 2026-02-16T08:30:00 'f'\n"
      "4: '14:20' stands below 14:32 of line 3, which is later; put the entries in order, or "
      "write the date with the time [timeline-order]\n");
}

TEST(Timeline, TakesTheZoneThatIsNearest) {
  EXPECT_EQ(read("All times in CET.\n\n## Timeline\n\n- 14:00 a\n- 14:00 UTC b\n", "2026-07-15"),
            "5 <14:00> 2026-07-15T14:00:00+01:00 'a'\n"
            "6 <14:00 UTC> 2026-07-15T14:00:00Z 'b'\n");
  EXPECT_EQ(
      read("All times in CET.\n\n## Timeline (UTC)\n\n| Time (EDT) | E |\n|-|-|\n| 9:00 | a |\n",
           "2026-07-15"),
      "7 <9:00> 2026-07-15T09:00:00-04:00 'a'\n");
  EXPECT_EQ(read("All times in CET.\n\n## Timeline (UTC)\n\n- 9:00 a\n", "2026-07-15"),
            "5 <9:00> 2026-07-15T09:00:00Z 'a'\n");
  EXPECT_EQ(read("## Timeline\n\n- 9:00 a\n", "2026-07-15T08:00:00+05:30"),
            "3 <9:00> 2026-07-15T09:00:00+05:30 'a'\n");
  EXPECT_EQ(read("## Timeline\n\n- 9:00 a\n", "2026-07-15T08:00"),
            "3 <9:00> 2026-07-15T09:00:00 'a'\n");
}

TEST(Timeline, FollowsTheClocksOfARegion) {
  // Clocks in Berlin go back an hour at three: that is no midnight, and nothing out of order.
  EXPECT_EQ(read("## Timeline (Europe/Berlin)\n\n- 23:00 a\n- 01:30 b\n- 03:10 c\n",
                 "2026-10-24T21:00:00Z"),
            "3 <23:00> 2026-10-24T23:00:00+02:00 'a'\n"
            "4 <01:30> 2026-10-25T01:30:00+02:00 'b'\n"
            "5 <03:10> 2026-10-25T03:10:00+01:00 'c'\n");
}

TEST(Timeline, AsksForTheOffsetOfAnAmbiguousZone) {
  const std::string_view text = "## Timeline (IST)\n\n- 14:00 a\n- 14:10 b\n";
  EXPECT_EQ(read(text, "2026-07-15"),
            "3 <14:00> 2026-07-15T14:00:00 'a'\n"
            "4 <14:10> 2026-07-15T14:10:00 'b'\n"
            "3: 'IST' is the name of several time zones, so the times are read as UTC; write "
            "UTC+hh:mm in its place [ambiguous-zone]\n");
  EXPECT_EQ(read(text, "2026-07-15", "Asia/Kolkata"),
            "3 <14:00> 2026-07-15T14:00:00+05:30 'a'\n"
            "4 <14:10> 2026-07-15T14:10:00+05:30 'b'\n");
}

TEST(Timeline, ReportsTimesThatCannotBe) {
  EXPECT_EQ(
      read("## Timeline\n\n- 25:61 - a\n- 2026-02-30 - b\n- 14:32 - c\n", "2026-02-15"),
      "3 <25:61> unknown 'a'\n"
      "4 <2026-02-30> unknown 'b'\n"
      "5 <14:32> 2026-02-15T14:32:00 'c'\n"
      "3: '25:61' is no time: no clock shows 25:61; write it as 2026-02-15 14:32 "
      "[impossible-time]\n"
      "4: '2026-02-30' is no time: there is no 30 February 2026; write it as 2026-02-15 14:32 "
      "[impossible-time]\n");
}

TEST(Timeline, KeepsTheMarksOfTheAuthor) {
  EXPECT_EQ(read("## Timeline\n\n- 14:00 a <!-- internal -->secret<!-- /internal --> end\n"
                 "- <!-- internal -->14:10<!-- /internal --> b\n\n"
                 "<!-- internal -->\n\n- 14:20 c\n- 25:00 d\n\n<!-- /internal -->\n\n- 14:30 e\n\n"
                 "### 14:40 f <!-- internal -->\n\nText.\n",
                 "2026-02-15"),
            "3 <14:00> 2026-02-15T14:00:00 'a secret end'\n"
            "4 <14:10> 2026-02-15T14:10:00 'b' INTERNAL\n"
            "8 <14:20> 2026-02-15T14:20:00 'c' INTERNAL\n"
            "9 <25:00> unknown 'd' INTERNAL\n"
            "13 <14:30> 2026-02-15T14:30:00 'e'\n"
            "15 <14:40> 2026-02-15T14:40:00 'f' + 'Text.' INTERNAL\n"
            "9: '25:00' is no time: no clock shows 25:00; write it as 2026-02-15 14:32 "
            "[impossible-time] INTERNAL\n");
  EXPECT_EQ(read("## Timeline\n\n| Time | Event |\n|---|---|\n"
                 "| <!-- internal -->14:00<!-- /internal --> | a |\n| 14:10 | b |\n",
                 "2026-02-15"),
            "5 <14:00> 2026-02-15T14:00:00 'a' INTERNAL\n6 <14:10> 2026-02-15T14:10:00 'b'\n");
}

TEST(Timeline, ReadsEachSectionAnew) {
  EXPECT_EQ(read("## Timeline\n\n- 14:00 a\n- 20:00 b\n\n## Summary\n\n- 15:00 no\n\n"
                 "## Details\n\n### Timeline of events\n\n- 14:01 c\n",
                 "2026-02-15"),
            "3 <14:00> 2026-02-15T14:00:00 'a'\n"
            "4 <20:00> 2026-02-15T20:00:00 'b'\n"
            "14 <14:01> 2026-02-15T14:01:00 'c'\n");
}

TEST(Timeline, SurvivesWhatNobodyWrites) {
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("## Timeline\n"), "");
  EXPECT_EQ(read("## Timeline\n\n-\n- \n"), "3 <> unknown ''\n4 <> unknown ''\n");
  EXPECT_EQ(read("## Timeline\n\n| a |\n|---|\n"), "");
  EXPECT_EQ(read("## Timeline\n\n```\n14:32 - alert\n```\n"), "");
}

// Times a minute to five hours apart, written as a list of clocks.
RC_GTEST_PROP(Timeline, PrintedAsAListIsTheSame, ()) {
  const Timestamp start = *parse_timestamp("2026-02-15T14:32:00Z");
  Seconds time = start.utc;
  std::string text = "## Timeline (UTC)\n\n";
  std::vector<Seconds> times;
  for (const int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 300))) {
    times.push_back(time);
    text += "- " + format_clock(time) + " - Something\n";
    time += std::chrono::minutes(step);
  }
  const Timeline timeline = timeline_of(text, to_string(start));
  RC_ASSERT(timeline.problems.empty());
  RC_ASSERT(timeline.entries.size() == times.size());
  for (std::size_t i = 0; i < times.size(); ++i) {
    RC_ASSERT(timeline.entries[i].time.has_value());
    RC_ASSERT(timeline.entries[i].time->utc == times[i]);
  }
}

}  // namespace
}  // namespace debrief
