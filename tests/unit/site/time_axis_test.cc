#include "generator/site/time_axis.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "generator/base/text.h"

namespace debrief {
namespace {

Seconds at(std::string_view text) {
  return parse_timestamp(text).value().utc;
}

TimeAxis axis_of(std::initializer_list<std::string_view> times) {
  std::vector<Seconds> moments;
  for (const std::string_view time : times) moments.push_back(at(time));
  return TimeAxis(std::move(moments), 100);
}

std::string print(const TimeAxis& axis) {
  std::string out;
  for (const TimeAxis::Stretch& stretch : axis.stretches()) {
    out += fmt::format("{}{} to {}: {:.1f} to {:.1f}", out.empty() ? "" : "; ",
                       format_clock(stretch.from), format_clock(stretch.to), stretch.begin,
                       stretch.end);
  }
  return out;
}

// "14:00", "15 14:00" with its day, "*" for one that only wide drawings have.
std::string ticks(const TimeAxis& axis, std::string_view zone = "UTC") {
  const TimeZone found = TimeZone::find(zone).value();
  std::string out;
  for (const AxisTick& tick : axis_ticks(axis, found)) {
    const TimeZone::Local local = found.local(tick.time);
    const std::string day = std::to_string(civil_date_utc(local.clock).day);
    if (!out.empty()) out += ", ";
    if (tick.shows_day || tick.is_day) out += day + (tick.is_day ? "" : " ");
    if (!tick.is_day) out += format_clock(local.clock);
    if (tick.shows_zone) out += " " + local.abbreviation;
    if (tick.is_extra) out += "*";
  }
  return out;
}

TEST(TimeAxis, IsToScale) {
  const TimeAxis axis =
      axis_of({"2026-02-15T14:00:00Z", "2026-02-15T14:15:00Z", "2026-02-15T15:00:00Z"});
  EXPECT_EQ(print(axis), "14:00 to 15:00: 0.0 to 100.0");
  EXPECT_DOUBLE_EQ(axis.at(at("2026-02-15T14:15:00Z")), 25);
  EXPECT_DOUBLE_EQ(axis.at(at("2026-02-15T14:45:00Z")), 75);
}

TEST(TimeAxis, BreaksASilenceBesideWhichTheRestWouldShrinkToNothing) {
  const TimeAxis axis =
      axis_of({"2026-02-15T14:00:00Z", "2026-02-15T14:10:00Z", "2026-02-15T14:20:00Z",
               "2026-02-15T14:30:00Z", "2026-02-18T09:00:00Z"});
  EXPECT_EQ(print(axis), "14:00 to 14:30: 0.0 to 92.0; 09:00 to 09:00: 100.0 to 100.0");
  EXPECT_DOUBLE_EQ(axis.at(at("2026-02-18T09:00:00Z")), 100);
  EXPECT_DOUBLE_EQ(axis.at(at("2026-02-16T09:00:00Z")), 96) << "in the break";
}

TEST(TimeAxis, BreaksTwoSilencesOfOneLength) {
  const TimeAxis axis =
      axis_of({"2026-02-15T14:00:00Z", "2026-02-15T14:10:00Z", "2026-02-16T14:00:00Z",
               "2026-02-16T14:10:00Z", "2026-02-17T14:00:00Z", "2026-02-17T14:10:00Z"});
  EXPECT_EQ(axis.stretches().size(), 3U) << print(axis);
}

TEST(TimeAxis, BreaksNothingThatCanBeSeenAsItIs) {
  EXPECT_EQ(axis_of({"2026-02-15T14:00:00Z", "2026-02-15T14:10:00Z", "2026-02-15T14:20:00Z",
                     "2026-02-15T16:30:00Z"})
                .stretches()
                .size(),
            1U);
  EXPECT_EQ(axis_of({"2026-02-15T14:00:00Z", "2026-03-15T14:00:00Z"}).stretches().size(), 1U)
      << "Of two moments nothing but the time between them is to be seen.";
}

TEST(TimeAxis, TakesMomentsInAnyOrderAndMoreThanOnce) {
  EXPECT_EQ(
      print(axis_of({"2026-02-15T15:00:00Z", "2026-02-15T14:00:00Z", "2026-02-15T15:00:00Z"})),
      "14:00 to 15:00: 0.0 to 100.0");
}

TEST(AxisTicks, AreRoundTimesThatPeopleWouldChoose) {
  const struct {
    std::string_view from, to, ticks;
  } kCases[] = {
      {"2026-02-15T14:00:00Z", "2026-02-15T14:04:00Z", "14:00, 14:01, 14:02, 14:03, 14:04"},
      {"2026-02-15T14:32:00Z", "2026-02-15T14:52:00Z",
       "14:32*, 14:34*, 14:36*, 14:38*, 14:40, 14:42*, 14:44*, 14:46*, 14:48*, 14:50, 14:52*"},
      {"2026-02-15T14:02:00Z", "2026-02-15T14:59:00Z",
       "14:05*, 14:10*, 14:15, 14:20*, 14:25*, 14:30, 14:35*, 14:40*, 14:45, 14:50*, 14:55*"},
      {"2026-02-15T06:10:00Z", "2026-02-15T12:20:00Z",
       "07:00*, 08:00, 09:00*, 10:00, 11:00*, 12:00"},
      {"2026-02-15T22:10:00Z", "2026-02-16T02:20:00Z",
       "15 22:30*, 23:00, 23:30*, 16 00:00, 00:30*, 01:00, 01:30*, 02:00"},
      {"2026-02-15T22:10:00Z", "2026-02-17T12:20:00Z",
       "16 00:00, 06:00*, 12:00, 18:00*, 17 00:00, 06:00*, 12:00"},
      {"2026-02-15T22:10:00Z", "2026-02-22T12:20:00Z", "16, 17*, 18, 19*, 20, 21*, 22"},
  };
  for (const auto& row : kCases) {
    EXPECT_EQ(ticks(axis_of({row.from, row.to})), row.ticks) << row.from << " to " << row.to;
  }
}

TEST(AxisTicks, FollowTheClockOfTheZone) {
  const TimeAxis axis = axis_of({"2026-02-14T23:10:00Z", "2026-02-16T20:20:00Z"});
  EXPECT_EQ(ticks(axis, "Asia/Kolkata"),
            "15 06:00*, 12:00, 18:00*, 16 00:00, 06:00*, 12:00, 18:00*, 17 00:00");
}

TEST(AxisTicks, TellAnHourThatComesTwiceFromTheFirst) {
  const TimeAxis axis = axis_of({"2025-10-25T23:30:00Z", "2025-10-26T02:30:00Z"});
  EXPECT_EQ(ticks(axis, "Europe/Copenhagen"),
            "01:30*, 02:00, 02:30*, 02:00 CET, 02:30*, 03:00, 03:30*");
}

TEST(AxisTicks, LeaveOutAnHourThatNeverWas) {
  const TimeAxis axis = axis_of({"2026-03-28T20:00:00Z", "2026-03-29T09:00:00Z"});
  EXPECT_EQ(ticks(axis, "Europe/Copenhagen"),
            "28 22:00*, 29 00:00, 04:00 CEST*, 06:00, 08:00*, 10:00*");
}

TEST(AxisTicks, NameTheTimeOfAMomentThatStandsAlone) {
  const TimeAxis axis =
      axis_of({"2026-02-15T14:00:00Z", "2026-02-15T14:10:00Z", "2026-02-15T14:20:00Z",
               "2026-02-15T14:30:00Z", "2026-02-18T09:07:00Z"});
  EXPECT_EQ(ticks(axis), "15 14:00, 14:05*, 14:10, 14:15*, 14:20, 14:25*, 14:30*, 18 09:07");
}

}  // namespace
}  // namespace debrief
