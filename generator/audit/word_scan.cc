#include "generator/audit/word_scan.h"

#include <algorithm>
#include <utility>

#include "generator/view/matching_text.h"

namespace debrief {
namespace {

constexpr std::size_t kWidestGap = 4;  // bytes between two words of a phrase

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

struct Word {
  std::size_t begin;
  std::size_t end;
};

// Of a folded text.
std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    words.push_back({begin, at});
  }
  return words;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const MatchingText folded = folded_text(text);
  std::vector<std::string> words;
  for (const Word& word : words_in(folded.text)) {
    words.push_back(folded.text.substr(word.begin, word.end - word.begin));
  }
  return words;
}

void WordScan::add(const std::vector<std::string>& words, std::size_t index) {
  if (words.empty()) return;
  phrases_[words.front()].push_back({{words.begin() + 1, words.end()}, index});
  ++count_;
}

void WordScan::find(std::string_view text,
                    const std::function<void(std::size_t index, std::size_t at)>& found) const {
  if (phrases_.empty()) return;
  const MatchingText folded = folded_text(text);
  const std::string_view bytes = folded.text;
  const std::vector<Word> words = words_in(bytes);
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    key.assign(bytes.substr(words[i].begin, words[i].end - words[i].begin));
    const auto candidates = phrases_.find(key);
    if (candidates == phrases_.end()) continue;
    for (const Phrase& phrase : candidates->second) {
      if (i + phrase.rest.size() >= words.size()) continue;
      bool matches = true;
      for (std::size_t k = 0; k < phrase.rest.size() && matches; ++k) {
        const Word& word = words[i + k + 1];
        matches = word.begin - words[i + k].end <= kWidestGap &&
                  bytes.substr(word.begin, word.end - word.begin) == phrase.rest[k];
      }
      if (matches) found(phrase.index, folded.original_begin(words[i].begin));
    }
  }
}

}  // namespace debrief
