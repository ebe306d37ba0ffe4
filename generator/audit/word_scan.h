// Looks for forbidden words and phrases in text, in one pass.
//
// A word is a run of letters and digits, without regard to case and accents; between the words of a
// phrase there may be a few other characters ("PM-2026-014", "Dana&nbsp;Whitfield"). Linear in the
// length of the text, whatever the number of phrases.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace debrief {

// The folded words of a text: lower case, no accents.
std::vector<std::string> folded_words(std::string_view text);

class WordScan {
 public:
  // `index` is the caller's own name for the phrase. One without words is never found.
  void add(const std::vector<std::string>& words, std::size_t index);
  bool empty() const { return phrases_.empty(); }
  std::size_t size() const { return count_; }

  // Calls `found` for each place, in order: the phrase, and where it begins in `text`.
  void find(std::string_view text,
            const std::function<void(std::size_t index, std::size_t at)>& found) const;

 private:
  struct Phrase {
    std::vector<std::string> rest;  // its words after the first
    std::size_t index;
  };
  // By first word. Looked up only, so its order does not matter.
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;
  std::size_t count_ = 0;
};

}  // namespace debrief
