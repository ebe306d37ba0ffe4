// Lengths of time as people state them: "279 minutes", "1d 5h 47m", "33h 15m (during support
// hours)", "~45m", "PT1H5M", "01:30:00", "half an hour". Not differences between times; those are
// computed in incident_times.h.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace debrief {

struct StatedDuration {
  std::chrono::seconds value{0};
  // The smallest unit that was written, a tenth of it for one decimal: a minute for "2 h 5 min",
  // six minutes for "1.5 hours". The author may have rounded by so much.
  std::chrono::seconds granularity{1};
  bool approximate = false;  // "~45m", "about 2 hours", "less than a minute"
  std::string remark;        // what else is said: "during support hours"

  bool operator==(const StatedDuration&) const = default;
};

// Absent for what cannot be read without a guess: "1:30" (hours or minutes?), "10-18 days", "over 2
// hours", "2 months".
std::optional<StatedDuration> parse_stated_duration(std::string_view text);

// "N/A", "?", "TBD", "-", "unknown" and nothing at all: there is a place for the duration, and
// nobody knows it.
bool says_not_known(std::string_view text);

// "1 d 5 h 47 min", "~45 min", "1.5 h", "1 d 9 h 15 min (during support hours)";
// parse_stated_duration of it gives the same value. Requires: a value that parse_stated_duration
// could give.
std::string to_string(const StatedDuration& duration);

}  // namespace debrief
