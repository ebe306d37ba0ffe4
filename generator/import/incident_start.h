// When an incident started, settled from all that its text, its name and its history say.
#pragma once

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
  std::vector<Remark> remarks;
};

// The first claim, made more precise by later ones and by the timeline where they agree; else the
// first entry of the timeline, else git history unless the year speaks against it, else the year.
IncidentStart settle_start(const StartEvidence& evidence, const TimeZone* zone);

}  // namespace debrief
