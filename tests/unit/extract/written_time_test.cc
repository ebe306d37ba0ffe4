#include "generator/extract/written_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

// "14:32 | the text behind it"
std::string read(std::string_view text) {
  const auto found = read_written_time(text);
  if (!found) return "none";
  std::string out = found->time.impossible.empty() ? to_string(found->time)
                                                   : "impossible: " + found->time.impossible;
  if (found->time.unknown) out += " unknown";
  return out + " | " + std::string(text.substr(found->next));
}

// Question marks are escaped because two of them and a dash are a trigraph.
TEST(WrittenTime, IsReadAsPeopleWriteIt) {
  const struct {
    std::string_view text;
    std::string_view read;
  } kCases[] = {
      {"14:32 - text", "14:32 | text"},
      {"14:32 UTC text", "14:32 UTC | text"},
      {"[14:32] text", "14:32 | text"},
      {"[14:32 UTC] text", "14:32 UTC | text"},
      {"[14:32] UTC text", "14:32 UTC | text"},
      {"14:32: text", "14:32 | text"},
      {"2026-02-15 14:32 - text", "2026-02-15 14:32 | text"},
      {"2026-02-15T14:32:00+01:00 text", "2026-02-15 14:32 +01:00 | text"},
      {"2026-02-15T14:32Z - text", "2026-02-15 14:32 Z | text"},
      {"2026-02-15   14:32 UTC", "2026-02-15 14:32 UTC | "},
      {"8:30 text", "08:30 | text"},
      {"14.43 - text", "14:43 | text"},
      {"14.43 seconds", "none"},
      {"14h32 text", "14:32 | text"},
      {"2:32 PM text", "14:32 | text"},
      {"2pm - text", "14:00 | text"},
      {"2 p.m. text", "14:00 | text"},
      {"12 am - text", "00:00 | text"},
      {"12pm: x", "12:00 | x"},
      {"1432Z text", "14:32 Z | text"},
      {"1432 UTC - text", "14:32 UTC | text"},
      {"14:32 (UTC) - text", "14:32 UTC | text"},
      {"14:32 CET text", "14:32 CET | text"},
      {"14:32 +01:00 text", "14:32 +01:00 | text"},
      {"14:32 UTC-7 text", "14:32 UTC-7 | text"},
      {"14:32 UTC - 7 pods", "14:32 UTC | 7 pods"},
      {"Feb 15, 14:32 - x", "Feb 15, 14:32 | x"},
      {"15 Feb 2026 14:32 x", "2026-02-15 14:32 | x"},
      {"2/15 14:32 x", "Feb 15, 14:32 | x"},
      {"15.02.2026 14:32 x", "2026-02-15 14:32 | x"},
      {"15.02. 14:32 x", "Feb 15, 14:32 | x"},
      {"Monday, Feb 15, 2026 at 2:32 PM PST: x", "2026-02-15 14:32 PST | x"},
      {"Mon 14:32 x", "14:32 | x"},
      {"2021-12-10", "2021-12-10 | "},
      {"May 29", "May 29 | "},
      {"May 29, 2021", "2021-05-29 | "},
      {"May 29 nodes went down", "none"},
      {"13:30-13:45 text", "13:30 – 13:45 | text"},
      {"13:30 – 13:45 text", "13:30 – 13:45 | text"},
      {"2020-10-06 09:00 - 11:00", "2020-10-06 09:00 – 11:00 | "},
      {"12:26-12:?\?", "12:26 | "},
      {"2022-08-03 12:26-12:?\?", "2022-08-03 12:26 | "},
      {"from 13:30 to 13:45 text", "13:30 – 13:45 | text"},
      {"From 13:30 on, requests fail", "13:30 | From 13:30 on, requests fail"},
      {"between 13:30 and 13:45: x", "13:30 – 13:45 | x"},
      {"~13:30 text", "~13:30 | text"},
      {"10:45~", "~10:45 | "},
      {"2020-11-17 10:45~", "~2020-11-17 10:45 | "},
      {"approx. 13:30 - text", "~13:30 | text"},
      {"around 13:30 text", "~13:30 | text"},
      {"about 20 nodes", "none"},
      {"ca. 13:30 x", "~13:30 | x"},
      {"~2025-03-03 19:30", "~2025-03-03 19:30 | "},
      {"14:?\? - text", "--:-- unknown | text"},
      {"?\?:?\? text", "--:-- unknown | text"},
      {"--:-- text", "--:-- unknown | text"},
      {"2022-02-?\? ?\?:?\?", "--:-- unknown | "},
      {"2024-03-13 HH:mm", "2024-03-13 --:-- unknown | "},
      {"xx:xx - x", "--:-- unknown | x"},
      {"2019-12-03 --:--", "2019-12-03 --:-- unknown | "},
      {"20xx-MM-DD HH:mm", "--:-- unknown | "},
      {"HH:mm", "--:-- unknown | "},
      {"20202-01-16 12:00", "impossible: the year is 20202 | "},
      {"2026-02-30", "impossible: there is no 30 February 2026 | "},
      {"25:61 x", "impossible: no clock shows 25:61 | x"},
      {"2026-13-01 12:00", "impossible: there is no month 13 | "},
      {"3 nodes went down", "none"},
      {"14 alerts fired", "none"},
      {"503s rise", "none"},
      {"10.0.0.1 is down", "none"},
      {"2021 was bad", "none"},
      {"1.5 million requests", "none"},
      {"2-4pm - x", "none"},
      {"10:30-1:15 PM x", "10:30 – 13:15 | x"},
      {"11:30 PM - 12:15 AM x", "23:30 – 00:15 | x"},
      {"14:32 - 14:30 backup failed", "14:32 | 14:30 backup failed"},
      {"14:32 - 14:35 - x", "14:32 – 14:35 | x"},
      {"23:50 - 00:10", "23:50 – 00:10 | "},
      {"2026-02-15 – 2026-02-17: x", "2026-02-15 – 2026-02-17 | x"},
      {"2026-02-15 - 14:32 - x", "2026-02-15 14:32 | x"},
      {"24/7 support", "none"},
      {"1/2 of requests", "none"},
      {"2/15: x", "Feb 15 | x"},
      {"15/02/2026 14:32 x",
       "impossible: there is no month 15 (15/02/2026 is read as month/day) | x"},
      {"2/15/26 14:32 x", "impossible: a year has four digits here | x"},
      {"14:32, 15 Feb 2026 - x", "2026-02-15 14:32 | x"},
      {"14:32 UTC on Feb 15: x", "Feb 15, 14:32 UTC | x"},
      {"?\? - x", "--:-- unknown | x"},
      {"TBD - x", "--:-- unknown | x"},
      {"14:32 ET - x", "14:32 ET | x"},
      {"14:32 Pacific Time - x", "14:32 Pacific Time | x"},
      {"14:32 Central database fails", "14:32 | Central database fails"},
      {"14:32:05.123 x", "14:32:05 | x"},
      {"12:34:56:78:9a:bc joins", "none"},
      {"::1 is", "none"},
      {"127.0.0.1:8080 refused", "none"},
      {"16:9 video", "none"},
      {"2026.11.1 released", "none"},
      {"14:32h - x", "14:32 | x"},
      {"14:32 Uhr - x", "14:32 | x"},
      {"14:30ish x", "~14:30 | x"},
      {"14:30? - x", "~14:30 | x"},
      {"24:00 x", "24:00 | x"},
      {"14:32 AM x", "impossible: 14:32 is not in the morning | x"},
      {"2026-02-15 14:32:00 -0700 x", "2026-02-15 14:32 -0700 | x"},
      {"09:00-07:00 x", "09:00 – 07:00 | x"},
      {"14:32->x", "14:32 | x"},
      {"14:32-Alert", "14:32 | Alert"},
      {"14:32–14:35 UTC — x", "14:32 – 14:35 UTC | x"},
      {"14:32 UTC – 14:35 UTC x", "14:32 – 14:35 UTC | x"},
      {"(14:32) x", "14:32 | x"},
      {"14:32", "14:32 | "},
      {"At 14:32 the alert fired", "14:32 | the alert fired"},
      {"Feb 30, 14:32 x", "impossible: there is no 30 February | x"},
      {"Sept 31: x", "impossible: there is no 31 September | x"},
      {"29 Feb 10:00 x", "Feb 29, 10:00 | x"},
      {"2026-02-29 10:00 x", "impossible: there is no 29 February 2026 | x"},
      {"14:32 CET/CEST x", "14:32 CET/CEST | x"},
      {"14:32 IST x", "14:32 IST | x"},
      {"14:32 Europe/Berlin x", "14:32 Europe/Berlin | x"},
      {"14:32 Europe/Nowhere x", "14:32 | Europe/Nowhere x"},
      {"[resolved] x", "none"},
      {"(approx.) 14:32", "none"},
      {"2026-02-15 14:32 (approx.) x", "~2026-02-15 14:32 | x"},
      {"1:30pm-2pm x", "13:30 – 14:00 | x"},
      {"14:3? x", "--:-- unknown | x"},
      {"5:00 PM EST - x", "17:00 EST | x"},
      {"14.30 Uhr: x", "14:30 | x"},
      {"15-Feb-2026 14:32 x", "2026-02-15 14:32 | x"},
      {"12:26-12:?\? x", "12:26 | x"},
      {"[14:32–14:35 UTC] x", "14:32 – 14:35 UTC | x"},
      {"14:32 −07:00 x", "14:32 −07:00 | x"},
      {"2026-02-15T14:32-07:00 x", "2026-02-15 14:32 -07:00 | x"},
      {"12:5 x", "none"},
      {"1/2: x", "Jan 2 | x"},
      {"2026-02-15 at 14:32 x", "2026-02-15 14:32 | x"},
      {"2026-02-15, 14:32 x", "2026-02-15 14:32 | x"},
      {"2022-02-?\? - x", "--:-- unknown | x"},
      {"N/A - x", "--:-- unknown | x"},
      {"99:99 x", "impossible: no clock shows 99:99 | x"},
      {"2026-02-15 25:00 x", "impossible: no clock shows 25:00 | x"},
      {"24:01 x", "impossible: no clock shows 24:01 | x"},
      {"0:30 am x", "00:30 | x"},
      {"Sunday 2026-02-15 x", "2026-02-15 | x"},
      {"14:32; x", "14:32 | x"},
      {"14:32, x", "14:32 | x"},
      {"14:32 → x", "14:32 | x"},
      {"14:32 | x", "14:32 | x"},
      {"  14:32 - x", "14:32 | x"},
      {"", "none"},
      {"14:32 UTC+5:30 x", "14:32 UTC+5:30 | x"},
      {"May 5, 10:32 x", "May 5, 10:32 | x"},
      {"sat on the fence", "none"},
      {"May the force", "none"},
      {"March 2026 was slow", "none"},
      {"1432 nodes", "none"},
      {"2:15 x", "02:15 | x"},
      {"60% of 14:32 x", "none"},
      {"(14:32 x", "none"},
      {"14:32%", "none"},
      {"14:32/15:32", "none"},
      {"2-4pm x", "none"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read(c.text), c.read) << c.text;
}

std::string written(std::string_view text) {
  const auto found = read_written_time(text);
  return found ? std::string(text.substr(found->begin, found->end - found->begin)) : "none";
}

TEST(WrittenTime, IsKeptAsWritten) {
  EXPECT_EQ(written("[14:32] text"), "14:32");
  EXPECT_EQ(written("[14:32] UTC text"), "[14:32] UTC");
  EXPECT_EQ(written("~ 14:32 (UTC) - text"), "~ 14:32 (UTC)");
  EXPECT_EQ(written("From 13:30 on, requests fail"), "From 13:30");
  EXPECT_EQ(written("2020-10-06 09:00 - 11:00 - text"), "2020-10-06 09:00 - 11:00");
  EXPECT_EQ(written("2026-02-30: text"), "2026-02-30");
}

TEST(WrittenTime, LooksNoFurtherThanATimeIsLong) {
  EXPECT_EQ(read("14:32 - " + repeated("x", 100'000)).substr(0, 9), "14:32 | x");
  EXPECT_EQ(read(repeated("1", 100'000)), "none");
  EXPECT_EQ(read(repeated("~", 100'000)), "none");
  EXPECT_EQ(read(repeated(" ", 100'000)), "none");
}

WrittenDate any_date() {
  WrittenDate date;
  if (*rc::gen::arbitrary<bool>()) date.year = *rc::gen::inRange(1970, 2200);
  date.month = *rc::gen::inRange(1, 13);
  date.day = *rc::gen::inRange(1, 29);
  return date;
}

seconds any_clock() {
  return seconds(*rc::gen::inRange(0, 86400));
}

WrittenTime any_time() {
  WrittenTime time;
  if (*rc::gen::arbitrary<bool>()) time.date = any_date();
  if (!time.date || *rc::gen::arbitrary<bool>()) time.clock = any_clock();
  time.approximate = *rc::gen::arbitrary<bool>();
  if (*rc::gen::inRange(0, 5) == 0) {
    time.unknown = true;
    if (time.date) time.clock.reset();
  }
  if (time.clock && !time.unknown) {
    if (*rc::gen::arbitrary<bool>()) {
      const auto zone = *rc::gen::element<std::string>("UTC", "CET", "UTC-7", "Pacific Time",
                                                       "Europe/Berlin", "IST", "PT");
      time.zone = read_zone(zone)->zone;
    }
    if (*rc::gen::arbitrary<bool>()) {
      time.end_clock = any_clock();
      if (time.date && *rc::gen::arbitrary<bool>()) time.end_date = any_date();
    }
  }
  return time;
}

RC_GTEST_PROP(WrittenTime, IsTheSameWhenReadAgain, ()) {
  const WrittenTime time = any_time();
  const std::string text = to_string(time);
  RC_LOG() << text;
  const auto again = read_written_time(text);
  RC_ASSERT(again.has_value());
  RC_LOG() << to_string(again->time);
  RC_ASSERT(again->time == time);
  RC_ASSERT(again->next == text.size());
  const auto in_list = read_written_time(text + " - Rollback");
  RC_ASSERT(in_list.has_value());
  RC_ASSERT(in_list->time == time);
}

RC_GTEST_PROP(WrittenTime, SurvivesAnyText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "14", ":", "32", " ", "-", "2026", "-02-", "/", ".", "?\?", "~", "(", ")", "[", "UTC", "Feb ",
      "pm", "T", "Z", "+", "–", "99", "\xC2", "from ", "to ", "HH:mm", "CET"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  const auto found = read_written_time(text);
  if (!found) return;
  RC_ASSERT(found->begin <= found->end);
  RC_ASSERT(found->end <= text.size());
  RC_ASSERT(found->next <= text.size());
  if (found->time.impossible.empty()) {
    if (found->time.clock) RC_ASSERT(*found->time.clock <= hours(24));
    to_string(found->time);
  }
}

}  // namespace
}  // namespace debrief
