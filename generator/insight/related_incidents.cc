#include "generator/insight/related_incidents.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "generator/insight/closest_causes.h"
#include "search/term_counts.h"

namespace debrief {

namespace {

// How often a word of these counts more than one of the text.
constexpr std::size_t kTitleWeight = 6;
constexpr std::size_t kSummaryWeight = 3;
constexpr std::size_t kHeadTexts = 2;  // the title and the summary, of the texts that are counted
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
// Of at most 1; below it, what is shared is chance.
constexpr double kLeastLikeness = 0.14;
// Of the likeness of the one most like it: beside a true relative a distant one is noise.
constexpr double kLeastOfBest = 0.4;
constexpr std::size_t kWordsNamed = 4;
constexpr std::size_t kLeastShared = 3;  // words and services, where no cause is shared
constexpr std::size_t kLooks = 4;        // times as many candidates are looked at as are wanted
// The same of a draft: a title against whole texts is never very like them.
constexpr double kLeastLikenessOfDraft = 0.05;
constexpr std::size_t kLeastSharedOfDraft = 2;
// Weights are whole numbers, so that sums are the same in any order and on any machine.
constexpr double kScale = 1024;

using TermId = std::uint32_t;

struct Feature {
  TermId term = 0;
  std::int32_t weight = 0;  // at first how often it comes, in halves
  std::uint16_t form = 0;   // of Term::forms, which this incident writes
  bool in_head = false;     // in its title or summary
};

struct Profile {
  std::vector<Feature> features;  // by term
  double length = 0;              // of the vector of weights
};

// What a number stands for.
struct Term {
  enum class Kind : std::uint8_t { word, service, cause };

  Kind kind = Kind::word;
  std::uint32_t place = 0;         // of a service or a cause in the view
  std::vector<std::string> forms;  // in which incidents write a word
  std::size_t holders = 0;         // incidents that have it
};

void add_text(std::vector<std::string>& texts, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    // Headings are those of the template.
    texts.push_back(plain_text(section.blocks));
    add_text(texts, section.sections);
  }
}

// Who wrote them ties no incidents.
std::set<std::string> words_of_names(const View& view) {
  std::vector<search::WeighedText> names;
  for (const ViewIncident& incident : view.incidents()) {
    for (const std::string& author : incident.authors) names.push_back({author});
  }
  std::set<std::string> words;
  for (search::TermCount& word : search::TermCounter(view.site().language).count(names)) {
    words.insert(std::move(word.term));
  }
  return words;
}

// The title and the summary come first; see kHeadTexts.
std::vector<search::TermCount> words_of(const ViewIncident& incident,
                                        search::TermCounter& counter) {
  std::vector<std::string> texts = {plain_text(incident.body.intro)};
  add_text(texts, incident.body.sections);
  std::vector<search::WeighedText> all = {{incident.title, kTitleWeight},
                                          {incident.summary, kSummaryWeight}};
  if (incident.impact) all.push_back({incident.impact->summary});
  all.push_back({incident.trigger});
  for (const std::string& text : texts) all.push_back({text});
  for (const std::string& tag : incident.tags) all.push_back({tag, kSummaryWeight});
  return counter.count(all);
}

// Words by incident, for a part of the view.
std::vector<std::vector<search::TermCount>> read_words(const View& view,
                                                       const std::set<std::string>& names,
                                                       std::size_t begin, std::size_t end,
                                                       unsigned jobs) {
  std::vector<std::vector<search::TermCount>> words(end - begin);
  // Each counter learns stems as it goes.
  constexpr std::size_t kPart = 64;
  parallel_for((words.size() + kPart - 1) / kPart, jobs, [&](std::size_t part) {
    search::TermCounter counter(view.site().language);
    const std::size_t last = std::min(words.size(), (part + 1) * kPart);
    for (std::size_t i = part * kPart; i < last; ++i) {
      words[i] = words_of(view.incidents()[begin + i], counter);
      std::erase_if(words[i],
                    [&](const search::TermCount& word) { return names.contains(word.term); });
    }
  });
  return words;
}

std::int32_t weight_of(double frequency, std::size_t holders, std::size_t all) {
  const double rarity = std::log2(static_cast<double>(all) / static_cast<double>(holders));
  return static_cast<std::int32_t>(std::lround(kScale * frequency * rarity));
}

// Numbers for terms, in the order in which they come.
class Terms {
 public:
  Term& add(const std::string& name, Term::Kind kind, std::size_t place, TermId& id) {
    const auto [entry, is_new] = ids_.try_emplace(name, static_cast<TermId>(terms_.size()));
    if (is_new) terms_.push_back({kind, static_cast<std::uint32_t>(place), {}, 0});
    id = entry->second;
    ++terms_[id].holders;
    return terms_[id];
  }
  std::optional<TermId> find(const std::string& name) const {
    const auto known = ids_.find(name);
    return known == ids_.end() ? std::nullopt : std::optional(known->second);
  }
  std::vector<Term> take() { return std::move(terms_); }

