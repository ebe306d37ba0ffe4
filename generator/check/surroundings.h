// What can be seen of the rest of a knowledge base only, where a part of it is reviewed.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// An earlier post-mortem that one is very like, and does not name.
struct SimilarIncident {
  std::string id;
  std::string title;
  std::vector<std::string> in_common;  // causes, services, words; some of them
};

// By the path of the one that is like it.
using SimilarIncidents = std::map<std::string, SimilarIncident, std::less<>>;

// One of so many that are most like an incident has to be the earlier one.
inline constexpr std::size_t kMostSimilar = 3;

// Of each incident of the view the earlier one most like it, if that is at least `percent` like it.
SimilarIncidents similar_incidents(const View& view, int percent, unsigned jobs);

// A post-mortem of another branch that has the same id.
struct TakenId {
  std::string branch;
  std::string path;
};

struct Surroundings {
  SimilarIncidents similar;
  std::map<std::string, TakenId, std::less<>> taken;  // by the path of the one here
};

}  // namespace debrief
