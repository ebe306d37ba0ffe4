#include "generator/insight/related_incidents.h"

#include <algorithm>
#include <map>
#include <utility>

#include "generator/base/parallel.h"
#include "generator/insight/likeness.h"

namespace debrief {
namespace {

// What a title has in common with whole texts is never much.
constexpr double kLeastLikenessOfDraft = 0.05;
constexpr std::size_t kLeastSharedOfDraft = 2;

// Keys are places in the view.
class Places {
 public:
  Places(const View& view, const WordTable& table) {
    for (std::size_t i = 0; i < view.services().size(); ++i) {
      if (const auto key = table.find(view.services()[i].key)) services_[*key] = i;
    }
    for (std::size_t i = 0; i < view.causes().size(); ++i) {
      if (const auto key = table.find(view.causes()[i].key)) causes_[*key] = i;
    }
  }

  std::vector<RelatedIncident> related(std::vector<Relative> relatives) const {
    std::vector<RelatedIncident> related;
    for (Relative& relative : relatives) {
      RelatedIncident& one = related.emplace_back();
      one.incident = relative.incident;
      one.likeness = relative.likeness;
      one.words = std::move(relative.words);
      for (const WordId key : relative.services) one.services.push_back(services_.at(key));
      for (const WordId key : relative.causes) one.causes.push_back(causes_.at(key));
    }
    return related;
  }

 private:
  std::map<WordId, std::size_t> services_;
  std::map<WordId, std::size_t> causes_;
};

std::vector<const IncidentWords*> pointers_to(const std::vector<IncidentWords>& words) {
  std::vector<const IncidentWords*> pointers;
  for (const IncidentWords& each : words) pointers.push_back(&each);
  return pointers;
}

}  // namespace

std::set<IncidentIndex> named_incidents(const ViewIncident& incident) {
  std::set<IncidentIndex> all;
  for (const std::vector<IncidentIndex>* list :
       {&incident.repeats, &incident.repeated_by, &incident.related}) {
    all.insert(list->begin(), list->end());
  }
  return all;
}

std::vector<std::vector<RelatedIncident>> related_incidents(const View& view, std::size_t most,
                                                            unsigned jobs) {
  WordTable table;
  const std::vector<IncidentWords> words = incident_words(view, table, jobs);
  const Likeness likeness(table, pointers_to(words), service_terms(view, table), jobs);
  const Places places(view, table);
  std::vector<std::vector<RelatedIncident>> all(words.size());
  parallel_for(words.size(), jobs, [&](std::size_t i) {
    const std::set<IncidentIndex> named = named_incidents(view.incidents()[i]);
    all[i] = places.related(likeness.most_like(i, named, LikenessBounds(), most));
  });
  return all;
}

std::vector<RelatedIncident> incidents_like(const View& view, const IncidentDraft& draft,
                                            std::size_t most, unsigned jobs) {
  WordTable table;
  std::vector<IncidentWords> words = incident_words(view, table, jobs);
  const std::size_t itself = words.size();
  words.push_back(draft_words(view, draft, table));
  const Likeness likeness(table, pointers_to(words), service_terms(view, table), jobs);
  LikenessBounds bounds;
  bounds.likeness = kLeastLikenessOfDraft;
  bounds.of_best = 0;  // one word more or less decides about that
  bounds.shared = std::clamp<std::size_t>(likeness.telling(itself), 1, kLeastSharedOfDraft);
  return Places(view, table).related(likeness.most_like(itself, {}, bounds, most));
}

}  // namespace debrief
