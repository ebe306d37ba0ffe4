// The day within a written time: "2026-02-15", "Feb 15, 2026", "15.02.2026", "2/15",
// "2022-02-??". A part of written_time.h, which says where it may stand.
#pragma once

#include <optional>
#include <string>

#include "generator/extract/text_cursor.h"

namespace debrief {

struct WrittenDate {
  std::optional<int> year;
  int month = 1;
  int day = 1;

  bool operator==(const WrittenDate&) const = default;
};

struct DateText {
  std::optional<WrittenDate> date;
  bool unknown = false;      // a digit or more stands open
  std::string impossible;    // why no calendar has it
  bool is_weak = false;      // may as well begin a sentence: "May 29 nodes went down"
  bool needs_clock = false;  // "15.02.": only together with a time of day
};

std::optional<DateText> take_date(TextCursor& cursor);

}  // namespace debrief
