// Which incidents are like each other, and why.
//
// An incident is a list of its telling words, of its services and of its causes, each with a weight
//
//   log2(1 + frequency) * log2(incidents / incidents that have it)
//
// (tf-idf). A word of the title counts as often as six of the text, one of the summary as three; a
// place inside another word is half a place (search/term_counts.h). A word of very many incidents
// counts in titles and summaries only. How alike two are is the cosine of the angle between their
// lists: Salton, Wong and Yang, "A Vector Space Model for Automatic Indexing", Communications of
// the ACM 18 (1975). Words of the names of services that both have are left out of it, for they
// would count twice. What two have in common is found through lists of who has a word, so the cost
// grows with what is shared, not with the number of pairs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

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

// What is known of an incident before anything is written about it.
struct IncidentDraft {
  std::string title;
  std::vector<std::size_t> services;  // in View::services
  std::vector<std::size_t> causes;    // in View::causes
};

// The incidents of the view that are most like such a one, at most `most`, the most like first. It
// has few words, so each of them says more: two things in common are a reason, or all there is.
std::vector<RelatedIncident> incidents_like(const View& view, const IncidentDraft& draft,
                                            std::size_t most, unsigned jobs);

}  // namespace debrief
