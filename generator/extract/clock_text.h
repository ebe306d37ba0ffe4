// The time of day within a written time: "14:32", "2:32 PM", "14h32", "1432Z", "14:??". A part of
// written_time.h, which says where it may stand.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "generator/extract/text_cursor.h"

namespace debrief {

enum class HalfOfDay { none, am, pm };

struct ClockText {
  std::optional<std::chrono::seconds> clock;  // since midnight; up to 24:00
  bool unknown = false;                       // a digit or more stands open: "14:??", "HH:mm"
  std::string impossible;                     // why no clock shows it
  HalfOfDay half = HalfOfDay::none;           // "AM" or "PM" behind it
  bool has_seconds = false;
  bool is_weak = false;  // may as well be a number: "14.43"
};

std::optional<ClockText> take_clock(TextCursor& cursor);

// "??", "xx", "--", "MM" in the place of two digits.
bool take_unknown_digits(TextCursor& cursor);

}  // namespace debrief
