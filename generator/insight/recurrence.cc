#include "generator/insight/recurrence.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace debrief {

namespace {

// Of 100; what is less alike is another story in the same place.
constexpr int kLikely = 20;
constexpr std::size_t kLeastWords = 3;

// Which incidents are one chain: each points, in the end, to the chain's first.
class Sets {
 public:
  explicit Sets(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parents_;
};

using Neighbours = std::vector<IncidentIndex> ViewIncident::*;

// A circle ends where it began.
std::vector<IncidentIndex> reached(const View& view, IncidentIndex from, Neighbours neighbours) {
  std::set<IncidentIndex> seen;
  std::vector<IncidentIndex> next = {from};
  while (!next.empty()) {
    const IncidentIndex at = next.back();
    next.pop_back();
    for (const IncidentIndex other : view.incidents()[at].*neighbours) {
      if (other != from && seen.insert(other).second) next.push_back(other);
    }
  }
  return {seen.begin(), seen.end()};
}

}  // namespace

std::vector<IncidentIndex> times_before(const View& view, IncidentIndex incident) {
  return reached(view, incident, &ViewIncident::repeats);
}

std::vector<IncidentIndex> times_after(const View& view, IncidentIndex incident) {
  return reached(view, incident, &ViewIncident::repeated_by);
}

std::vector<Chain> recurrence_chains(const View& view, const std::vector<RegisterItem>& items) {
  Sets sets(view.incidents().size());
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    for (const IncidentIndex earlier : view.incidents()[i].repeats) sets.join(i, earlier);
  }
  // The view has the newest first, so a chain is found by its newest, and filled from the back.
  std::map<std::size_t, Chain> chains;
  std::map<IncidentIndex, ChainLink*> links;
  for (IncidentIndex i = view.incidents().size(); i-- > 0;) {
    const ViewIncident& incident = view.incidents()[i];
    if (incident.repeats.empty() && incident.repeated_by.empty()) continue;
    chains[sets.find(i)].links.push_back({i, {}});
  }
  for (auto& [newest, chain] : chains) {
    for (ChainLink& link : chain.links) links[link.incident] = &link;
  }
  for (const RegisterItem& item : items) {
    if (const auto link = links.find(item.incident); link != links.end()) {
      link->second->items.push_back(item);
    }
  }
  std::vector<Chain> ordered;
  for (auto& [newest, chain] : chains) {
    if (chain.links.size() > 1) ordered.push_back(std::move(chain));
  }
  return ordered;
}

std::vector<LikelyRepeat> likely_repeats(const View& view,
                                         const std::vector<std::vector<RelatedIncident>>& related) {
  std::vector<LikelyRepeat> found;
  for (IncidentIndex i = 0; i < related.size(); ++i) {
    for (const RelatedIncident& other : related[i]) {
      const bool is_earlier = i < other.incident && view.incidents()[other.incident].started;
      if (is_earlier && other.likeness >= kLikely && !other.causes.empty() &&
          !other.services.empty() && other.words.size() >= kLeastWords) {
        found.push_back({i, other});
        break;  // the one most like it
      }
    }
  }
  return found;
}

}  // namespace debrief
