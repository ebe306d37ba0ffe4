// The entries of a timeline as they stand in the document, each with what is said around it about
// its date and zone. timeline.h makes times of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/extract/timeline.h"
#include "generator/extract/written_time.h"
#include "generator/extract/zone_statement.h"
#include "generator/markdown/document.h"

namespace debrief {

struct UndatedEntry {
  TimelineEntry entry;              // without `time`, `end` and `certainty`
  std::optional<WrittenTime> time;  // absent: no time is written that can be read
  std::optional<StatedZone> zone;   // of the column, the heading or the text around it
  std::optional<WrittenDate> date;  // of the heading or line above it
  int date_line = 0;                // which one: entries below the same one share it
  int timeline = 0;                 // which section: each begins anew
};

// What headings and sentences above say for the entries below.
struct TimelineScope {
  std::optional<StatedZone> heading_zone;
  std::optional<StatedZone> prose_zone;
  std::optional<WrittenDate> date;
  int date_line = 0;
  bool internal = false;

  const std::optional<StatedZone>& zone() const { return heading_zone ? heading_zone : prose_zone; }
};

// The entries of all sections of the kind "timeline", in order.
std::vector<UndatedEntry> undated_entries(const Outline& body);

// A date somewhere in a heading: "Timeline - May 29, 2021".
std::optional<WrittenDate> date_in_title(std::string_view title);

// Whether something that is shown is marked; `begin` and `end` are bytes of plain_text(nodes).
bool is_marked(const std::vector<Node>& nodes, std::size_t begin, std::size_t end);

}  // namespace debrief
