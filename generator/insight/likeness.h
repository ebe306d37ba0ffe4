// How alike incidents are, and what makes them so.
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
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "generator/insight/incident_words.h"

namespace debrief {

// What two must have in common.
struct LikenessBounds {
  double likeness = 0.14;  // of at most 1; below it, what is shared is chance
  double of_best =
      0.4;  // of the likeness of the one most like it: beside it a distant one is noise
  // Words and services, where no cause is shared: in a small knowledge base every word is rare, so
  // one or two in common are no reason.
  std::size_t shared = 3;
};

struct Relative {
  std::size_t incident = 0;
  int likeness = 0;  // 0 to 100, rounded down
  // What both have, that which ties them most first: a few words as the incident that is asked for
  // writes them, and keys.
  std::vector<std::string> words;
  std::vector<WordId> services;
  std::vector<WordId> causes;
};

// The terms of the names of services, by their keys; as far as the table has them.
using ServiceTerms = std::map<WordId, std::vector<WordId>>;
ServiceTerms service_terms(const View& view, const WordTable& table);

class Likeness {
 public:
  // `table` has to outlive it, and to stay as it is.
  Likeness(const WordTable& table, const std::vector<const IncidentWords*>& incidents,
           ServiceTerms services, unsigned jobs);

  // Those most like one, at most `most`; equally like ones in the order that they have.
  std::vector<Relative> most_like(std::size_t one, const std::set<std::size_t>& left_out,
                                  const LikenessBounds& bounds, std::size_t most) const;
  // How many words, services and causes of one tell anything.
  std::size_t telling(std::size_t one) const { return profiles_[one].features.size(); }

 private:
  // A word, a service or a cause: see kind_of().
  using Term = std::uint32_t;
  enum class Kind { word, service, cause };

  struct Feature {
    Term term = 0;
    WordId form = 0;
    std::int32_t weight = 0;  // whole, so that sums are the same in any order
    bool in_head = false;
  };
  struct Profile {
    std::vector<Feature> features;  // by term
    double length = 0;              // of the vector of weights
  };
  struct Holder {
    std::uint32_t incident;
    std::int32_t weight;
  };
  struct Shared;
  struct Compared;

  Term term_of(WordId id, Kind kind) const;
  Kind kind_of(Term term) const;
  WordId word_of(Term term) const;

  Profile profile_of(const IncidentWords& words, const std::vector<bool>& names) const;
  void weigh(Profile& profile, const std::vector<double>& rarities) const;
  bool is_worth_weighing(const Feature& feature) const;
  void list_holders();
  std::span<const Holder> holders_of(Term term) const;
  std::vector<Shared> shared_terms(const Profile& one, const Profile& other) const;
  Compared compare(std::size_t one, std::size_t other) const;

  const WordTable& table_;
  ServiceTerms service_terms_;
  std::size_t words_;  // of the table, when this was made
  std::vector<Profile> profiles_;
  std::vector<std::uint32_t> counts_;      // by term: how many incidents have it
  std::vector<std::size_t> first_holder_;  // by term: where in `holders_` its own begin
  std::vector<Holder> holders_;
};

}  // namespace debrief
