// The timeline of a post-mortem as data, from whatever its author used: a list, a table,
// sub-headings, lines of a paragraph.
//
// A time that says less than date, clock and zone is completed from around it, the nearest first:
// its row or item, the head of its column, the date above it, the entry before, the heading, a
// sentence such as "All times in CET", the front matter. What cannot be completed without a guess
// is unknown, and kept as written. Nothing is dropped: each row and each item is an entry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"
#include "generator/extract/phase.h"
#include "generator/markdown/document.h"

namespace debrief {

struct TimelineEntry {
  enum class Certainty {
    exact,        // `time` is what was written, to its precision: a day may be all of it
    approximate,  // "~13:30", or a day whose time of day stands open ("2019-12-03 --:--")
    unknown,      // no `time`
  };

  std::string written;            // the time as its author wrote it; empty if there is none
  std::optional<Timestamp> time;  // precision: minute or day
  std::optional<Timestamp> end;   // of a range
  Certainty certainty = Certainty::unknown;
  std::optional<Phase> phase;
  bool phase_is_labelled = false;
  std::vector<Node> text;    // inline, without the time
  std::vector<Node> blocks;  // what hangs below
  std::string who;           // of a table with such a column
  int line = 0;              // 1-based, in the file
  bool internal = false;     // inside a redaction mark, or its time is
};

struct TimelineProblem {
  int line = 0;
  std::string id;       // impossible-time, timeline-order, ambiguous-zone
  std::string message;  // one sentence, with the way out
  bool internal = false;
};

struct Timeline {
  std::vector<TimelineEntry> entries;  // as they stand in the file, of all timeline sections
  std::vector<TimelineProblem> problems;
};

struct TimelineContext {
  std::optional<Timestamp> started;  // of the front matter; of less than a day, its year is used
  const TimeZone* home = nullptr;    // of the knowledge base: tells which CST, IST or BST is meant
};

// Reads the sections of the kind "timeline", wherever they are.
Timeline read_timeline(const Outline& body, const TimelineContext& context);

}  // namespace debrief
