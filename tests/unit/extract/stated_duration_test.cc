#include "generator/extract/stated_duration.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace debrief {
namespace {

using std::chrono::seconds;

// As printed, with the seconds and the granularity.
std::string read(std::string_view text) {
  const auto duration = parse_stated_duration(text);
  if (!duration) return says_not_known(text) ? "not known" : "unreadable";
  return fmt::format("{} = {} s, to {} s", to_string(*duration), duration->value.count(),
                     duration->granularity.count());
}

TEST(StatedDuration, IsReadAsPeopleWriteIt) {
  const struct {
    std::string_view text;
    std::string_view read;
  } kCases[] = {
      {"279 minutes", "4 h 39 min = 16740 s, to 60 s"},
      {"1d 5h 47m", "1 d 5 h 47 min = 107220 s, to 60 s"},
      {"22 hours", "22 h = 79200 s, to 3600 s"},
      {"33h 15m (during support hours)",
       "1 d 9 h 15 min (during support hours) = 119700 s, to 60 s"},
      {"33h 15m during support hours", "1 d 9 h 15 min (during support hours) = 119700 s, to 60 s"},
      {"4 min", "4 min = 240 s, to 60 s"},
      {"4 Minutes.", "4 min = 240 s, to 60 s"},
      {"1.5 hours", "1.5 h = 5400 s, to 360 s"},
      {"1.25 hours", "1 h 15 min = 4500 s, to 60 s"},
      {"0.5 days", "0.5 d = 43200 s, to 8640 s"},
      {"2 hours and 5 minutes", "2 h 5 min = 7500 s, to 60 s"},
      {"2 hours, 5 minutes", "2 h 5 min = 7500 s, to 60 s"},
      {"2 hrs 5 mins", "2 h 5 min = 7500 s, to 60 s"},
      {"2h0m", "2 h 0 min = 7200 s, to 60 s"},
      {"~45m", "~45 min = 2700 s, to 60 s"},
      {"45m~", "~45 min = 2700 s, to 60 s"},
      {"about 2 hours", "~2 h = 7200 s, to 3600 s"},
      {"approx. 20 minutes", "~20 min = 1200 s, to 60 s"},
      {"20 minutes (approx.)", "~20 min = 1200 s, to 60 s"},
      {"01:30:00", "1 h 30 min 0 s = 5400 s, to 1 s"},
      {"1h30", "1 h 30 min = 5400 s, to 60 s"},
      {"1h30m", "1 h 30 min = 5400 s, to 60 s"},
      {"PT1H5M", "1 h 5 min = 3900 s, to 60 s"},
      {"P1DT2H", "1 d 2 h = 93600 s, to 3600 s"},
      {"90s", "1 min 30 s = 90 s, to 1 s"},
      {"90 minutes 30 seconds", "1 h 30 min 30 s = 5430 s, to 1 s"},
      {"3 days", "3 d = 259200 s, to 86400 s"},
      {"2 weeks", "2 w = 1209600 s, to 604800 s"},
      {"half an hour", "0.5 h = 1800 s, to 360 s"},
      {"an hour", "1 h = 3600 s, to 3600 s"},
      {"one day", "1 d = 86400 s, to 86400 s"},
      {"less than a minute", "~1 min = 60 s, to 60 s"},
      {"47 minutes (14:32-15:19)", "47 min (14:32-15:19) = 2820 s, to 60 s"},
      {"47 minutes of degraded service", "47 min (of degraded service) = 2820 s, to 60 s"},
      {"45-minute outage", "45 min (outage) = 2700 s, to 60 s"},
      {"0 minutes", "0 min = 0 s, to 60 s"},
      {"N/A", "not known"},
      {"?", "not known"},
      {"TBD", "not known"},
      {"-", "not known"},
      {"–", "not known"},
      {"unknown", "not known"},
      {"Unknown (no logs)", "not known"},
      {"", "not known"},
      {"1:30", "unreadable"},
      {"10-18 days", "unreadable"},
      {"10 to 18 days", "unreadable"},
      {"5 minutes to 2 hours", "unreadable"},
      {"2 or 3 hours", "unreadable"},
      {"2 hours or so", "unreadable"},
      {"over 2 hours", "unreadable"},
      {"> 2 hours", "unreadable"},
      {"less than 5 minutes", "unreadable"},
      {"2 months", "unreadable"},
      {"5", "unreadable"},
      {"5 nodes", "unreadable"},
      {"-5 minutes", "unreadable"},
      {"5 minutes 2 hours", "unreadable"},
      {"99999999999999999999 hours", "unreadable"},
      {"PT", "unreadable"},
      {"P1M", "unreadable"},
      {"01:75:00", "unreadable"},
      {"soon", "unreadable"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read(c.text), c.read) << c.text;
}

RC_GTEST_PROP(StatedDuration, IsTheSameWhenReadAgain, ()) {
  StatedDuration duration;
  const auto unit = *rc::gen::element(1, 60, 3600, 86400, 604800, 6, 360, 8640);
  duration.granularity = seconds(unit);
  duration.value = seconds(unit * *rc::gen::inRange<std::int64_t>(0, 100'000));
  duration.approximate = *rc::gen::arbitrary<bool>();
  duration.remark = *rc::gen::element<std::string>("", "during support hours", "14:32-15:19",
                                                   "all regions (but one)");
  const auto again = parse_stated_duration(to_string(duration));
  RC_ASSERT(again.has_value());
  RC_ASSERT(to_string(*again) == to_string(duration));
  RC_ASSERT(*again == duration);
}

RC_GTEST_PROP(StatedDuration, SurvivesAnyText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "1", "30", "h", "m", " ", ":", "PT", "~", ".", "5", "hours", "and", "(", ")", "-", "an "));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  if (const auto duration = parse_stated_duration(text)) {
    RC_ASSERT(parse_stated_duration(to_string(*duration)) == duration);
  }
}

}  // namespace
}  // namespace debrief
