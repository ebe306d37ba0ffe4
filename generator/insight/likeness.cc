#include "generator/insight/likeness.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "search/term_counts.h"

namespace debrief {
namespace {

// The telling words of an incident. More make it slower and the list no better.
constexpr std::size_t kMostWords = 50;
// A word that more than this share of incidents have tells nothing about any of them, unless it is
// in the title or the summary: then it may be in twice as many, and weighs the less.
constexpr double kMostCommon = 0.2;
constexpr double kMostCommonInHead = 0.4;
constexpr std::size_t kCommonAtLeast = 8;  // incidents: in a small knowledge base all words are few
// A shared cause ties more than a word, a shared service less than a cause.
constexpr double kCauseFactor = 2.6;
constexpr double kServiceFactor = 1.6;
constexpr std::size_t kWordsNamed = 4;
constexpr std::size_t kLooks = 4;  // times as many candidates are looked at as are wanted
constexpr double kScale = 1024;    // of whole weights

bool is_telling(bool in_head, std::size_t holders, std::size_t all) {
  const double share = in_head ? kMostCommonInHead : kMostCommon;
  const auto most = static_cast<std::size_t>(share * static_cast<double>(all));
  return holders <= std::max(kCommonAtLeast, most);
}

// "Node" says nothing beside "NodeNotReady".
bool is_part_of_another(const std::string& word, const std::vector<std::string>& others) {
  const std::string lower = to_lower(word);
  return std::ranges::any_of(others, [&lower](const std::string& other) {
    const std::string other_lower = to_lower(other);
    return other_lower.find(lower) != std::string::npos ||
           lower.find(other_lower) != std::string::npos;
  });
}

// By term: the terms of everybody's name.
std::vector<bool> names_of(const std::vector<const IncidentWords*>& incidents, std::size_t words) {
  std::vector<bool> names(words, false);
  for (const IncidentWords* incident : incidents) {
    for (const WordId term : incident->author_terms) names[term] = true;
  }
  return names;
}

}  // namespace

// A term that two incidents have.
struct Likeness::Shared {
  std::int64_t strength = 0;
  Term term = 0;
  WordId form = 0;  // of the one that is asked for
};

// What two have in common.
struct Likeness::Compared {
  double share = 0;  // of 1
  Relative found;
};

ServiceTerms service_terms(const View& view, const WordTable& table) {
  ServiceTerms terms;
  search::TermCounter counter(view.site().language);
  for (const ViewService& service : view.services()) {
    const std::optional<WordId> key = table.find(service.key);
    if (!key) continue;
    std::vector<WordId>& of_service = terms[*key];
    for (const std::string& name : {service.key, service.name}) {
      for (const std::string& term : counter.terms_of_name(name)) {
        if (const std::optional<WordId> id = table.find(term)) of_service.push_back(*id);
      }
    }
  }
  return terms;
}

Likeness::Likeness(const WordTable& table, const std::vector<const IncidentWords*>& incidents,
                   ServiceTerms services, unsigned jobs)
    : table_(table),
      service_terms_(std::move(services)),
      words_(table.size()),
      profiles_(incidents.size()),
      counts_(3 * words_) {
  const std::vector<bool> names = names_of(incidents, words_);
  parallel_for(profiles_.size(), jobs,
               [&](std::size_t i) { profiles_[i] = profile_of(*incidents[i], names); });
  for (const Profile& profile : profiles_) {
    for (const Feature& feature : profile.features) ++counts_[feature.term];
  }
  std::vector<double> rarities(counts_.size());
  const auto all = static_cast<double>(profiles_.size());
  for (Term term = 0; term < counts_.size(); ++term) {
    if (counts_[term] > 0) rarities[term] = std::log2(all / static_cast<double>(counts_[term]));
  }
  parallel_for(profiles_.size(), jobs, [&](std::size_t i) { weigh(profiles_[i], rarities); });
  list_holders();
}

Likeness::Term Likeness::term_of(WordId id, Kind kind) const {
  return static_cast<Term>(id + static_cast<std::size_t>(kind) * words_);
}

Likeness::Kind Likeness::kind_of(Term term) const {
  return static_cast<Kind>(term / words_);
}

WordId Likeness::word_of(Term term) const {
  return static_cast<WordId>(term % words_);
}

Likeness::Profile Likeness::profile_of(const IncidentWords& words,
                                       const std::vector<bool>& names) const {
  Profile profile;
  profile.features.reserve(words.words.size() + words.services.size() + words.causes.size());
  for (const CountedWord& word : words.words) {
    if (names[word.term]) continue;
    profile.features.push_back({term_of(word.term, Kind::word), word.form,
                                static_cast<std::int32_t>(word.halves), word.in_head});
  }
  for (const WordId service : words.services) {
    profile.features.push_back({term_of(service, Kind::service), service, 0, false});
  }
  for (const WordId cause : words.causes) {
    profile.features.push_back({term_of(cause, Kind::cause), cause, 0, false});
  }
  return profile;
}

bool Likeness::is_worth_weighing(const Feature& feature) const {
  const std::size_t holders = counts_[feature.term];
  // What everybody has weighs nothing.
  if (holders < 2 || holders == profiles_.size()) return false;
  return kind_of(feature.term) != Kind::word ||
         is_telling(feature.in_head, holders, profiles_.size());
}

// Until then the weight of a feature is how often it comes, in halves.
void Likeness::weigh(Profile& profile, const std::vector<double>& rarities) const {
  std::vector<Feature>& features = profile.features;
  std::erase_if(features, [this](const Feature& feature) { return !is_worth_weighing(feature); });
  for (Feature& feature : features) {
    double frequency = 0;
    switch (kind_of(feature.term)) {
      case Kind::word:
        frequency = std::log2(1 + static_cast<double>(feature.weight) / 2);
        break;
      case Kind::service:
        frequency = kServiceFactor;
        break;
      case Kind::cause:
        frequency = kCauseFactor;
        break;
    }
    feature.weight =
        static_cast<std::int32_t>(std::lround(kScale * frequency * rarities[feature.term]));
  }
  // Services and causes, then the heaviest words.
  const auto words = std::ranges::partition(
      features, [this](const Feature& feature) { return kind_of(feature.term) != Kind::word; });
  if (words.size() > kMostWords) {
    std::ranges::nth_element(words, words.begin() + kMostWords,
                             [this](const Feature& a, const Feature& b) {
                               if (a.weight != b.weight) return a.weight > b.weight;
                               return table_.word(a.term) < table_.word(b.term);
                             });
    features.erase(words.begin() + kMostWords, features.end());
  }
  features.shrink_to_fit();
  std::ranges::sort(features, {}, &Feature::term);
  double squares = 0;
  for (const Feature& feature : features) {
    squares += static_cast<double>(feature.weight) * static_cast<double>(feature.weight);
  }
  profile.length = std::sqrt(squares);
}

void Likeness::list_holders() {
  first_holder_.assign(counts_.size() + 1, 0);
  for (const Profile& profile : profiles_) {
    for (const Feature& feature : profile.features) ++first_holder_[feature.term + 1];
  }
  for (std::size_t term = 0; term < counts_.size(); ++term) {
    first_holder_[term + 1] += first_holder_[term];
  }
  holders_.resize(first_holder_.back());
  std::vector<std::size_t> next(first_holder_.begin(), first_holder_.end() - 1);
  for (std::uint32_t i = 0; i < profiles_.size(); ++i) {
    for (const Feature& feature : profiles_[i].features) {
      holders_[next[feature.term]++] = {i, feature.weight};
    }
  }
}

std::span<const Likeness::Holder> Likeness::holders_of(Term term) const {
  return std::span(holders_).subspan(first_holder_[term],
                                     first_holder_[term + 1] - first_holder_[term]);
}

// The strongest first.
std::vector<Likeness::Shared> Likeness::shared_terms(const Profile& one,
                                                     const Profile& other) const {
  std::vector<Shared> shared;
  for (const Feature& feature : one.features) {
    const auto same = std::ranges::lower_bound(other.features, feature.term, {}, &Feature::term);
    if (same == other.features.end() || same->term != feature.term) continue;
    shared.push_back({std::int64_t{feature.weight} * same->weight, feature.term, feature.form});
  }
  std::set<WordId> said;
  for (const Shared& each : shared) {
    if (kind_of(each.term) != Kind::service) continue;
    const auto name = service_terms_.find(word_of(each.term));
    if (name != service_terms_.end()) said.insert(name->second.begin(), name->second.end());
  }
  std::erase_if(shared, [&](const Shared& each) {
    return kind_of(each.term) == Kind::word && said.contains(word_of(each.term));
  });
  std::ranges::sort(shared, [this](const Shared& a, const Shared& b) {
    if (a.strength != b.strength) return a.strength > b.strength;
    if (kind_of(a.term) != kind_of(b.term)) return kind_of(a.term) < kind_of(b.term);
    return table_.word(word_of(a.term)) < table_.word(word_of(b.term));
  });
  return shared;
}

Likeness::Compared Likeness::compare(std::size_t one, std::size_t other) const {
  Compared compared;
  Relative& found = compared.found;
  found.incident = other;
  std::int64_t product = 0;
  for (const Shared& each : shared_terms(profiles_[one], profiles_[other])) {
    product += each.strength;
    switch (kind_of(each.term)) {
      case Kind::word: {
        const std::string& word = table_.word(each.form);
        if (found.words.size() < kWordsNamed && !is_part_of_another(word, found.words)) {
          found.words.push_back(word);
        }
        break;
      }
      case Kind::service:
        found.services.push_back(word_of(each.term));
        break;
      case Kind::cause:
        found.causes.push_back(word_of(each.term));
        break;
    }
  }
  compared.share = static_cast<double>(product) / (profiles_[one].length * profiles_[other].length);
  found.likeness = static_cast<int>(100 * compared.share);
  return compared;
}

std::vector<Relative> Likeness::most_like(std::size_t one, const std::set<std::size_t>& left_out,
                                          const LikenessBounds& bounds, std::size_t most) const {
  const Profile& profile = profiles_[one];
  std::vector<std::int64_t> products(profiles_.size());
  for (const Feature& feature : profile.features) {
    for (const Holder& holder : holders_of(feature.term)) {
      products[holder.incident] += std::int64_t{feature.weight} * holder.weight;
    }
  }
  struct Candidate {
    double likeness;
    std::size_t incident;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < products.size(); ++i) {
    if (products[i] == 0 || i == one || left_out.contains(i)) continue;
    const double likeness =
        static_cast<double>(products[i]) / (profile.length * profiles_[i].length);
    if (likeness >= bounds.likeness) candidates.push_back({likeness, i});
  }
  const std::size_t count = std::min(kLooks * most, candidates.size());
  std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(count),
                            [](const Candidate& a, const Candidate& b) {
                              return a.likeness != b.likeness ? a.likeness > b.likeness
                                                              : a.incident < b.incident;
                            });
  std::vector<Compared> looked_at;
  for (std::size_t i = 0; i < count; ++i) {
    Compared compared = compare(one, candidates[i].incident);
    const Relative& found = compared.found;
    const bool is_reason =
        !found.causes.empty() || found.words.size() + found.services.size() >= bounds.shared;
    if (compared.share >= bounds.likeness && is_reason) looked_at.push_back(std::move(compared));
  }
  std::ranges::stable_sort(looked_at, std::ranges::greater(), &Compared::share);
  std::vector<Relative> found;
  for (Compared& each : looked_at) {
    const bool is_far_behind = each.share < bounds.of_best * looked_at.front().share;
    if (found.size() < most && !is_far_behind) found.push_back(std::move(each.found));
  }
  return found;
}

}  // namespace debrief
