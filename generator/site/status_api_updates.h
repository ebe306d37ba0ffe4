// The course of an incident as status pages tell it: a message for each step of it.
//
// Of an incident that is over, a post-mortem is written afterwards, and no message was ever sent:
// they are made of its times.
//
//   step          | at the time of
//   --------------|----------------------------------------------
//   investigating | started, or else detected
//   identified    | acknowledged
//   monitoring    | mitigated
//   resolved      | resolved
//
// Of an open one every entry of its timeline that has a time of day is a message as well: the
// timeline is how its authors keep their readers informed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/view/view.h"

namespace debrief {

struct StatusUpdate {
  std::string key;          // unique in the incident, and the same in the next build
  std::string_view status;  // "monitoring"
  Seconds time;
  std::string body;  // plain text
};

// In the order of time; each step only if the time of day is known. Where the times are in
// doubt, its start alone: of the others one is wrong, and nobody knows which. The text is that of
// the timeline's first entry of the step, or else the summary, or else the title.
std::vector<StatusUpdate> status_updates(const ViewIncident& incident);

// How far the incident is: an open one as far as its times say, to the day, or its `updates`. Of
// one that nobody calls open, even where nobody says how it ended, "resolved": clients take all
// else for ongoing.
std::string_view step_of(const ViewIncident& incident, const std::vector<StatusUpdate>& updates);

}  // namespace debrief