 private:
  std::unordered_map<std::string, TermId> ids_;
  std::vector<Term> terms_;
};

std::uint16_t form_of(Term& term, std::string word) {
  constexpr std::size_t kMostForms = 64;
  const auto known = std::ranges::find(term.forms, word);
  const auto place = static_cast<std::size_t>(known - term.forms.begin());
  if (known != term.forms.end() || place == kMostForms) {
    return static_cast<std::uint16_t>(std::min(place, kMostForms - 1));
  }
  term.forms.push_back(std::move(word));
  return static_cast<std::uint16_t>(place);
}

void add_words(std::vector<search::TermCount>& words, Profile& profile, Terms& terms) {
  for (search::TermCount& word : words) {
    Feature& feature = profile.features.emplace_back();
    Term& term = terms.add(word.term, Term::Kind::word, 0, feature.term);
    feature.form = form_of(term, std::move(word.word));
    feature.weight = static_cast<std::int32_t>(word.halves);
    feature.in_head = word.text < kHeadTexts;
  }
}

void add_named(const View& view, const std::vector<std::size_t>& services,
               const std::vector<std::size_t>& causes, Profile& profile, Terms& terms) {
  // No term of a text has a space in it.
  for (const std::size_t service : services) {
    terms.add("service " + view.services()[service].key, Term::Kind::service, service,
              profile.features.emplace_back().term);
  }
  for (const std::size_t cause : causes) {
    terms.add("cause " + view.causes()[cause].key, Term::Kind::cause, cause,
              profile.features.emplace_back().term);
  }
}

// What each incident has, and how often; weights come later, when it is known how rare each is.
// The words of few incidents are in memory at once.
std::vector<Profile> read_profiles(const View& view, Terms& terms, unsigned jobs) {
  constexpr std::size_t kBlock = 1024;
  const std::set<std::string> names = words_of_names(view);
  std::vector<Profile> profiles(view.incidents().size());
  for (std::size_t begin = 0; begin < profiles.size(); begin += kBlock) {
    const std::size_t end = std::min(profiles.size(), begin + kBlock);
    std::vector<std::vector<search::TermCount>> words = read_words(view, names, begin, end, jobs);
    for (std::size_t i = begin; i < end; ++i) {
      profiles[i].features.reserve(words[i - begin].size() + 8);
      add_words(words[i - begin], profiles[i], terms);
      const ViewIncident& incident = view.incidents()[i];
      add_named(view, incident.services, closest_causes(view, incident), profiles[i], terms);
    }
  }
  return profiles;
}

Profile read_profile(const View& view, const IncidentDraft& draft, Terms& terms) {
  Profile profile;
  std::vector<search::TermCount> words =
      search::TermCounter(view.site().language).count({{draft.title, kTitleWeight}});
  const std::set<std::string> names = words_of_names(view);
  std::erase_if(words, [&](const search::TermCount& word) { return names.contains(word.term); });
  add_words(words, profile, terms);
  add_named(view, draft.services, draft.causes, profile, terms);
  return profile;
}

bool is_telling(const Feature& feature, std::size_t holders, std::size_t all) {
  const double share = feature.in_head ? kMostCommonInHead : kMostCommon;
  const auto most = static_cast<std::size_t>(share * static_cast<double>(all));
  return holders <= std::max(kCommonAtLeast, most);
}

bool is_worth_weighing(const Term& term, const Feature& feature, std::size_t all) {
  // What everybody has weighs nothing.
  if (term.holders < 2 || term.holders == all) return false;
  return term.kind != Term::Kind::word || is_telling(feature, term.holders, all);
}

double frequency_of(const Term& term, const Feature& feature) {
  switch (term.kind) {
    case Term::Kind::word:
      break;
    case Term::Kind::service:
      return kServiceFactor;
    case Term::Kind::cause:
      return kCauseFactor;
  }
  return std::log2(1 + static_cast<double>(feature.weight) / 2);
}

void weigh(Profile& profile, const std::vector<Term>& terms, std::size_t all) {
  std::vector<Feature>& features = profile.features;
  std::erase_if(features, [&](const Feature& feature) {
    return !is_worth_weighing(terms[feature.term], feature, all);
  });
  for (Feature& feature : features) {
    const Term& term = terms[feature.term];
    feature.weight = weight_of(frequency_of(term, feature), term.holders, all);
  }
  // Services and causes, then the heaviest words.
  std::ranges::sort(features, [&](const Feature& a, const Feature& b) {
    const bool a_is_word = terms[a.term].kind == Term::Kind::word;
    const bool b_is_word = terms[b.term].kind == Term::Kind::word;
    if (a_is_word != b_is_word) return !a_is_word;
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  const auto words = static_cast<std::size_t>(std::ranges::count_if(
      features, [&](const Feature& each) { return terms[each.term].kind == Term::Kind::word; }));
  if (words > kMostWords) features.resize(features.size() - words + kMostWords);
  features.shrink_to_fit();
  std::ranges::sort(features, {}, &Feature::term);
  double squares = 0;
  for (const Feature& feature : features) {
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

// The words of the names of services, by place in the view: beside a service that both have they
// would count twice.
using ServiceWords = std::vector<std::vector<TermId>>;

ServiceWords words_of_services(const View& view, const Terms& terms) {
  ServiceWords words;
  search::TermCounter counter(view.site().language);
  for (const auto& service : view.services()) {
    std::vector<TermId>& of_service = words.emplace_back();
    for (const std::string& name : {service.key, service.name}) {
      for (const std::string& term : counter.terms_of_name(name)) {
        if (const std::optional<TermId> id = terms.find(term)) of_service.push_back(*id);
      }
    }
  }
  return words;
}

// A term that two incidents have.
struct Shared {
  std::int64_t strength = 0;
  TermId term = 0;
  std::uint16_t form = 0;  // of the one that is asked for
};

// The strongest first.
std::vector<Shared> shared_terms(const Profile& one, const Profile& other,
                                 const std::vector<Term>& terms, const ServiceWords& names) {
  std::vector<Shared> shared;
  for (const Feature& feature : one.features) {
    const auto same = std::ranges::lower_bound(other.features, feature.term, {}, &Feature::term);
    if (same == other.features.end() || same->term != feature.term) continue;
    shared.push_back({std::int64_t{feature.weight} * same->weight, feature.term, feature.form});
  }
  std::set<TermId> said;
  for (const Shared& each : shared) {
    const Term& term = terms[each.term];
    if (term.kind == Term::Kind::service)
      said.insert(names[term.place].begin(), names[term.place].end());
  }
  std::erase_if(shared, [&said](const Shared& each) { return said.contains(each.term); });
  std::ranges::stable_sort(shared, std::ranges::greater(), &Shared::strength);
  return shared;
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

// What two have in common.
struct Likeness {
  double share = 0;  // of 1
  RelatedIncident found;
};

Likeness likeness_of(const std::vector<Profile>& profiles, const std::vector<Term>& terms,
                     const ServiceWords& names, IncidentIndex one, IncidentIndex other) {
  Likeness likeness;
  RelatedIncident& found = likeness.found;
  found.incident = other;
  std::int64_t product = 0;
  for (const Shared& each : shared_terms(profiles[one], profiles[other], terms, names)) {
    product += each.strength;
    const Term& term = terms[each.term];
    switch (term.kind) {
      case Term::Kind::word: {
        const std::string& word = term.forms[each.form];
        if (found.words.size() < kWordsNamed && !is_part_of_another(word, found.words)) {
          found.words.push_back(word);
        }
        break;
      }
      case Term::Kind::service:
        found.services.push_back(term.place);
        break;
      case Term::Kind::cause:
        found.causes.push_back(term.place);
        break;
    }
  }
  likeness.share = static_cast<double>(product) / (profiles[one].length * profiles[other].length);
  found.likeness = static_cast<int>(100 * likeness.share);
  return likeness;
}

// What two must have in common.
struct Bounds {
  double likeness = kLeastLikeness;
  double of_best = kLeastOfBest;
  // In a small knowledge base every word is rare, so one or two in common are no reason.
  std::size_t shared = kLeastShared;

  bool is_reason(const RelatedIncident& other) const {
    return !other.causes.empty() || other.words.size() + other.services.size() >= shared;
  }
};

std::set<IncidentIndex> named(const ViewIncident& incident, IncidentIndex itself) {
  std::set<IncidentIndex> all = {itself};
  for (const std::vector<IncidentIndex>* list :
       {&incident.repeats, &incident.repeated_by, &incident.related}) {
    all.insert(list->begin(), list->end());
  }
  return all;
}

// Requires: `left_out` has `one`.
std::vector<RelatedIncident> most_like(const std::vector<Profile>& profiles,
                                       const std::vector<Term>& terms, const Holders& holders,
                                       const ServiceWords& names, IncidentIndex one,
                                       const std::set<IncidentIndex>& left_out,
                                       const Bounds& bounds, std::size_t most) {
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
  for (IncidentIndex i = 0; i < products.size(); ++i) {
    if (products[i] == 0 || left_out.contains(i)) continue;
    const double likeness =
        static_cast<double>(products[i]) / (profile.length * profiles[i].length);
    if (likeness >= bounds.likeness) candidates.push_back({likeness, i});
  }
  const std::size_t count = std::min(kLooks * most, candidates.size());
  std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(count),
                            [](const Candidate& a, const Candidate& b) {
                              return a.likeness != b.likeness ? a.likeness > b.likeness
                                                              : a.incident < b.incident;
                            });
  std::vector<Likeness> looked_at;
  for (std::size_t i = 0; i < count; ++i) {
    Likeness likeness = likeness_of(profiles, terms, names, one, candidates[i].incident);
    if (likeness.share >= bounds.likeness && bounds.is_reason(likeness.found)) {
      looked_at.push_back(std::move(likeness));
    }
  }
  std::ranges::stable_sort(looked_at, std::ranges::greater(), &Likeness::share);
  std::vector<RelatedIncident> found;
  for (Likeness& each : looked_at) {
    const bool is_far_behind = each.share < bounds.of_best * looked_at.front().share;
    if (found.size() < most && !is_far_behind) found.push_back(std::move(each.found));
  }
  return found;
}

}  // namespace

std::vector<std::vector<RelatedIncident>> related_incidents(const View& view, std::size_t most,
                                                            unsigned jobs) {
  Terms numbers;
  std::vector<Profile> profiles = read_profiles(view, numbers, jobs);
  const ServiceWords names = words_of_services(view, numbers);
  const std::vector<Term> terms = numbers.take();
  parallel_for(profiles.size(), jobs,
               [&](std::size_t i) { weigh(profiles[i], terms, profiles.size()); });
  const Holders holders = holders_of(profiles, terms.size());
  std::vector<std::vector<RelatedIncident>> all(profiles.size());
  parallel_for(profiles.size(), jobs, [&](std::size_t i) {
    const std::set<IncidentIndex> left_out = named(view.incidents()[i], i);
    all[i] = most_like(profiles, terms, holders, names, i, left_out, Bounds(), most);
  });
  return all;
}

std::vector<RelatedIncident> incidents_like(const View& view, const IncidentDraft& draft,
                                            std::size_t most, unsigned jobs) {
  Terms numbers;
  std::vector<Profile> profiles = read_profiles(view, numbers, jobs);
  const IncidentIndex itself = profiles.size();
  profiles.push_back(read_profile(view, draft, numbers));
  const ServiceWords names = words_of_services(view, numbers);
  const std::vector<Term> terms = numbers.take();
  parallel_for(profiles.size(), jobs,
               [&](std::size_t i) { weigh(profiles[i], terms, profiles.size()); });
  const Holders holders = holders_of(profiles, terms.size());
  Bounds bounds;
  bounds.likeness = kLeastLikenessOfDraft;
  bounds.of_best = 0;  // one word more or less decides about that
  bounds.shared = std::clamp<std::size_t>(profiles[itself].features.size(), 1, kLeastSharedOfDraft);
  return most_like(profiles, terms, holders, names, itself, {itself}, bounds, most);
}

}  // namespace debrief
