#include "generator/site/times.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

Timestamp at(std::string_view text) {
  return parse_timestamp(text).value();
}

std::string text_of(const PageData& data, std::string_view name) {
  return std::get<std::string>(*data.find(name));
}

std::string shown(const PageData& time) {
  const std::string utc = text_of(time, "utc");
  return text_of(time, "machine") + ": " + text_of(time, "shown") +
         (utc.empty() ? "" : " (" + utc + ")");
}

TEST(Times, AreShownInTheZoneOfTheViewAndInUtc) {
  const TimeZone zone = TimeZone::find("Europe/Copenhagen").value();
  EXPECT_EQ(shown(time_data(at("2025-01-16T10:03:00+01:00"), zone)),
            "2025-01-16T09:03:00Z: 16 January 2025, 10:03 CET (09:03 UTC)");
  EXPECT_EQ(shown(time_data(at("2025-07-01T00:30:00+02:00"), zone)),
            "2025-06-30T22:30:00Z: 1 July 2025, 00:30 CEST (30 June 2025, 22:30 UTC)");
  EXPECT_EQ(shown(date_data(at("2025-06-30T22:30:00Z"), zone)),
            "2025-06-30T22:30:00Z: 1 July 2025");
}

TEST(Times, SayUtcOnceWhereTheZoneIsUtc) {
  EXPECT_EQ(shown(time_data(at("2025-01-16T10:03:00+01:00"), TimeZone::utc())),
            "2025-01-16T09:03:00Z: 16 January 2025, 09:03 UTC");
}

TEST(Times, ADayIsNoMoment) {
  const TimeZone zone = TimeZone::find("America/New_York").value();
  EXPECT_EQ(shown(time_data(at("2025-01-16"), zone)), "2025-01-16: 16 January 2025");
}

TEST(Times, LeaveOutTheDateThatHasJustBeenRead) {
  const TimeZone zone = TimeZone::find("Europe/Copenhagen").value();
  const auto after = [&](std::string_view before, std::string_view time) {
    return text_of(time_data_after(at(before), at(time), zone), "shown");
  };
  EXPECT_EQ(after("2025-01-16T10:03:00+01:00", "2025-01-16T10:07:00+01:00"), "10:07 CET");
  EXPECT_EQ(after("2025-01-16T22:59:00Z", "2025-01-16T23:01:00Z"), "17 January 2025, 00:01 CET");
  EXPECT_EQ(after("2025-01-16", "2025-01-16T10:07:00+01:00"), "10:07 CET");
}

TEST(Times, NoLengthOfTimeWithoutTwoMomentsInOrder) {
  using std::chrono::minutes;
  EXPECT_EQ(time_between(at("2025-01-16T10:00Z"), at("2025-01-16T10:07Z")), minutes(7));
  EXPECT_EQ(time_between(at("2025-01-16T10:00Z"), at("2025-01-16T10:00Z")), minutes(0));
  EXPECT_EQ(time_between(at("2025-01-16T10:07Z"), at("2025-01-16T10:00Z")), std::nullopt);
  EXPECT_EQ(time_between(at("2025-01-16"), at("2025-01-16T10:00Z")), std::nullopt);
  EXPECT_EQ(time_between(std::nullopt, at("2025-01-16T10:00Z")), std::nullopt);
}

TEST(Times, TheLatestOfAnIncidentIsTheLastOfItsOwn) {
  ViewIncident incident = incident_at("A", "2025-01-16T10:00Z");
  EXPECT_EQ(latest_time(incident), at("2025-01-16T10:00Z"));
  incident.mitigated = at("2025-01-16T12:00Z");
  incident.detected = at("2025-01-16T11:00Z");
  EXPECT_EQ(latest_time(incident), at("2025-01-16T12:00Z"));
  EXPECT_EQ(latest_time(ViewIncident()), std::nullopt);
}

}  // namespace
}  // namespace debrief
