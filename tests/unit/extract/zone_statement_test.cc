#include "generator/extract/zone_statement.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace debrief {
namespace {

std::string print(const std::optional<StatedZone>& zone) {
  if (!zone) return "none";
  switch (zone->kind) {
    case StatedZone::Kind::offset:
      return fmt::format("{} = {}", zone->written, zone->offset.count());
    case StatedZone::Kind::region:
      return fmt::format("{} = {}", zone->written, zone->region ? zone->region->name() : "?");
    case StatedZone::Kind::ambiguous:
      return zone->written + " = ?";
  }
  return "";
}

TEST(ZoneOfATitle, IsFoundWhereItStands) {
  const struct {
    std::string_view text;
    std::string_view zone;
  } kCases[] = {
      {"Timeline (UTC)", "UTC = 0"},
      {"Timeline (utc)", "utc = 0"},
      {"Timeline [CET]", "CET = 60"},
      {"Timeline, all times UTC", "UTC = 0"},
      {"Timeline (all times in UTC+2)", "UTC+2 = 120"},
      {"Date and Time in CET", "CET = 60"},
      {"Time (Europe/Berlin)", "Europe/Berlin = Europe/Berlin"},
      {"Time (PT)", "PT = America/Los_Angeles"},
      {"Time in Pacific Time", "Pacific Time = America/Los_Angeles"},
      {"Timeline UTC-7", "UTC-7 = -420"},
      {"Timeline (UTC−7)", "UTC−7 = -420"},
      {"Timeline (UTC+05:30)", "UTC+05:30 = 330"},
      {"Timeline (GMT+2)", "GMT+2 = 120"},
      {"Timeline (UTC+19)", "UTC = 0"},
      {"Timezone: CEST", "CEST = 120"},
      {"Timeline (CST)", "CST = ?"},
      {"Timeline (CET/CEST)", "CET/CEST = Europe/Paris"},
      {"Time (Nowhere/Atlantis)", "none"},
      {"Time (Europe/Atlantis)", "none"},
      {"Timeline", "none"},
      {"Timeline of the CT scanner", "none"},
      {"", "none"},
  };
  for (const auto& c : kCases) EXPECT_EQ(print(zone_of_title(c.text)), c.zone) << c.text;
}

TEST(ZoneOfProse, IsThatOfAllTimes) {
  const struct {
    std::string_view text;
    std::string_view zone;
  } kCases[] = {
      {"All times in CET.", "CET = 60"},
      {"All times are UTC", "UTC = 0"},
      {"We were slow. All times below are in UTC, as in the logs.", "UTC = 0"},
      {"Times are in Pacific Time (PT)", "Pacific Time = America/Los_Angeles"},
      {"Timezone: CEST", "CEST = 120"},
      {"Time zone: Europe/Berlin", "Europe/Berlin = Europe/Berlin"},
      {"(all times UTC)", "UTC = 0"},
      {"(UTC times)", "UTC = 0"},
      {"Timestamps are GMT+2.", "GMT+2 = 120"},
      {"All times are IST.", "IST = ?"},
      {"The backup runs at 02:00 UTC.", "none"},
      {"It failed three times at 02:00 UTC.", "none"},
      {"Many times we asked the EST office.", "none"},
      {"Customers in CET saw errors.", "none"},
      {"", "none"},
  };
  for (const auto& c : kCases) EXPECT_EQ(print(zone_of_prose(c.text)), c.zone) << c.text;
}

std::string at(std::string_view zone, std::string_view clock, std::string_view home = "") {
  const auto stated = read_zone(zone);
  const auto local = parse_timestamp(clock);
  const auto region = home.empty() ? std::nullopt : TimeZone::find(home);
  if (!stated || !local) return "unreadable";
  const auto time = resolve(stated->zone, local->utc, region ? &*region : nullptr);
  return time ? fmt::format("{} {:+}", format_rfc3339(time->utc), time->offset.count()) : "unknown";
}

TEST(StatedZone, GivesTheMomentAClockShowedIt) {
  const struct {
    std::string_view zone;
    std::string_view clock;
    std::string_view home;
    std::string_view moment;
  } kCases[] = {
      {"UTC", "2026-07-01 12:00", "", "2026-07-01T12:00:00Z +0"},
      {"CET", "2026-01-01 12:00", "", "2026-01-01T11:00:00Z +60"},
      {"CET", "2026-07-01 12:00", "", "2026-07-01T11:00:00Z +60"},
      {"CET/CEST", "2026-07-01 12:00", "", "2026-07-01T10:00:00Z +120"},
      {"(UTC-7)", "2026-07-01 20:00", "", "2026-07-02T03:00:00Z -420"},
      {"Eastern Time", "2026-01-01 12:00", "", "2026-01-01T17:00:00Z -300"},
      {"Eastern Time", "2026-07-01 12:00", "", "2026-07-01T16:00:00Z -240"},
      // The hour that autumn repeats, and the one that spring leaves out.
      {"Europe/Berlin", "2026-10-25 02:30", "", "2026-10-25T00:30:00Z +120"},
      {"Europe/Berlin", "2026-03-29 02:30", "", "2026-03-29T01:30:00Z +120"},
      {"IST", "2026-07-01 12:00", "", "unknown"},
      {"IST", "2026-07-01 12:00", "Asia/Kolkata", "2026-07-01T06:30:00Z +330"},
      {"IST", "2026-07-01 12:00", "Europe/Dublin", "2026-07-01T11:00:00Z +60"},
      {"BST", "2026-07-01 12:00", "Europe/London", "2026-07-01T11:00:00Z +60"},
      {"BST", "2026-01-01 12:00", "Europe/London", "unknown"},
      {"CST", "2026-01-01 12:00", "America/Chicago", "2026-01-01T18:00:00Z -360"},
      {"CST", "2026-01-01 12:00", "Europe/Berlin", "unknown"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(at(c.zone, c.clock, c.home), c.moment) << c.zone << " " << c.clock << " " << c.home;
  }
}

}  // namespace
}  // namespace debrief
