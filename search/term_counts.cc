#include "search/term_counts.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "search/languages.h"
#include "search/stems.h"
#include "search/stopwords.h"
#include "search/tokenizer.h"

namespace debrief::search {

namespace {

// "a1" may be a name; "x" is none. Of scripts without spaces pairs are words.
constexpr std::size_t kLeastBytes = 2;
constexpr std::size_t kMostKnown = 100'000;  // words, whose terms are kept

}  // namespace

class TermCounter::State {
 public:
  explicit State(std::string_view code) : language(primary_language(code)), stems(code) {}

  // Empty for what says nothing. The list of stop words is searched once a word, not at each place.
  const std::string& term_of(std::string_view word, Word::Kind kind) {
    if (known.size() > kMostKnown) known.clear();
    const auto [place, is_new] = known.try_emplace(std::string(word));
    if (is_new && !is_stopword(language, word)) place->second = stems.terms_for(word, kind).main;
    return place->second;
  }

  std::string language;
  Stems stems;
  std::unordered_map<std::string, std::string> known;
};

TermCounter::TermCounter(std::string_view language) : state_(std::make_unique<State>(language)) {}
TermCounter::~TermCounter() = default;

std::vector<TermCount> TermCounter::count(const std::vector<std::string_view>& texts) {
  std::vector<TermCount> counts;
  std::unordered_map<std::string, std::size_t> places;
  for (const std::string_view text : texts) {
    Tokenizer tokenizer(text);
    Word word;
    while (tokenizer.next(word)) {
      const bool is_pair = word.kind == Word::Kind::ideograph;
      if (word.part || word.joined != is_pair || word.kind == Word::Kind::digits ||
          word.text.size() < kLeastBytes) {
        continue;
      }
      const std::string& term = state_->term_of(word.text, word.kind);
      if (term.empty()) continue;
      const auto [place, is_new] = places.try_emplace(term, counts.size());
      if (is_new) {
        counts.push_back({term, std::string(text.substr(word.begin, word.end - word.begin)), 0});
      }
      ++counts[place->second].count;
    }
  }
  state_->stems.forget_if_many();
  std::sort(counts.begin(), counts.end(),
            [](const TermCount& a, const TermCount& b) { return a.term < b.term; });
  return counts;
}

}  // namespace debrief::search
