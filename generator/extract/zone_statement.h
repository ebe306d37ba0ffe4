// Time zones as people name them: "UTC", "UTC-7", "CET", "Pacific Time (PT)", "Europe/Berlin"; and
// where a heading or a sentence says in which zone the times around it are.
//
// An abbreviation is what it says: CET is UTC+1 in July, too. Ones that stand for several zones
// (CST, IST, BST) are told apart by the zone of the knowledge base, or not at all.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"

namespace debrief {

struct StatedZone {
  enum class Kind {
    offset,     // always `offset` from UTC
    region,     // `region` says what the clocks showed at that time
    ambiguous,  // an abbreviation of several zones: `written`
  };
  Kind kind = Kind::offset;
  std::chrono::minutes offset{0};  // east positive
  std::optional<TimeZone> region;
  std::string written;  // "UTC-7", "CET", "Pacific Time"

  // Two of the same text are the same.
  bool operator==(const StatedZone& other) const {
    return kind == other.kind && offset == other.offset && written == other.written;
  }
};

// A moment, and how far the author's clock was from UTC then.
struct ZonedTime {
  Seconds utc;
  std::chrono::minutes offset{0};
};

// When a clock of the zone shows `clock` (which is written as if it were UTC). Absent if the zone
// is ambiguous and `home`, which may be null, does not use that abbreviation at that time.
std::optional<ZonedTime> resolve(const StatedZone& zone, Seconds clock, const TimeZone* home);

struct ZoneAt {
  StatedZone zone;
  std::size_t length = 0;  // bytes, brackets included
};

// A zone at the very beginning, as it stands behind a time: "UTC", "(CET)", "UTC+05:30", "PT",
// "Eastern Time", "Europe/Berlin". Not a bare "+01:00": whether that is a zone, what stands before
// it tells.
std::optional<ZoneAt> read_zone(std::string_view text);

// The zone in a heading or the head of a column: "Timeline (UTC)", "Date and Time in CET",
// "Time (Europe/Berlin)".
std::optional<StatedZone> zone_of_title(std::string_view text);

// The zone that a sentence gives for all times: "All times are in CET.", "Timezone: CEST", "(all
// times UTC)". Not that of a single time in it: "The backup runs at 02:00 UTC."
std::optional<StatedZone> zone_of_prose(std::string_view text);

}  // namespace debrief
