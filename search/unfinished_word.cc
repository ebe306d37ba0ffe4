#include "search/unfinished_word.h"

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "search/accents.h"
#include "search/schema.h"
#include "search/stopwords.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMinCharacters = 3;

// How many there are at most, and how many are looked at to choose them.
constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostCandidates = 1500;

// By how often they are used.
using Candidates = std::vector<std::pair<Xapian::termcount, std::string>>;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

std::size_t characters_of(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// From the words that spelling is corrected to: they lie side by side, in a few blocks. The
// words of all pages lie between lists of pages, which makes for many.
Candidates words_that_begin(const std::string& start, const PlanContext& context) {
  Candidates candidates;
  Xapian::TermIterator word = context.database.spellings_begin();
  word.skip_to(start);
  for (; word != context.database.spellings_end() && candidates.size() < kMostCandidates; ++word) {
    std::string text = *word;
    if (!starts_with(text, start)) break;
    if (text == start || is_stopword(context.language, text)) continue;
    candidates.emplace_back(word.get_termfreq(), std::move(text));
  }
  return candidates;
}

// Numbers and names written as one; of these, few begin alike.
Candidates terms_that_begin(const std::string& start, const PlanContext& context) {
  Candidates candidates;
  const Xapian::TermIterator end = context.database.allterms_end(start);
  for (Xapian::TermIterator term = context.database.allterms_begin(start);
       term != end && candidates.size() < kMostCandidates; ++term) {
    if (*term != start) candidates.emplace_back(term.get_termfreq(), *term);
  }
  return candidates;
}

std::vector<std::string> most_frequent(Candidates candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (candidates.size() > kMostWords) candidates.resize(kMostWords);
  std::vector<std::string> words;
  for (auto& [frequency, text] : candidates) words.push_back(std::move(text));
  return words;
}

std::vector<std::string> find_longer_letters(const std::string& start, const PlanContext& context) {
  if (characters_of(start) < kMinCharacters) return {};
  Candidates candidates = words_that_begin(start, context);
  // Spelling leaves out words of one page; if there is nothing else, these are few.
  if (candidates.empty()) candidates = terms_that_begin(start, context);
  return most_frequent(std::move(candidates));
}

}  // namespace

std::vector<std::string> find_longer_words(const Clause::QueryWord& word,
                                           const PlanContext& context) {
  switch (word.kind) {
    case Word::Kind::letters:
      return find_longer_letters(word.text, context);
    case Word::Kind::digits:
      if (word.text.size() < kMinCharacters) return {};
      return most_frequent(terms_that_begin(word.text, context));
    case Word::Kind::ideograph:
      return {};
  }
  return {};
}

std::vector<std::string> find_longer_terms(const Clause& clause, const PlanContext& context) {
  const Clause::QueryWord& last = clause.words.back();
  if (clause.words.size() > 1) {
    if (clause.joined.empty()) return {};
    const bool stemmed = clause.joined_kind == Word::Kind::letters;
    const std::string start =
        stemmed ? std::string(kStemPrefix) + without_accents(clause.joined) : clause.joined;
    return most_frequent(terms_that_begin(start, context));
  }
  std::vector<std::string> terms;
  for (const std::string& word : find_longer_words(last, context)) {
    const std::string& term = context.stems.terms_for(word, last.kind).main;
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  }
  return terms;
}

}  // namespace debrief::search
