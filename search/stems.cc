#include "search/stems.h"

#include "search/schema.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMaxKnownWords = 50'000;

Xapian::Stem make_stem(const std::string& language) {
  try {
    return Xapian::Stem(language);
  } catch (const Xapian::InvalidArgumentError&) {
    return Xapian::Stem();
  }
}

}  // namespace

Stems::Stems(const std::string& language) : stem_(make_stem(language)) {}

const std::string& Stems::term_for(std::string_view word, Word::Kind kind) {
  const auto found = known_.find(word);
  if (found != known_.end()) return found->second;
  std::string key(word);
  std::string term =
      kind == Word::Kind::letters ? std::string(kStemPrefix) + stem_(key) : std::string(word);
  return known_.emplace(std::move(key), std::move(term)).first->second;
}

void Stems::forget_if_many() {
  if (known_.size() > kMaxKnownWords) known_.clear();
}

}  // namespace debrief::search
