// What a post-mortem says is still to be done, in the ways people write it.
//
//   - [ ] [P1] Add connection leak detection - @alice - Due 2026-02-15
//   - [x] Add connection leak detection - Owner: Alice - Due: 2026-02-15
//   - Add connection leak detection (P1, Owner: Alice, Due: February 15)
//   | Action | Type | Owner | Due | Status | Ticket |
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/markdown/document.h"

namespace debrief {

struct ActionItem {
  std::vector<Node> text;  // inline: what is to be done, without the rest
  bool done = false;
  bool dropped = false;  // it will not be done: "won't fix", "~~text~~"; never with done
  // What its status says of what is still to be done, if that is more than "open": "In progress:
  // four of six".
  std::string progress;
  bool internal = false;            // inside a redaction mark
  std::string type;                 // "prevent", "detect", "mitigate", "process", "investigate", or
                                    // another in lower case as written; empty if not said
  std::string priority;             // "P1"
  std::vector<std::string> owners;  // handles without '@', or names, as written
  std::optional<Timestamp> due;     // a day
  std::string due_text;             // what stands where a day was expected and is none
  std::optional<Timestamp> completed;  // a day; absent if not said, even if it is done
  std::string ticket;                  // its text
  LinkTarget ticket_link;
  int line = 0;
};

// The items of an action-items section, sub-sections included, in order. A date without a
// year is the first such date on or after the day of `not_before`.
std::vector<ActionItem> read_action_items(const Section& section,
                                          const std::optional<Timestamp>& not_before);

}  // namespace debrief
