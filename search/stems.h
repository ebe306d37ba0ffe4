// From a word to the terms that stand for it: "timeouts" and "timeout" share "Ztimeout".
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "search/tokenizer.h"

namespace debrief::search {

// The terms of one word; a page that has one of them has the word.
struct WordTerms {
  std::string main;

  // Of the word as people without the right keyboard type it, if that makes another stem:
  // the French "données" is "Zdon", but "donnees" is "Zdonne". Empty otherwise.
  std::string plain;
};

class Stems {
 public:
  // `language` is a code, such as "de" or "pt-BR"; one that Xapian has no stemmer for is
  // searched by whole words.
  explicit Stems(std::string_view language);

  // The stem if it is made of letters, without accents; otherwise the word itself. Stays
  // where it is until `forget_if_many`.
  const WordTerms& terms_for(std::string_view word, Word::Kind kind);

  // Keeps memory in bounds however many different words come by.
  void forget_if_many();

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  WordTerms make_terms(const std::string& word, Word::Kind kind) const;

  Xapian::Stem stem_;
  // Most words of a text have been seen before; stemming is the dearer part of indexing.
  std::unordered_map<std::string, WordTerms, TextHash, std::equal_to<>> known_;
};

// Whether Xapian knows the forms of words of that language.
bool has_stemmer(std::string_view language);

// "pt" of "pt-BR", in lower case.
std::string primary_language(std::string_view language);

}  // namespace debrief::search
