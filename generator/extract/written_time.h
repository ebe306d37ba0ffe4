// A time at the beginning of a line, as people write it in timelines: "14:32", "[14:32 UTC]",
// "2026-02-15 14:32", "Feb 15, 2:32 PM", "13:30 – 13:45", "~13:30", "14:??", "--:--".
//
// Says what was written, and no more: a clock time has no date here, and a date may have no year.
// What is missing is found in timeline.h.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "generator/extract/date_text.h"
#include "generator/extract/zone_statement.h"

namespace debrief {

struct WrittenTime {
  std::optional<WrittenDate> date;
  std::optional<std::chrono::seconds> clock;  // since midnight; up to 24:00
  std::optional<WrittenDate> end_date;        // of a range
  std::optional<std::chrono::seconds> end_clock;
  std::optional<StatedZone> zone;
  bool approximate = false;  // "~13:30", "10:45~", "around 13:30"
  bool unknown = false;      // a part of it stands open: "14:??", "2022-02-?? ??:??", "HH:mm"
  std::string impossible;    // why no calendar or clock has it: "there is no month 13"

  bool operator==(const WrittenTime&) const = default;
};

struct WrittenTimeAt {
  WrittenTime time;
  std::size_t begin = 0;  // of the time without brackets, in bytes
  std::size_t end = 0;    // of the time without brackets
  std::size_t next = 0;   // where the text goes on, behind brackets and a separator (" - ", ":")
};

// The time at the beginning of a text; absent if there is none ("3 nodes went down", "10.0.0.1 is
// down", "2021 was bad"). What is a time but cannot be is returned with the reason. Looks at the
// first 100 bytes or so, however long the text.
std::optional<WrittenTimeAt> read_written_time(std::string_view text);

// "~2026-02-15 14:32 – 2026-02-15 15:00 CET", "Feb 15, 14:32", "2026-02-15 --:--";
// reading it gives the same value. Requires: nothing impossible.
std::string to_string(const WrittenTime& time);

}  // namespace debrief
