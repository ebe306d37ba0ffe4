#include "generator/base/timestamp.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace debrief {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// "<UTC> <offset in minutes> <what is not the rule>", or "none".
std::string read(std::string_view text) {
  const std::optional<Timestamp> time = parse_timestamp(text);
  if (!time) return "none";
  std::string shown = format_rfc3339(time->utc) + ' ' + std::to_string(time->offset.count());
  constexpr std::array<std::string_view, 4> kPrecisions = {" year", " month", " day", ""};
  shown += kPrecisions.at(static_cast<std::size_t>(time->precision));
  if (time->zone == Timestamp::Zone::assumed_utc) shown += " assumed";
  return shown;
}

TEST(Timestamp, ReadsTheSpellingsPeopleUse) {
  struct Row {
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"2026", "2026-01-01T00:00:00Z 0 year assumed"},
      {"2026-02", "2026-02-01T00:00:00Z 0 month assumed"},
      {"2026-02-15", "2026-02-15T00:00:00Z 0 day assumed"},
      {" 2026-02-15 ", "2026-02-15T00:00:00Z 0 day assumed"},
      {"2026-02-15T14:32:10Z", "2026-02-15T14:32:10Z 0"},
      {"2026-02-15t14:32:10z", "2026-02-15T14:32:10Z 0"},
      {"2026-02-15T14:32:10+01:00", "2026-02-15T13:32:10Z 60"},
      {"2026-02-15 14:32:10+01:00", "2026-02-15T13:32:10Z 60"},
      {"2026-02-15 14:32:10 +01:00", "2026-02-15T13:32:10Z 60"},
      {"2026-02-15 14:32 +0100", "2026-02-15T13:32:00Z 60"},
      {"2026-02-15 14:32 +01", "2026-02-15T13:32:00Z 60"},
      {"2026-02-15T14:32-03:30", "2026-02-15T18:02:00Z -210"},
      {"2026-02-15T9:05:00-00:00", "2026-02-15T09:05:00Z 0"},
      {"2026-02-15 9:05Z", "2026-02-15T09:05:00Z 0"},
      {"2026-02-15T14:32-00:00", "2026-02-15T14:32:00Z 0"},
      {"2026-02-15 14:32 UTC", "2026-02-15T14:32:00Z 0"},
      {"2026-02-15 14:32 utc", "2026-02-15T14:32:00Z 0"},
      {"2026-02-15 14:32GMT", "2026-02-15T14:32:00Z 0"},
      {"2026-02-15T14:32", "2026-02-15T14:32:00Z 0 assumed"},
      {"2026-02-15 14:32:10", "2026-02-15T14:32:10Z 0 assumed"},
      {"2026-02-15 9:05 UTC", "2026-02-15T09:05:00Z 0"},
      {"2026-02-15T0:05:10+01:00", "2026-02-14T23:05:10Z 60"},
      {"2026-02-15T14:32:10.123456789Z", "2026-02-15T14:32:10Z 0"},
      {"2026-02-15T14:32:10,9", "2026-02-15T14:32:10Z 0 assumed"},
      {"2026-02-15T00:30+01:00", "2026-02-14T23:30:00Z 60"},
      {"2026-12-31T23:30-01:00", "2027-01-01T00:30:00Z -60"},
      {"2026-02-15T12:00+14:00", "2026-02-14T22:00:00Z 840"},
      {"2026-02-15T12:00-12:00", "2026-02-16T00:00:00Z -720"},
      {"2024-02-29", "2024-02-29T00:00:00Z 0 day assumed"},
      {"2000-02-29", "2000-02-29T00:00:00Z 0 day assumed"},
      {"1970-01-01", "1970-01-01T00:00:00Z 0 day assumed"},
      {"2199-12-31T23:59:59Z", "2199-12-31T23:59:59Z 0"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.expected) << row.text;
}

