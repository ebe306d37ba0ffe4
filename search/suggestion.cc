#include "search/suggestion.h"

#include <algorithm>
#include <vector>

#include "search/stopwords.h"

namespace debrief::search {
namespace {

// A short word with two wrong letters could have been anything.
constexpr std::size_t kShortWord = 4;
constexpr std::size_t kMinWord = 3;

struct Correction {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string word;
};

class Corrector {
 public:
  explicit Corrector(const PlanContext& context) : context_(context) {}

  void visit(const Clause& clause) {
    if (clause.excluded) return;
    for (const Clause& child : clause.children) visit(child);
    if (clause.kind != Clause::Kind::words && clause.kind != Clause::Kind::phrase) return;
    if (!clause.joined.empty() && is_known(clause.joined, clause.joined_kind)) return;
    std::vector<Clause::QueryWord> words = clause.words;
    if (clause.unfinished) words.pop_back();
    for (const Clause::QueryWord& word : words) correct(word, clause.kind);
  }

  std::vector<Correction> corrections() && { return std::move(corrections_); }

 private:
  // Asks for nothing that the query itself has not read already: a phrase is made of the very
  // words, other words stand for their stems.
  bool is_known(const Clause::QueryWord& word, Clause::Kind of) const {
    if (of == Clause::Kind::phrase && context_.database.term_exists(word.text)) return true;
    return is_known(word.text, word.kind);
  }

  bool is_known(const std::string& word, Word::Kind kind) const {
    if (is_stopword(context_.language, word)) return true;
    const WordTerms& terms = context_.stems.terms_for(word, kind);
    return context_.database.term_exists(terms.main) ||
           (!terms.plain.empty() && context_.database.term_exists(terms.plain));
  }

  void correct(const Clause::QueryWord& word, Clause::Kind of) {
    if (word.kind != Word::Kind::letters || word.text.size() < kMinWord) return;
    if (is_known(word, of)) return;
    const unsigned edits = word.text.size() <= kShortWord ? 1 : 2;
    std::string better = context_.database.get_spelling_suggestion(word.text, edits);
    if (better.empty()) return;
    corrections_.push_back({.begin = word.begin, .end = word.end, .word = std::move(better)});
  }

  const PlanContext& context_;
  std::vector<Correction> corrections_;
};

}  // namespace

std::string suggest_query(std::string_view query, const Clause& root, const PlanContext& context) {
  Corrector corrector(context);
  corrector.visit(root);
  std::vector<Correction> corrections = std::move(corrector).corrections();
  if (corrections.empty()) return "";
  std::sort(corrections.begin(), corrections.end(),
            [](const Correction& a, const Correction& b) { return a.begin < b.begin; });
  std::string result;
  std::size_t at = 0;
  for (const Correction& correction : corrections) {
    result += query.substr(at, correction.begin - at);
    result += correction.word;
    at = correction.end;
  }
  result += query.substr(at);
  return result;
}

}  // namespace debrief::search
