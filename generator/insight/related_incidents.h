// Which incidents of a view are like each other, and why. How that is computed: likeness.h.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "generator/insight/incident_words.h"
#include "generator/view/view.h"

namespace debrief {

struct RelatedIncident {
  IncidentIndex incident = 0;
  int likeness = 0;  // 0 to 100, rounded down
  // What both have, that which ties them most first: a few words as the incident that is asked for
  // writes them, and places in View::services and View::causes.
  std::vector<std::string> words;
  std::vector<std::size_t> services;
  std::vector<std::size_t> causes;
};

// For each incident of the view those most like it, at most `most`; not those that its author
// names already (repeats, repeated_by, related), nor any that has hardly anything in common or is
// far behind the one most like it. Words are compared as in the language of the view.
std::vector<std::vector<RelatedIncident>> related_incidents(const View& view, std::size_t most,
                                                            unsigned jobs);

// The incidents of the view that are most like a draft, at most `most`, the most like first. It
// has few words, so each of them says more: two things in common are a reason, or all there is.
std::vector<RelatedIncident> incidents_like(const View& view, const IncidentDraft& draft,
                                            std::size_t most, unsigned jobs);

// Those that the author of an incident names already, by place in the view.
std::set<IncidentIndex> named_incidents(const ViewIncident& incident);

}  // namespace debrief
