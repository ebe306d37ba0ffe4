// The words of a text, the same ones for indexing, querying and marking matches.
//
// A name such as kube-proxy, max_connections or db-3.eu.prod is a row of words, each
// `attached` to the one before. Besides these come words that have no place of their own:
// names written as one, so that "health-check" and "healthcheck" find each other; two
// neighbouring characters of a script that puts no spaces between words; and what
// OutOfMemoryError and v1.22.3 are made of, so that they are found in part.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace debrief::search {

inline constexpr std::size_t kMaxWordBytes = 64;  // What is longer is cut here.

struct Word {
  // `digits`: at least one digit in it. `ideograph`: one character, with the marks on it, of
  // a script without spaces, or two that are `joined`.
  enum class Kind { letters, digits, ideograph };

  std::string_view text;  // In lower case. Valid until the next call of Tokenizer::next.
  std::size_t begin = 0;  // Where it stands in the text, in bytes.
  std::size_t end = 0;
  Kind kind = Kind::letters;
  bool attached = false;  // No space between it and the word before.
  bool joined = false;    // The words just before it, written as one.
  bool part = false;      // Of the last word with a place; of a number, a shorter form of it.

  bool has_place() const { return !joined && !part; }
};

class Tokenizer {
 public:
  // Requires: `text` outlives the tokenizer.
  explicit Tokenizer(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next(Word& word);

 private:
  struct Part {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  struct Gap {
    bool ties = false;        // What stands there makes one name of the words around it.
    bool one_hyphen = false;  // Nothing but a hyphen or underscore.
    bool empty = false;
  };

  bool skip_to_word();
  Gap gap_before_word() const;
  void read_word(Word& word);
  void read_ideograph(Word& word);
  void add_part(std::size_t word_begin, std::size_t begin, std::size_t end);
  void add_number_parts(const Word& word);
  void extend_name(const Word& word);
  void join_ideographs(const Word& word);
  bool name_goes_on() const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t last_end_ = 0;  // Of the last word; 0 before the first.
  std::string word_;

  std::vector<Part> parts_;  // Of the last word.
  std::size_t next_part_ = 0;

  std::string name_;  // The words of the present name, without what joins them.
  std::size_t name_begin_ = 0;
  std::size_t name_words_ = 0;
  Word::Kind name_kind_ = Word::Kind::letters;
  bool name_starts_with_letter_ = false;
  bool name_due_ = false;

  std::string ideograph_;  // The last word, if it is one.
  std::size_t ideograph_begin_ = 0;
};

// The number as one would say it: "1.22.3" for "v1.22.3", "80070005" for "0x80070005", "1200"
// for "1,200". Most words are as they are.
std::string plain_number(std::string_view word);

}  // namespace debrief::search
