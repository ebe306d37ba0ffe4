// What a text is about: its words by their stems, and how often each comes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace debrief::search {

struct TermCount {
  std::string term;   // the stem: "timeouts" and "timeout" are one
  std::string word;   // as it stands where it comes first
  std::size_t count;  // at least 1

  bool operator==(const TermCount&) const = default;
};

class TermCounter {
 public:
  // `language` is a code, such as "de" or "pt-BR"; of one that Xapian has no stemmer for, words are
  // counted as they are written.
  explicit TermCounter(std::string_view language);
  ~TermCounter();

  // The words of all texts together, by term. Left out is what says nothing about any text: stop
  // words, single letters, and numbers.
  std::vector<TermCount> count(const std::vector<std::string_view>& texts);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace debrief::search
