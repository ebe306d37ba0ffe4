#include "search/stems.h"

#include "search/accents.h"
#include "search/schema.h"
#include "search/text.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMaxKnownWords = 50'000;

Xapian::Stem make_stem(std::string_view language) {
  std::string code = primary_language(language);
  // The one of two German stemmers to which "Überlast" and "Ueberlast" are the same.
  if (code == "de") code = "german2";
  try {
    return Xapian::Stem(code);
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem();
  }
}

}  // namespace

Stems::Stems(std::string_view language) : stem_(make_stem(language)) {}

const WordTerms& Stems::terms_for(std::string_view word, Word::Kind kind) {
  const auto found = known_.find(word);
  if (found != known_.end()) return found->second;
  std::string key(word);
  WordTerms terms = make_terms(key, kind);
  return known_.emplace(std::move(key), std::move(terms)).first->second;
}

WordTerms Stems::make_terms(const std::string& word, Word::Kind kind) const {
  if (kind != Word::Kind::letters) return {.main = word, .plain = ""};
  const std::string prefix(kStemPrefix);
  WordTerms terms{.main = prefix + without_accents(stem_(word)), .plain = ""};
  const std::string plain = without_accents(word);
  if (plain != word) terms.plain = prefix + without_accents(stem_(plain));
  if (terms.plain == terms.main) terms.plain.clear();
  return terms;
}

void Stems::forget_if_many() {
  if (known_.size() > kMaxKnownWords) known_.clear();
}

bool has_stemmer(std::string_view language) {
  return !make_stem(language).is_none();
}

std::string primary_language(std::string_view language) {
  return fold(language.substr(0, language.find_first_of("-_")));
}

}  // namespace debrief::search
