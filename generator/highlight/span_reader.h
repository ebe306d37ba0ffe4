// What the tokenisers share: a place in the code, and the spans up to it.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/highlight/highlight.h"

namespace debrief {

// ASCII alone: which letters other scripts have matters to no language here.
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// Of a name. Bytes of other scripts are letters.
inline bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
inline bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

class SpanReader {
 public:
  explicit SpanReader(std::string_view code) : code_(code) {}

  bool at_end() const { return at_ == code_.size(); }
  std::string_view rest() const { return code_.substr(at_); }
  // A zero byte beyond the end.
  char peek(std::size_t ahead = 0) const {
    return ahead < code_.size() - at_ ? code_[at_ + ahead] : '\0';
  }

  // Up to the end of the line, without it. Goes through all of it: for once a line.
  std::string_view line() const { return rest().substr(0, rest().find('\n')); }

  // At most what there is.
  void take(std::size_t length, CodeKind kind) {
    const std::string_view text = rest().substr(0, length);
    at_ += text.size();
    if (text.empty()) return;
    if (!spans_.empty() && spans_.back().kind == kind) {
      const std::string_view last = spans_.back().text;
      spans_.back().text = {last.data(), last.size() + text.size()};
    } else {
      spans_.push_back({kind, text});
    }
  }
  void take_line(CodeKind kind) { take(line().size(), kind); }
  void take_line_end() {
    if (peek() == '\n') take(1, CodeKind::plain);
  }

  std::vector<CodeSpan> spans() && { return std::move(spans_); }

 private:
  std::string_view code_;
  std::size_t at_ = 0;
  std::vector<CodeSpan> spans_;
};

// The length of what `is_part` holds for, from the beginning of the text on.
template <typename IsPart>
std::size_t length_while(std::string_view text, IsPart is_part) {
  std::size_t length = 0;
  while (length < text.size() && is_part(text[length])) ++length;
  return length;
}

// The length of a quoted text with its quotes, as far as the line goes. A backslash takes the next
// byte along if `escape` is one; '\0' for none. Requires: the text begins with the quote.
std::size_t quoted_length(std::string_view text, char escape);

// "5", "-1.5e3", "0x1F", "30s", "10Mi", "2026-03-17", "10.0.0.1": begins as a number does, and goes
// on without a space.
bool looks_like_number(std::string_view word);

// "true", "null", "yes" and the like, as YAML and TOML have them.
bool is_constant(std::string_view word);

}  // namespace debrief
