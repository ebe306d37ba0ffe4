// The words of a text, the same ones for indexing, querying and marking matches.
//
// A name such as kube-proxy, max_connections or db-3.eu.prod is a row of words, each
// `attached` to the one before. Words tied by one hyphen or underscore come once more
// as one word, after the last of them: "health-check" gives health, check, healthcheck,
// so that people need not remember which spelling was used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace debrief::search {

inline constexpr std::size_t kMaxWordBytes = 64;  // What is longer is cut here.

struct Word {
  enum class Kind { letters, digits, ideograph };  // `digits`: at least one digit in it.

  std::string_view text;  // In lower case. Valid until the next call of Tokenizer::next.
  std::size_t begin = 0;  // Where it stands in the text, in bytes.
  std::size_t end = 0;
  Kind kind = Kind::letters;
  bool attached = false;  // No space between it and the word before.
  bool joined = false;    // The words just before it, written as one.
};

class Tokenizer {
 public:
  // Requires: `text` outlives the tokenizer.
  explicit Tokenizer(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next(Word& word);

 private:
  bool skip_to_word();
  void read_word(Word& word);
  void extend_name(const Word& word);
  bool name_goes_on() const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t last_end_ = 0;  // Of the last word; 0 before the first.
  std::string word_;
  std::string name_;  // The words of the present name, without what joins them.
  std::size_t name_begin_ = 0;
  std::size_t name_words_ = 0;
  Word::Kind name_kind_ = Word::Kind::letters;
  bool name_starts_with_letter_ = false;
  bool name_due_ = false;
};

}  // namespace debrief::search
