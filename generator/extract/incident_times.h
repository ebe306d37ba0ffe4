// When an incident started, was detected, acknowledged, mitigated and resolved, how long that took,
// and whether what its author states agrees.
//
// A function of its arguments alone: the public site computes its own figures from what is left of
// the document.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/extract/labelled_value.h"
#include "generator/extract/phase.h"
#include "generator/extract/stated_duration.h"
#include "generator/extract/timeline.h"

namespace debrief {

struct FrontMatterTimes {
  std::optional<Timestamp> started;
  std::optional<Timestamp> detected;
  std::optional<Timestamp> acknowledged;
  std::optional<Timestamp> mitigated;
  std::optional<Timestamp> resolved;
};

struct PhaseTime {
  enum class Source {
    front_matter,
    timeline_label,    // an entry that names the phase
    timeline_wording,  // an entry that tells of it: "Alert fires"
    timeline_first,  // the first entry, for the start of an incident of which only the day is given
  };
  Timestamp time;
  Source source = Source::front_matter;
  int line = 0;              // of the entry; 0: the front matter
  bool approximate = false;  // "~13:30"
};

// "the front matter", "the timeline (line 12)"
std::string describe(const PhaseTime& time);

// What the post-mortem itself says about a figure.
struct StatedFigure {
  std::string text;                        // as written
  std::optional<StatedDuration> duration;  // absent: not known, or not readable
  int line = 0;
  bool internal = false;
};

struct Figure {
  std::optional<std::chrono::seconds> value;  // never negative; absent if in doubt because negative
  std::optional<PhaseTime> from;
  std::optional<PhaseTime> to;
  bool approximate = false;
  bool in_doubt = false;  // to be left out of averages
  std::string doubt;      // why
  std::vector<StatedFigure> stated;

  // Whether there is anything to tell.
  bool is_empty() const { return !value && !in_doubt && stated.empty(); }
};

struct TimesProblem {
  int line = 0;
  std::string id;       // duration-contradicts; duration-of-a-part, which is a remark
  std::string message;  // one sentence, with the way out
  bool internal = false;
};

struct IncidentTimes {
  std::array<std::optional<PhaseTime>, 5> phases;  // by Phase
  Figure time_to_detect;                           // from the start
  Figure time_to_acknowledge;  // from the detection, or the start if that has no known time
  Figure time_to_mitigate;     // from the start
  Figure time_to_resolve;      // from the start
  std::vector<TimesProblem> problems;

  const std::optional<PhaseTime>& at(Phase phase) const {
    return phases.at(static_cast<std::size_t>(phase));
  }
};

// A time of the front matter counts if it has a time of day, else the timeline: the first entry
// that tells of the detection or the acknowledgement, the last that names the mitigation or the
// resolution, or else tells of it. The start is an entry that names it, else the first exact one on
// the day of the front matter or next to it. A bare day is kept where the timeline has nothing
// better, and gives no figure. Entries without a time of day do not count.
//
// `values` are the labelled values of the document; those that name no figure are passed over. A
// stated duration is compared to what its author may have rounded and a minute, or a fifth more if
// one of the two is approximate; not at all if its remark makes it count other minutes. One that
// fits a part of the timeline, up to its end, a mitigation or a resolution, may be of that part:
// the figure is in doubt all the same.
IncidentTimes incident_times(const FrontMatterTimes& front_matter, const Timeline& timeline,
                             const std::vector<LabelledValue>& values);

}  // namespace debrief
