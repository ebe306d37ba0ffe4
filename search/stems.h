// From a word to the term that stands for it: "timeouts" and "timeout" share "Ztimeout".
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "search/tokenizer.h"

namespace debrief::search {

class Stems {
 public:
  // A language that Xapian has no stemmer for is searched by whole words.
  explicit Stems(const std::string& language);

  // The term that a search for this word matches: its stem if it is made of letters,
  // otherwise the word itself. Stays where it is until `forget_if_many`.
  const std::string& term_for(std::string_view word, Word::Kind kind);

  // Keeps memory in bounds however many different words come by.
  void forget_if_many();

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  Xapian::Stem stem_;
  // Most words of a text have been seen before; stemming is the dearer part of indexing.
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> known_;
};

}  // namespace debrief::search
