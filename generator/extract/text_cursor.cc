#include "generator/extract/text_cursor.h"

#include <charconv>

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::string_view kSpaces[] = {" ", "\t", "\n", "\xC2\xA0", "\xE2\x80\xAF"};
// Hyphen, hyphen that does not break, figure dash, en dash, em dash, minus.
constexpr std::string_view kDashes[] = {
    "-",           "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94",
    "\xE2\x88\x92"};

}  // namespace

bool TextCursor::is_at_space() const {
  for (const std::string_view space : kSpaces) {
    if (rest().starts_with(space)) return true;
  }
  return false;
}

bool TextCursor::take(std::string_view text) {
  if (!rest().starts_with(text)) return false;
  at_ += text.size();
  return true;
}

bool TextCursor::take_ignoring_case(std::string_view text) {
  if (!equal_ignoring_case(rest().substr(0, text.size()), text)) return false;
  at_ += text.size();
  return true;
}

bool TextCursor::take_word(std::string_view word) {
  const std::size_t before = at_;
  if (take_ignoring_case(word) && is_at_word_end()) return true;
  at_ = before;
  return false;
}

bool TextCursor::skip_spaces() {
  const std::size_t before = at_;
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view space : kSpaces) again = take(space) || again;
  }
  return at_ != before;
}

bool TextCursor::take_dash() {
  for (const std::string_view dash : kDashes) {
    if (take(dash)) return true;
  }
  return false;
}

std::optional<int> TextCursor::take_number(std::size_t least, std::size_t most) {
  std::size_t count = 0;
  while (at_ + count < text_.size() && is_digit(text_[at_ + count])) ++count;
  if (count < least || count > most) return std::nullopt;
  int value = 0;
  const char* begin = text_.data() + at_;
  if (std::from_chars(begin, begin + count, value).ec != std::errc()) return std::nullopt;
  at_ += count;
  return value;
}

std::string_view TextCursor::take_letters() {
  const std::size_t before = at_;
  while (!done() && is_letter(text_[at_])) ++at_;
  return since(before);
}

bool TextCursor::is_at_word_end() const {
  return done() || !(is_letter(peek()) || is_digit(peek()) || peek() == '_');
}

}  // namespace debrief
