// What happened in some days, for those who do not read every post-mortem: what was learned, what
// is still to be done, what came back. Not a timeline.
//
// Days are those of the view's time zone. A digest of the public view has incidents and what was
// learned from them, and nothing else: owners, days and reviews are not for the public.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/insight/action_register.h"
#include "generator/insight/recurrence.h"
#include "generator/insight/related_incidents.h"
#include "generator/view/view.h"

namespace debrief {

struct DigestIncident {
  IncidentIndex incident = 0;
  // Which of these brought it into the digest; at least one.
  bool has_started = false;            // in these days
  bool was_resolved = false;           // in these days
  bool is_open = false;                // still, whenever it started
  std::vector<std::string> learnings;  // key_learnings(); may be empty
  std::vector<RegisterItem> to_do;     // its open action items, in the order of the register

  bool operator==(const DigestIncident&) const = default;
};

// An incident of these days that is an earlier one again, as its author says.
struct DigestRepeat {
  IncidentIndex incident = 0;
  std::vector<ChainLink> earlier;  // the times before, the oldest first, with what was to be done

  bool operator==(const DigestRepeat&) const = default;
};

struct Digest {
  Day first, today;                       // both are part of it
  std::vector<DigestIncident> incidents;  // in the order of the view: newest first
  std::vector<RegisterItem> overdue;      // that became so in these days, and still are
  std::vector<RegisterItem> completed;    // in these days
  std::vector<DigestRepeat> repeats;
  std::vector<LikelyRepeat> likely_repeats;  // of incidents that started in these days
  std::vector<IncidentIndex> published;      // whose post-mortem was done in these days
  // Resolved for more than two days, neither reviewed nor published, whenever they were.
  std::vector<IncidentIndex> unreviewed;

  bool is_empty() const;
};

// `items` is the register of the view on that day (action_register), `related` is of the same view
// (related_incidents). Requires: first <= today.
Digest digest(const View& view, std::span<const RegisterItem> items,
              const std::vector<std::vector<RelatedIncident>>& related, Day first, Day today);

// The last incident that started before `day`, if there was one.
std::optional<IncidentIndex> last_incident_before(const View& view, Day day);

}  // namespace debrief
