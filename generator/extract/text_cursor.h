// A place in a text that is read from left to right. A step that does not fit leaves it where it
// was.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace debrief {

class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view since(std::size_t begin) const { return text_.substr(begin, at_ - begin); }
  bool done() const { return at_ == text_.size(); }
  char peek() const { return done() ? '\0' : text_[at_]; }
  bool is_at_space() const;

  bool take(std::string_view text);
  bool take_ignoring_case(std::string_view text);
  // As the former, where the text does not go on with a letter or a digit.
  bool take_word(std::string_view word);
  // Also the spaces that do not break a line.
  bool skip_spaces();
  // "-" and the longer dashes.
  bool take_dash();
  // A number of `least` to `most` digits that is not part of a longer one.
  std::optional<int> take_number(std::size_t least, std::size_t most);
  std::string_view take_letters();
  // No letter, digit or underscore follows.
  bool is_at_word_end() const;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace debrief
