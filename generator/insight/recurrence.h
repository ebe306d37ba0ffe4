// Incidents that happened again, and whether what was to prevent that had been done.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/insight/action_register.h"
#include "generator/insight/related_incidents.h"
#include "generator/view/view.h"

namespace debrief {

// All that an incident is again, and all that was it again, near or far: its own `repeats`, theirs,
// and so on. In the order of the view, each once; never the incident itself.
std::vector<IncidentIndex> times_before(const View& view, IncidentIndex incident);
std::vector<IncidentIndex> times_after(const View& view, IncidentIndex incident);

struct ChainLink {
  IncidentIndex incident = 0;
  std::vector<RegisterItem> items;  // its action items, in the order of the register

  bool operator==(const ChainLink&) const = default;
};

// Incidents that are the same one again, as their authors say (`repeats`), at whatever distance.
struct Chain {
  std::vector<ChainLink> links;  // the oldest first, at least two
};

// Those that came back last come first. `items` is the register of the view.
std::vector<Chain> recurrence_chains(const View& view, const std::vector<RegisterItem>& items);

// An incident that may be an earlier one again, though nobody says so: both share a cause and a
// service, and their words are alike.
struct LikelyRepeat {
  IncidentIndex incident = 0;  // the later one
  RelatedIncident earlier;
};

// Of each later one that most like it; the newest first. `related` is of the same view
// (related_incidents).
std::vector<LikelyRepeat> likely_repeats(const View& view,
                                         const std::vector<std::vector<RelatedIncident>>& related);

}  // namespace debrief
