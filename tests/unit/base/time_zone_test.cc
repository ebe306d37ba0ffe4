#include "generator/base/time_zone.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

std::string local(const std::string& zone, const std::string& utc) {
  const TimeZone::Local shown = TimeZone::find(zone).value().local(parse_timestamp(utc)->utc);
  std::string clock = format_rfc3339(shown.clock);
  clock.pop_back();  // The Z, which it is not.
  return clock + ' ' + shown.abbreviation;
}

TEST(TimeZone, ShowsTheClockOfThePlace) {
  EXPECT_EQ(local("Europe/Berlin", "2026-02-15T12:00Z"), "2026-02-15T13:00:00 CET");
  EXPECT_EQ(local("Europe/Berlin", "2026-07-15T12:00Z"), "2026-07-15T14:00:00 CEST");
  EXPECT_EQ(local("America/New_York", "2026-01-01T03:00Z"), "2025-12-31T22:00:00 EST");
  EXPECT_EQ(local("Asia/Kolkata", "2026-02-15T12:00Z"), "2026-02-15T17:30:00 IST");
}

TEST(TimeZone, ChangesAtTheRightSecond) {
  EXPECT_EQ(local("Europe/Berlin", "2026-03-29T00:59:59Z"), "2026-03-29T01:59:59 CET");
  EXPECT_EQ(local("Europe/Berlin", "2026-03-29T01:00:00Z"), "2026-03-29T03:00:00 CEST");
}

TEST(TimeZone, KnowsUtc) {
  EXPECT_EQ(local("UTC", "2026-02-15T12:00Z"), "2026-02-15T12:00:00 UTC");
  EXPECT_TRUE(TimeZone::utc().is_utc());
  EXPECT_TRUE(TimeZone::find("UTC")->is_utc());
  EXPECT_FALSE(TimeZone::find("Europe/Berlin")->is_utc());
}

TEST(TimeZone, KeepsItsName) {
  EXPECT_EQ(TimeZone::find("Europe/Berlin")->name(), "Europe/Berlin");
  EXPECT_EQ(TimeZone::utc().name(), "UTC");
}

TEST(TimeZone, IsAbsentForOtherNames) {
  for (const char* name : {"", "Berlin", "Europe/Brelin", "CEST+2", "../../../etc/passwd",
                           "/etc/localtime", "Europe", "tzdata.zi"}) {
    EXPECT_FALSE(TimeZone::find(name)) << name;
  }
}

}  // namespace
}  // namespace debrief