TEST(Timestamp, ReadsNothingElse) {
  for (const std::string text : {
           "",
           "yesterday",
           "2026-",
           "2026-2",
           "2026-00",
           "2026-13",
           "2026-02-",
           "1969",
           "20202",
           "2026-2-15",
           "2026-02-5",
           "26-02-15",
           "20202-02-15",
           "02026-02-15",
           "15.02.2026",
           "2026/02/15",
           "20260215",
           "-2026-02-15",
           "+2026-02-15",
           "1969-12-31",
           "2200-01-01",
           "2026-00-15",
           "2026-13-15",
           "2026-02-00",
           "2026-02-30",
           "2026-04-31",
           "2023-02-29",
           "2100-02-29",  // Divisible by 100 and no leap year.
           "2026-02-15Z",
           "2026-02-15T",
           "2026-02-15T14",
           "2026-02-15T14:",
           "2026-02-15T1432",
           "2026-02-15T24:00",
           "2026-02-15T14:60",
           "2026-02-15T14:32:60",
           "2026-02-15T14:32:",
           "2026-02-15T14:32:10.",
           "2026-02-15T14:32.5",
           "2026-02-15T-1:32",
           "2026-02-15T+1:32",
           "2026-02-15  14:32",
           "2026-02-15x14:32",
           "2026-02-15T14:32X",
           "2026-02-15T14:32+",
           "2026-02-15T14:32+1",
           "2026-02-15T14:32+01:",
           "2026-02-15T14:32+01:0",
           "2026-02-15T14:32+010",
           "2026-02-15T14:32+01:60",
           "2026-02-15T14:32+01:00:00",
           "2026-02-15T14:32+14:01",
           "2026-02-15T14:32-12:01",
           "2026-02-15T14:32+23:00",
           "2026-02-15T14:32 CET",
           "2026-02-15T14:32Z+01:00",
           "2026-02-15T14:32Zulu",
           "2026-02-15 later",
           "٢٠٢٦-02-15",
       }) {
    EXPECT_EQ(read(text), "none") << text;
  }
  EXPECT_EQ(read(std::string("2026-02-15\0", 11)), "none");
}

TEST(Timestamp, IsWrittenInTheClockOfItsAuthor) {
  for (const std::string text :
       {"2026", "2026-02", "2026-02-15", "2026-02-15T14:32:00+01:00", "2026-02-15T14:32:10Z",
        "2026-02-15T14:32:00-03:30", "2026-02-15T14:32:00"}) {
    EXPECT_EQ(to_string(*parse_timestamp(text)), text);
  }
}

TEST(Timestamp, IsBeforeAnotherOnlyIfWhatIsUnsaidCannotChangeIt) {
  const struct {
    std::string_view a, b;
    bool before;
  } kCases[] = {
      {"2026-02-15T14:32Z", "2026-02-15T14:33Z", true},
      {"2026-02-15T14:32Z", "2026-02-15T14:32Z", false},
      {"2026-02-15T14:32+01:00", "2026-02-15T14:00Z", true},
      {"2026-02-15", "2026-02-15T14:32Z", false},
      {"2026-02-14", "2026-02-15T14:32Z", true},
      {"2026-02-15", "2026-02-16", true},
      {"2026-02", "2026-02-16", false},
      {"2026-01-31", "2026-02", true},
      {"2026", "2026-02-16", false},
      {"2025-12-31T23:59Z", "2026", true},
      {"2026", "2025", false},
  };
  for (const auto& [a, b, before] : kCases) {
    EXPECT_EQ(certainly_before(*parse_timestamp(a), *parse_timestamp(b)), before) << a << " " << b;
  }
}

Timestamp any_timestamp() {
  // A day within the years at either end, so that no offset leads out of them.
  const auto day = std::chrono::sys_days(std::chrono::year(1970) / 1 / 2) +
                   std::chrono::days(*rc::gen::inRange(0, 84003 - 3));
  Timestamp time;
  time.precision = *rc::gen::element(Timestamp::Precision::year, Timestamp::Precision::month,
                                     Timestamp::Precision::day, Timestamp::Precision::minute);
  if (time.precision != Timestamp::Precision::minute) {
    const std::chrono::year_month_day date(day);
    const bool has_day = time.precision == Timestamp::Precision::day;
    const bool has_month = time.precision != Timestamp::Precision::year;
    time.utc =
        std::chrono::sys_days(date.year() / (has_month ? date.month() : std::chrono::January) /
                              (has_day ? date.day() : std::chrono::day(1)));
    time.zone = Timestamp::Zone::assumed_utc;
    return time;
  }
  time.utc = day + seconds(*rc::gen::inRange(0, 86400));
  if (*rc::gen::arbitrary<bool>()) {
    time.zone = Timestamp::Zone::assumed_utc;
  } else {
    time.offset = minutes(*rc::gen::inRange(-12 * 60, 14 * 60 + 1));
  }
  return time;
}

