// What a text is about: its words by their stems, and how often each comes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace debrief::search {

struct WeighedText {
  std::string_view text;
  std::size_t weight = 1;  // how often each of its words counts
};

struct TermCount {
  std::string term;        // the stem: "timeouts" and "timeout" are one
  std::string word;        // as it stands where it comes first
  std::size_t halves = 0;  // at least 1: two for each place of the word, one for a place inside it
  std::size_t text = 0;    // the first that has it

  bool operator==(const TermCount&) const = default;
};

class TermCounter {
 public:
  // `language` is a code, such as "de" or "pt-BR"; of one that Xapian has no stemmer for, words are
  // counted as they are written.
  explicit TermCounter(std::string_view language);
  ~TermCounter();

  // The words of all texts together, by term. Left out is what says nothing about any text: words
  // that say little (`says_little`), single letters, numbers, and links.
  //
  // What words are made of counts half, as a place inside a word: NodeNotReady is also "Node",
  // "Ready" and "NotReady". So is the stem of a name, which is a word with a capital in the middle
  // of a sentence: Windows are only half a window. JDK17 is JDK17 and JDK alike.
  // A host, a path or the name of a file is one word: "ci.example.org" says nothing about "ci".
  std::vector<TermCount> count(const std::vector<WeighedText>& texts);

  // The terms of all that a name is made of, be it a host, by term.
  std::vector<std::string> terms_of_name(std::string_view name);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace debrief::search
