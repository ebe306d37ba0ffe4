#include "search/tokenizer.h"

#include <xapian.h>

#include <array>

#include "search/text.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMaxWordsOfName = 4;  // Longer rows are slugs, not names.
constexpr std::size_t kMaxJoiners = 3;      // "https://" has three.

enum class Class : unsigned char { other, letter, digit, ideograph, hyphen, joiner, ignorable };

constexpr std::array<Class, 128> make_ascii_classes() {
  std::array<Class, 128> classes{};
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = Class::letter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = Class::letter;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = Class::digit;
  for (const unsigned char c : std::string_view("-_")) classes[c] = Class::hyphen;
  for (const unsigned char c : std::string_view("./:@&\\#=+>'")) classes[c] = Class::joiner;
  return classes;
}

constexpr std::array<Class, 128> kAsciiClasses = make_ascii_classes();

// Scripts written without spaces, where each character counts as a word.
bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2EFF) || (c >= 0x3000 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF66 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x2FA1F);
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;
}

Class class_of(char32_t c) {
  if (c < 128) return kAsciiClasses[c];
  // Soft hyphen, zero-width spaces and joiners: invisible inside a word.
  if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) {
    return Class::ignorable;
  }
  if (c == 0x2010 || c == 0x2011) return Class::hyphen;
  if (is_apostrophe(c)) return Class::joiner;
  if (!Xapian::Unicode::is_wordchar(c)) return Class::other;
  if (is_ideograph(c)) return Class::ideograph;
  return Xapian::Unicode::get_category(c) == Xapian::Unicode::DECIMAL_DIGIT_NUMBER ? Class::digit
                                                                                   : Class::letter;
}

bool is_word(Class c) {
  return c == Class::letter || c == Class::digit;
}

char32_t lower(char32_t c) {
  if (c >= 128) return Xapian::Unicode::tolower(c);
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

Class class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? class_of(next_code_point(text, at)) : Class::other;
}

}  // namespace

bool Tokenizer::next(Word& word) {
  if (name_due_) {
    name_due_ = false;
    word = Word{.text = name_,
                .begin = name_begin_,
                .end = last_end_,
                .kind = name_kind_,
                .attached = true,
                .joined = true};
    return true;
  }
  const std::size_t gap_begin = last_end_;
  if (!skip_to_word()) return false;

  word = Word{};
  const std::string_view gap = text_.substr(gap_begin, at_ - gap_begin);
  std::size_t joiners = 0;
  std::size_t hyphens = 0;
  bool only_joiners = true;
  for (std::size_t i = 0; i < gap.size();) {
    const Class c = class_of(next_code_point(gap, i));
    if (c == Class::hyphen) ++hyphens;
    if (c != Class::hyphen && c != Class::joiner && c != Class::ignorable) only_joiners = false;
    if (++joiners > kMaxJoiners) break;
  }
  word.attached = last_end_ > 0 && only_joiners && joiners <= kMaxJoiners;
  const bool same_name = word.attached && joiners == 1 && hyphens == 1 && name_words_ > 0;
  if (!same_name) name_words_ = 0;

  read_word(word);
  last_end_ = word.end;
  extend_name(word);
  return true;
}

bool Tokenizer::skip_to_word() {
  while (at_ < text_.size()) {
    std::size_t after = at_;
    const Class c = class_of(next_code_point(text_, after));
    if (is_word(c) || c == Class::ideograph) return true;
    at_ = after;
  }
  return false;
}

void Tokenizer::read_word(Word& word) {
  word_.clear();
  word.begin = at_;
  char32_t previous = 0;
  std::size_t letters = 0;
  bool has_digit = false;
  while (at_ < text_.size()) {
    std::size_t after = at_;
    char32_t c = next_code_point(text_, after);
    const Class kind = class_of(c);
    if (kind == Class::ideograph) {
      if (!word_.empty()) break;
      append_code_point(word_, lower(c));
      at_ = after;
      word.kind = Word::Kind::ideograph;
      break;
    }
    if (!is_word(kind)) {
      // Inside a word: an apostrophe, though not that of l'été; and a point or comma between
      // digits.
      const Class following = class_at(text_, after);
      const Class before = class_of(previous);
      if (kind == Class::ignorable && is_word(following)) {
        at_ = after;
        continue;
      }
      const bool after_letters = before == Class::letter && letters > 1;
      if (is_apostrophe(c) && after_letters && following == Class::letter) {
        c = '\'';
      } else if ((c != '.' && c != ',') || before != Class::digit || following != Class::digit) {
        break;
      }
    }
    if (kind == Class::digit) has_digit = true;
    if (kind == Class::letter) ++letters;
    const std::size_t size = word_.size();
    if (size < kMaxWordBytes) append_code_point(word_, lower(c));
    if (word_.size() > kMaxWordBytes) word_.resize(size);
    previous = c;
    at_ = after;
  }
  word.end = at_;
  word.text = word_;
  if (has_digit) word.kind = Word::Kind::digits;
}

void Tokenizer::extend_name(const Word& word) {
  if (word.kind == Word::Kind::ideograph) {
    name_words_ = 0;
    return;
  }
  if (name_words_ == 0) {
    name_.clear();
    name_begin_ = word.begin;
    name_kind_ = Word::Kind::letters;
    name_starts_with_letter_ = class_at(word_, 0) == Class::letter;
  }
  if (word.kind == Word::Kind::digits) name_kind_ = Word::Kind::digits;
  ++name_words_;
  if (name_words_ <= kMaxWordsOfName) name_ += word_;
  name_due_ = name_words_ > 1 && name_words_ <= kMaxWordsOfName && name_starts_with_letter_ &&
              name_.size() <= kMaxWordBytes && !name_goes_on();
}

bool Tokenizer::name_goes_on() const {
  std::size_t after = at_;
  if (after >= text_.size()) return false;
  return class_of(next_code_point(text_, after)) == Class::hyphen &&
         is_word(class_at(text_, after));
}

}  // namespace debrief::search
