#include "generator/insight/related_incidents.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "generator/base/parallel.h"
#include "generator/insight/closest_causes.h"
#include "search/term_counts.h"

namespace debrief {

namespace {

// How often a word of these counts more than one of the text.
constexpr std::size_t kTitleWeight = 4;
constexpr std::size_t kSummaryWeight = 2;
// The telling words of an incident. More make it slower and the list no better.
constexpr std::size_t kMostWords = 30;
// A word that more than this share of incidents have tells nothing about any of them.
constexpr double kMostCommon = 0.2;
constexpr std::size_t kCommonAtLeast = 8;  // incidents: in a small knowledge base all words are few
// A shared cause ties more than a word, a shared service less than a cause.
constexpr double kCauseFactor = 3;
constexpr double kServiceFactor = 1.5;
// Of at most 1; below it, what is shared is chance.
constexpr double kLeastLikeness = 0.12;
constexpr std::size_t kWordsNamed = 5;
constexpr std::size_t kLeastShared = 3;  // words and services, where no cause is shared
constexpr std::size_t kLooks = 4;        // times as many candidates are looked at as are wanted
// Weights are whole numbers, so that sums are the same in any order and on any machine.
constexpr double kScale = 1024;

using TermId = std::uint32_t;

struct Feature {
  enum class Kind : std::uint8_t { word, service, cause };

  TermId term = 0;
  std::int32_t weight = 0;
  Kind kind = Kind::word;
  std::uint32_t place = 0;  // of a word in its incident's list of words; else in the view
};

struct Profile {
  std::vector<search::TermCount> words;  // by term
  std::vector<Feature> features;         // by term id
  double length = 0;                     // of the vector of weights
};

void add_text(std::vector<std::string>& texts, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    texts.push_back(plain_text(section.heading));
    texts.push_back(plain_text(section.blocks));
    add_text(texts, section.sections);
  }
}

// Who wrote them ties no incidents.
std::set<std::string> words_of_names(const View& view) {
  std::vector<std::string_view> names;
  for (const ViewIncident& incident : view.incidents()) {
    names.insert(names.end(), incident.authors.begin(), incident.authors.end());
  }
  std::set<std::string> words;
  for (search::TermCount& word : search::TermCounter(view.site().language).count(names)) {
    words.insert(std::move(word.term));
  }
  return words;
}

std::vector<search::TermCount> words_of(const ViewIncident& incident,
                                        search::TermCounter& counter) {
  std::vector<std::string> texts = {plain_text(incident.body.intro)};
  add_text(texts, incident.body.sections);
  std::vector<std::string_view> all;
  all.insert(all.end(), kTitleWeight, incident.title);
  all.insert(all.end(), kSummaryWeight, incident.summary);
  if (incident.impact) all.push_back(incident.impact->summary);
  all.push_back(incident.trigger);
  all.insert(all.end(), texts.begin(), texts.end());
  for (const std::string& tag : incident.tags) all.insert(all.end(), kSummaryWeight, tag);
  return counter.count(all);
}

std::vector<Profile> read_words(const View& view, unsigned jobs) {
  std::vector<Profile> profiles(view.incidents().size());
  const std::set<std::string> names = words_of_names(view);
  constexpr std::size_t kPart = 64;  // incidents for one counter, which learns stems as it goes
  parallel_for((profiles.size() + kPart - 1) / kPart, jobs, [&](std::size_t part) {
    search::TermCounter counter(view.site().language);
    const std::size_t end = std::min(profiles.size(), (part + 1) * kPart);
    for (std::size_t i = part * kPart; i < end; ++i) {
      profiles[i].words = words_of(view.incidents()[i], counter);
      std::erase_if(profiles[i].words,
                    [&](const search::TermCount& word) { return names.contains(word.term); });
    }
  });
  return profiles;
}

std::int32_t weight_of(double frequency, std::size_t holders, std::size_t all) {
  const double rarity = std::log2(static_cast<double>(all) / static_cast<double>(holders));
  return static_cast<std::int32_t>(std::lround(kScale * (1 + std::log2(frequency)) * rarity));
}

// Numbers for terms, and how many incidents have each.
class Terms {
 public:
  TermId add(std::string_view term) {
    const auto [place, is_new] = ids_.try_emplace(std::string(term), holders_.size());
    if (is_new) holders_.push_back(0);
    ++holders_[place->second];
    return place->second;
  }
  std::size_t holders(TermId term) const { return holders_[term]; }
  std::size_t count() const { return holders_.size(); }

