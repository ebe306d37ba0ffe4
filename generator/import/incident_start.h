// When an incident started, settled from all that its text, its name and its history say.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"
#include "generator/extract/timeline.h"
#include "generator/import/git_history.h"
#include "generator/import/origin.h"
#include "generator/import/remark.h"
#include "generator/import/time_claims.h"
#include "generator/markdown/document.h"

namespace debrief {

struct TimeClaim {
  StatedTime time;
  Origin origin;
};

struct StartEvidence {
  const std::vector<TimeClaim>& claims;  // the most trusted first
  const std::optional<Timestamp>& year;  // of an id or a name: when the text was written
  const Outline& body;                   // for its timeline
  const FirstCommit* first_commit;       // may be null
};

struct IncidentStart {
  std::optional<Timestamp> time;  // of any precision; absent if nothing says when
  Origin origin;
  Timeline timeline;  // completed with what the claims know
  // Where the timeline says its zone, and it is one throughout: no other clock was meant above it.
  std::optional<std::chrono::minutes> offset;
  std::vector<Remark> remarks;
};

// The same clock, at the offset, if the time came without one.
Timestamp with_offset(Timestamp time, const std::optional<std::chrono::minutes>& offset);

// The first claim, made more precise by later ones and by the timeline where they agree; else the
// first entry of the timeline, else git history unless the year speaks against it, else the year.
IncidentStart settle_start(const StartEvidence& evidence, const TimeZone* zone);

}  // namespace debrief