RC_GTEST_PROP(Timestamp, ReadingWhatWasWrittenGivesTheSameValue, ()) {
  const Timestamp time = any_timestamp();
  RC_ASSERT(parse_timestamp(to_string(time)) == time);
}

RC_GTEST_PROP(Timestamp, ReadsTheRfc3339ThatItWrites, ()) {
  const Timestamp time = any_timestamp();
  RC_ASSERT(parse_timestamp(format_rfc3339(time.utc))->utc == time.utc);
}

RC_GTEST_PROP(Timestamp, NoTextBreaksTheReader, ()) {
  const auto text =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-:+.TZ ")));
  if (const auto time = parse_timestamp(text)) RC_ASSERT(parse_timestamp(to_string(*time)) == time);
}

TEST(CivilDate, HasAQuarter) {
  std::string quarters;
  for (int month = 1; month <= 12; ++month) {
    quarters += std::to_string(CivilDate{2026, month, 1}.quarter());
  }
  EXPECT_EQ(quarters, "111222333444");
}

TEST(CivilDate, IsTheDayInUtc) {
  EXPECT_EQ(civil_date_utc(parse_timestamp("2026-03-01T00:30+01:00")->utc),
            (CivilDate{2026, 2, 28}));
}

TEST(CivilDate, ComparesByTime) {
  EXPECT_LT((CivilDate{2025, 12, 31}), (CivilDate{2026, 1, 1}));
  EXPECT_LT((CivilDate{2026, 1, 31}), (CivilDate{2026, 2, 1}));
}

TEST(TimeFormats, ShowDateAndClockInUtc) {
  const Seconds time = parse_timestamp("2026-02-05T00:07:09+01:00")->utc;
  EXPECT_EQ(format_rfc3339(time), "2026-02-04T23:07:09Z");
  EXPECT_EQ(format_date(time), "4 February 2026");
  EXPECT_EQ(format_clock(time), "23:07");
}

TEST(TimeFormats, ShowAsMuchOfADateAsIsKnown) {
  EXPECT_EQ(format_date(*parse_timestamp("2026")), "2026");
  EXPECT_EQ(format_date(*parse_timestamp("2026-02")), "February 2026");
  EXPECT_EQ(format_date(*parse_timestamp("2026-02-15")), "15 February 2026");
  EXPECT_EQ(format_date(*parse_timestamp("2026-02-15T23:30-05:00")), "15 February 2026");
}

TEST(TimeFormats, NameTheMonths) {
  EXPECT_EQ(format_date(parse_timestamp("2026-01-01")->utc), "1 January 2026");
  EXPECT_EQ(format_date(parse_timestamp("2026-12-31")->utc), "31 December 2026");
}

TEST(TimeFormats, ShowDurations) {
  struct Row {
    seconds duration;
    std::string expected;
    std::string iso;
  };
  const Row rows[] = {
      {seconds(0), "0 min", "PT0S"},
      {seconds(45), "45 s", "PT45S"},
      {seconds(60), "1 min", "PT1M"},
      {minutes(20), "20 min", "PT20M"},
      {seconds(90), "1 min 30 s", "PT1M30S"},
      {minutes(65), "1 h 5 min", "PT1H5M"},
      {hours(2) + seconds(59), "2 h", "PT2H59S"},
      {hours(2) + minutes(1) + seconds(59), "2 h 1 min", "PT2H1M59S"},
      {hours(24), "1 d", "P1D"},
      {hours(74), "3 d 2 h", "P3DT2H"},
      {hours(72) + minutes(59), "3 d", "P3DT59M"},
      {hours(24 * 400) + hours(23) + minutes(59), "400 d 23 h", "P400DT23H59M"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(format_duration(row.duration), row.expected) << row.duration.count();
    EXPECT_EQ(format_iso_duration(row.duration), row.iso) << row.duration.count();
  }
}

}  // namespace
}  // namespace debrief
