// What the likeness of incidents is computed of: the words of each, its services and its causes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

using WordId = std::uint32_t;

// Each word once, with a number: thousands of incidents share most of theirs. The numbers depend on
// the order in which words come, so nothing that anybody sees may be ordered by them.
class WordTable {
 public:
  WordTable() = default;
  WordTable(WordTable&&) = default;
  WordTable& operator=(WordTable&&) = default;

  WordId add(std::string_view word);
  std::optional<WordId> find(std::string_view word) const;
  const std::string& word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::deque<std::string> words_;  // which stay where they are: `ids_` points at them
  std::unordered_map<std::string_view, WordId> ids_;
};

struct CountedWord {
  WordId term = 0;           // see search/term_counts.h
  WordId form = 0;           // as the incident writes it
  std::uint32_t halves = 0;  // how often, with the weights of title, summary and tags
  bool in_head = false;      // in its title or summary
};

struct IncidentWords {
  std::vector<CountedWord> words;
  std::vector<WordId> services;      // their keys
  std::vector<WordId> causes;        // the keys of the closest ones (closest_causes.h)
  std::vector<WordId> author_terms;  // of the names of its authors, who tie no incidents
};

// By place in View::incidents().
std::vector<IncidentWords> incident_words(const View& view, WordTable& table, unsigned jobs);

// What is known of an incident before anything is written about it.
struct IncidentDraft {
  std::string title;
  std::vector<std::size_t> services;  // in View::services
  std::vector<std::size_t> causes;    // in View::causes
};

IncidentWords draft_words(const View& view, const IncidentDraft& draft, WordTable& table);

}  // namespace debrief
