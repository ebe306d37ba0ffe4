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

// What is shown of a site in that time zone.
class SiteIn {
 public:
  explicit SiteIn(const TimeZone& zone, std::string_view language = "en")
      : view_(make_view(Audience::internal, parts_in(zone, language))) {}

  Site site() const { return make_site(view_, kSampleToday, {}); }

 private:
  static ViewParts parts_in(const TimeZone& zone, std::string_view language) {
    ViewParts parts = empty_parts();
    parts.site.time_zone = zone;
    parts.site.language = language;
    return parts;
  }

  View view_;
};

std::string shown(const PageData& time) {
  const std::string utc = text_of(time, "utc");
  return text_of(time, "machine") + ": " + text_of(time, "shown") +
         (utc.empty() ? "" : " (" + utc + ")");
}

TEST(Times, AreShownInTheZoneOfTheViewAndInUtc) {
  const SiteIn copenhagen(TimeZone::find("Europe/Copenhagen").value());
  const Site site = copenhagen.site();
  EXPECT_EQ(shown(time_data(site, at("2025-01-16T10:03:00+01:00"))),
            "2025-01-16T09:03:00Z: 16 January 2025, 10:03 CET (09:03 UTC)");
  EXPECT_EQ(shown(time_data(site, at("2025-07-01T00:30:00+02:00"))),
            "2025-06-30T22:30:00Z: 1 July 2025, 00:30 CEST (30 June 2025, 22:30 UTC)");
  EXPECT_EQ(shown(date_data(site, at("2025-06-30T22:30:00Z"))),
            "2025-06-30T22:30:00Z: 1 July 2025");
}

TEST(Times, AreInTheLanguageOfTheSite) {
  const SiteIn vienna(TimeZone::find("Europe/Vienna").value(), "de-AT");
  const Site site = vienna.site();
  EXPECT_EQ(shown(time_data(site, at("2025-03-16T10:03:00+01:00"))),
            "2025-03-16T09:03:00Z: 16. März 2025, 10:03 CET (09:03 UTC)");
  EXPECT_EQ(shown(date_data(site, at("2025-12"))), "2025-12: Dezember 2025");
  EXPECT_EQ(text_of(duration_data(site, std::chrono::minutes(65), true), "shown"), "~1 h 5 min");
}

TEST(Times, SayUtcOnceWhereTheZoneIsUtc) {
  const SiteIn utc(TimeZone::utc());
  const Site site = utc.site();
  EXPECT_EQ(shown(time_data(site, at("2025-01-16T10:03:00+01:00"))),
            "2025-01-16T09:03:00Z: 16 January 2025, 09:03 UTC");
}

TEST(Times, ADayIsNoMoment) {
  const SiteIn new_york(TimeZone::find("America/New_York").value());
  const Site site = new_york.site();
  EXPECT_EQ(shown(time_data(site, at("2025-01-16"))), "2025-01-16: 16 January 2025");
}

TEST(Times, LeaveOutTheDateThatHasJustBeenRead) {
  const SiteIn copenhagen(TimeZone::find("Europe/Copenhagen").value());
  const Site site = copenhagen.site();
  const auto after = [&](std::string_view before, std::string_view time) {
    return text_of(time_data_after(site, at(before), at(time)), "shown");
  };
  EXPECT_EQ(after("2025-01-16T10:03:00+01:00", "2025-01-16T10:07:00+01:00"), "10:07 CET");
  EXPECT_EQ(after("2025-01-16T22:59:00Z", "2025-01-16T23:01:00Z"), "17 January 2025, 00:01 CET");
  EXPECT_EQ(after("2025-01-16", "2025-01-16T10:07:00+01:00"), "10:07 CET");
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