 private:
  std::map<std::string, TermId, std::less<>> ids_;
  std::vector<std::size_t> holders_;
};

void add_feature(std::vector<Feature>& features, Terms& terms, Feature::Kind kind,
                 std::size_t place, std::string_view name) {
  features.push_back({terms.add(name), 0, kind, static_cast<std::uint32_t>(place)});
}

// All features with their terms; weights come later, when it is known how rare each is.
void number_terms(const View& view, std::vector<Profile>& profiles, Terms& terms) {
  for (IncidentIndex i = 0; i < profiles.size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    Profile& profile = profiles[i];
    for (std::size_t word = 0; word < profile.words.size(); ++word) {
      add_feature(profile.features, terms, Feature::Kind::word, word, profile.words[word].term);
    }
    // No term of a text has a space in it.
    for (const std::size_t service : incident.services) {
      add_feature(profile.features, terms, Feature::Kind::service, service,
                  "service " + view.services()[service].key);
    }
    for (const std::size_t cause : closest_causes(view, incident)) {
      add_feature(profile.features, terms, Feature::Kind::cause, cause,
                  "cause " + view.causes()[cause].key);
    }
  }
}

bool is_telling(std::size_t holders, std::size_t all) {
  const auto most = static_cast<std::size_t>(kMostCommon * static_cast<double>(all));
  return holders > 1 && holders <= std::max(kCommonAtLeast, most);
}

void weigh(Profile& profile, const Terms& terms, std::size_t all) {
  std::erase_if(profile.features, [&](const Feature& feature) {
    const std::size_t holders = terms.holders(feature.term);
    // What everybody has weighs nothing.
    return feature.kind == Feature::Kind::word ? !is_telling(holders, all)
                                               : holders < 2 || holders == all;
  });
  for (Feature& feature : profile.features) {
    const std::size_t holders = terms.holders(feature.term);
    switch (feature.kind) {
      case Feature::Kind::word:
        feature.weight =
            weight_of(static_cast<double>(profile.words[feature.place].count), holders, all);
        break;
      case Feature::Kind::service:
        feature.weight = weight_of(kServiceFactor, holders, all);
        break;
      case Feature::Kind::cause:
        feature.weight = weight_of(kCauseFactor, holders, all);
        break;
    }
  }
  std::ranges::sort(profile.features, [](const Feature& a, const Feature& b) {
    const bool a_is_word = a.kind == Feature::Kind::word;
    const bool b_is_word = b.kind == Feature::Kind::word;
    if (a_is_word != b_is_word) return !a_is_word;
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  const auto first_word = std::ranges::find(profile.features, Feature::Kind::word, &Feature::kind);
  const auto words = static_cast<std::size_t>(profile.features.end() - first_word);
  if (words > kMostWords) profile.features.resize(profile.features.size() - words + kMostWords);
  std::ranges::sort(profile.features, {}, &Feature::term);
  double squares = 0;
  for (const Feature& feature : profile.features) {
    squares += static_cast<double>(feature.weight) * static_cast<double>(feature.weight);
  }
  profile.length = std::sqrt(squares);
}

struct Holder {
  std::uint32_t incident;
  std::int32_t weight;
};

// Who has a term, all terms in one row: those of `term` are from starts[term] to starts[term + 1].
struct Holders {
  std::vector<std::size_t> starts;
  std::vector<Holder> all;

  std::span<const Holder> of(TermId term) const {
    return std::span(all).subspan(starts[term], starts[term + 1] - starts[term]);
  }
};

Holders holders_of(const std::vector<Profile>& profiles, std::size_t terms) {
  Holders holders;
  holders.starts.assign(terms + 1, 0);
  for (const Profile& profile : profiles) {
    for (const Feature& feature : profile.features) ++holders.starts[feature.term + 1];
  }
  for (std::size_t term = 0; term < terms; ++term) holders.starts[term + 1] += holders.starts[term];
  holders.all.resize(holders.starts.back());
  std::vector<std::size_t> next(holders.starts.begin(), holders.starts.end() - 1);
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    for (const Feature& feature : profiles[i].features) {
      holders.all[next[feature.term]++] = {i, feature.weight};
    }
  }
  return holders;
}

// The reasons why two are alike, the strongest first.
RelatedIncident related(const std::vector<Profile>& profiles, IncidentIndex one,
                        IncidentIndex other) {
  struct Shared {
    std::int64_t strength;
    const Feature* feature;
  };
  std::vector<Shared> shared;
  const std::vector<Feature>& theirs = profiles[other].features;
  for (const Feature& feature : profiles[one].features) {
    const auto same = std::ranges::lower_bound(theirs, feature.term, {}, &Feature::term);
    if (same == theirs.end() || same->term != feature.term) continue;
    shared.push_back({std::int64_t{feature.weight} * same->weight, &feature});
  }
  std::ranges::stable_sort(shared, std::ranges::greater(), &Shared::strength);
  RelatedIncident result;
  result.incident = other;
  for (const auto& [strength, feature] : shared) {
    switch (feature->kind) {
      case Feature::Kind::word:
        if (result.words.size() < kWordsNamed) {
          result.words.push_back(profiles[one].words[feature->place].word);
        }
        break;
      case Feature::Kind::service:
        result.services.push_back(feature->place);
        break;
      case Feature::Kind::cause:
        result.causes.push_back(feature->place);
        break;
    }
  }
  return result;
}

// In a small knowledge base every word is rare, so one or two in common are no reason.
bool is_reason(const RelatedIncident& other) {
  return !other.causes.empty() || other.words.size() + other.services.size() >= kLeastShared;
}

std::set<IncidentIndex> named(const ViewIncident& incident, IncidentIndex itself) {
  std::set<IncidentIndex> all = {itself};
  for (const std::vector<IncidentIndex>* list :
       {&incident.repeats, &incident.repeated_by, &incident.related}) {
    all.insert(list->begin(), list->end());
  }
  return all;
}

std::vector<RelatedIncident> most_like(const View& view, const std::vector<Profile>& profiles,
                                       const Holders& holders, IncidentIndex one,
                                       std::size_t most) {
  const Profile& profile = profiles[one];
  std::vector<std::int64_t> products(profiles.size());
  for (const Feature& feature : profile.features) {
    for (const Holder& holder : holders.of(feature.term)) {
      products[holder.incident] += std::int64_t{feature.weight} * holder.weight;
    }
  }
  struct Candidate {
    double likeness;
    IncidentIndex incident;
  };
  std::vector<Candidate> candidates;
  const std::set<IncidentIndex> left_out = named(view.incidents()[one], one);
  for (IncidentIndex i = 0; i < products.size(); ++i) {
    if (products[i] == 0 || left_out.contains(i)) continue;
    const double likeness =
        static_cast<double>(products[i]) / (profile.length * profiles[i].length);
    if (likeness >= kLeastLikeness) candidates.push_back({likeness, i});
  }
  const std::size_t count = std::min(kLooks * most, candidates.size());
  std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(count),
                            [](const Candidate& a, const Candidate& b) {
                              return a.likeness != b.likeness ? a.likeness > b.likeness
                                                              : a.incident < b.incident;
                            });
  std::vector<RelatedIncident> found;
  for (std::size_t i = 0; i < count && found.size() < most; ++i) {
    RelatedIncident other = related(profiles, one, candidates[i].incident);
    if (is_reason(other)) found.push_back(std::move(other));
  }
  return found;
}

}  // namespace

std::vector<std::vector<RelatedIncident>> related_incidents(const View& view, std::size_t most,
                                                            unsigned jobs) {
  std::vector<Profile> profiles = read_words(view, jobs);
  Terms terms;
  number_terms(view, profiles, terms);
  parallel_for(profiles.size(), jobs,
               [&](std::size_t i) { weigh(profiles[i], terms, profiles.size()); });
  const Holders holders = holders_of(profiles, terms.count());
  std::vector<std::vector<RelatedIncident>> all(profiles.size());
  parallel_for(profiles.size(), jobs,
               [&](std::size_t i) { all[i] = most_like(view, profiles, holders, i, most); });
  return all;
}

}  // namespace debrief
