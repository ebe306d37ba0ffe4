// Times as people put them at the head of a post-mortem.

#include "generator/import/time_claims.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace debrief {
namespace {

// "begin" or "begin .. end" completed without a zone, with the day 2021-05-29 where none is given.
std::string shown(std::string_view text, const TimeZone* zone = nullptr) {
  const auto span = read_stated_time(text);
  if (!span) return "no time";
  const TimeCompletion completion(zone);
  const auto base = parse_timestamp("2021-05-29");
  const auto begin = completion.complete(span->begin, base);
  std::string result = begin ? to_string(*begin) : "open";
  if (span->end) {
    const auto end = completion.complete(*span->end, begin);
    result += " .. " + (end ? to_string(*end) : "open");
  }
  return result;
}

TEST(TimeClaims, ReadsWhatPeopleWrite) {
  const std::vector<std::pair<std::string, std::string>> kCases = {
      {"2021-05-30", "2021-05-30"},
      {"2021-05-30T14:00:00Z", "2021-05-30T14:00:00Z"},
      {"2021-05-30 14:00", "2021-05-30T14:00:00"},
      {"2021-05-30 14:00 UTC", "2021-05-30T14:00:00Z"},
      {"2021-05-30 14:00 (UTC)", "2021-05-30T14:00:00Z"},
      {"May 30, 2021", "2021-05-30"},
      {"30 May 2021", "2021-05-30"},
      {"Sunday, May 30, 2021", "2021-05-30"},
      {"May 30, 2021 14:00 CET", "2021-05-30T14:00:00+01:00"},
      {"2021-05", "2021-05"},
      {"May 2021", "2021-05"},
      {"2021", "2021"},
      {"14:00", "2021-05-29T14:00:00"},
      {"14:00 UTC", "2021-05-29T14:00:00Z"},
      {"14:00 - 15:10", "2021-05-29T14:00:00 .. 2021-05-29T15:10:00"},
      {"14:00 – 15:10 UTC", "2021-05-29T14:00:00Z .. 2021-05-29T15:10:00Z"},
      {"23:30 - 00:10 UTC", "2021-05-29T23:30:00Z .. 2021-05-30T00:10:00Z"},
      {"2021-05-30 14:00 - 15:10 UTC", "2021-05-30T14:00:00Z .. 2021-05-30T15:10:00Z"},
      {"45 minutes", "no time"},
      {"by a customer", "no time"},
      {"2021-02-30", "no time"},
      {"20202-01-16", "no time"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(expected, shown(text)) << text;
}

TEST(TimeClaims, UsesTheGivenZoneForTimesThatHaveNone) {
  const auto zone = TimeZone::find("Europe/Copenhagen");
  ASSERT_TRUE(zone);
  EXPECT_EQ("2021-05-30T14:00:00+02:00", shown("2021-05-30 14:00", &*zone));
  EXPECT_EQ("2021-01-30T14:00:00+01:00", shown("2021-01-30 14:00", &*zone));
  EXPECT_EQ("2021-05-30T14:00:00Z", shown("2021-05-30 14:00 UTC", &*zone));
  EXPECT_EQ("2021-05-30", shown("2021-05-30", &*zone));
}

TEST(TimeClaims, IsTheSameTimeKnownLessPrecisely) {
  const auto same = [](const char* a, const char* b) {
    return is_same_time(*parse_timestamp(a), *parse_timestamp(b));
  };
  EXPECT_TRUE(same("2021", "2021-05-30T14:00Z"));
  EXPECT_TRUE(same("2021-05-30", "2021-05-30T14:00Z"));
  EXPECT_FALSE(same("2021-05-29", "2021-05-30T14:00Z"));
  EXPECT_FALSE(same("2020", "2021-05-30"));
}

}  // namespace
}  // namespace debrief
