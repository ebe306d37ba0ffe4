#include "search/tokenizer.h"

#include <xapian.h>

#include <algorithm>
#include <array>

#include "search/text.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMaxWordsOfName = 4;  // Longer rows are slugs, not names.
constexpr std::size_t kMaxJoiners = 3;      // "https://" has three.
constexpr std::size_t kMaxParts = 6;        // What changes case more often is no identifier.
constexpr std::size_t kMinPartBytes = 2;

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

// The next character; full-width forms, as in "ＨＴＴＰ", are the characters they stand for.
char32_t next_character(std::string_view text, std::size_t& at) {
  const char32_t c = next_code_point(text, at);
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

// Scripts written without spaces: Chinese, Japanese and Korean; Thai, Lao, Burmese and Khmer.
bool is_unspaced(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2EFF) || (c >= 0x3000 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF66 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x2FA1F) ||
         (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0xA9E0 && c <= 0xA9FF) ||
         (c >= 0xAA60 && c <= 0xAA7F);
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
  if (Xapian::Unicode::get_category(c) == Xapian::Unicode::DECIMAL_DIGIT_NUMBER) {
    return Class::digit;
  }
  return is_unspaced(c) ? Class::ideograph : Class::letter;
}

bool is_word(Class c) {
  return c == Class::letter || c == Class::digit;
}

bool is_mark(char32_t c) {
  const Xapian::Unicode::category category = Xapian::Unicode::get_category(c);
  return category == Xapian::Unicode::NON_SPACING_MARK ||
         category == Xapian::Unicode::COMBINING_SPACING_MARK;
}

bool is_upper(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z';
  return Xapian::Unicode::get_category(c) == Xapian::Unicode::UPPERCASE_LETTER;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

char32_t lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  constexpr char32_t kSigma = 0x3C3;
  constexpr char32_t kFinalSigma = 0x3C2;  // In small letters only, so case would tell.
  return c == kFinalSigma ? kSigma : Xapian::Unicode::tolower(c);
}

Class class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? class_of(next_character(text, at)) : Class::other;
}

// Two of them: the plural of "APIs" begins no word.
bool are_lower_at(std::string_view text, std::size_t at) {
  for (int i = 0; i < 2; ++i) {
    if (class_at(text, at) != Class::letter || is_upper(next_character(text, at))) return false;
  }
  return true;
}

// Of "don't", "customer's", "we're": elsewhere an apostrophe parts two words, as in l'été.
bool is_english_ending(std::string_view text, std::size_t at) {
  std::string ending;
  while (ending.size() < 3 && class_at(text, at) == Class::letter) {
    append_code_point(ending, lower(next_character(text, at)));
  }
  constexpr std::string_view kEndings[] = {"s", "t", "d", "m", "ll", "re", "ve"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

// Whether commas part the thousands of this number.
bool has_thousands(std::string_view word) {
  const std::string_view whole = word.substr(0, word.find('.'));
  const std::size_t first = whole.find(',');
  if (first > 3 || (whole.size() - first) % 4 != 0) return false;  // Or there is none.
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const bool comma_due = i >= first && (i - first) % 4 == 0;
    const bool right = comma_due ? whole[i] == ',' : is_ascii_digit(whole[i]);
    if (!right) return false;
  }
  return true;
}

}  // namespace

std::string plain_number(std::string_view word) {
  if (word.size() > 1 && word[0] == 'v' && is_ascii_digit(word[1])) word.remove_prefix(1);
  if (word.size() > 3 && word.substr(0, 2) == "0x") word.remove_prefix(2);
  std::string plain(word);
  if (has_thousands(word)) plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  return plain;
}

bool Tokenizer::next(Word& word) {
  if (next_part_ < parts_.size()) {
    const Part& part = parts_[next_part_++];
    word = Word{.text = part.text, .begin = part.begin, .end = part.end, .attached = true};
    word.part = true;
    const bool digits = std::any_of(part.text.begin(), part.text.end(), is_ascii_digit);
    if (digits) word.kind = Word::Kind::digits;
    return true;
  }
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
  parts_.clear();
  next_part_ = 0;
  if (!skip_to_word()) return false;

  word = Word{};
  const Gap gap = gap_before_word();
  if (class_at(text_, at_) == Class::ideograph) {
    word.attached = gap.empty && !ideograph_.empty();
    read_ideograph(word);
    last_end_ = word.end;
    join_ideographs(word);
    return true;
  }
  word.attached = gap.ties && ideograph_.empty();
  ideograph_.clear();
  if (!word.attached || !gap.one_hyphen) name_words_ = 0;
  read_word(word);
  last_end_ = word.end;
  extend_name(word);
  return true;
}

bool Tokenizer::skip_to_word() {
  while (at_ < text_.size()) {
    std::size_t after = at_;
    const Class c = class_of(next_character(text_, after));
    if (is_word(c) || c == Class::ideograph) return true;
    at_ = after;
  }
  return false;
}

Tokenizer::Gap Tokenizer::gap_before_word() const {
  if (last_end_ == 0) return {};
  const std::string_view text = text_.substr(last_end_, at_ - last_end_);
  std::size_t visible = 0;
  std::size_t hyphens = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Class c = class_of(next_character(text, i));
    if (c == Class::ignorable) continue;
    if (c == Class::hyphen) ++hyphens;
    if ((c != Class::hyphen && c != Class::joiner) || ++visible > kMaxJoiners) return {};
  }
  return {.ties = true, .one_hyphen = visible == 1 && hyphens == 1, .empty = visible == 0};
}

// With the vowels and tones that are written around it.
void Tokenizer::read_ideograph(Word& word) {
  word_.clear();
  word.kind = Word::Kind::ideograph;
  word.begin = at_;
  append_code_point(word_, lower(next_character(text_, at_)));
  while (at_ < text_.size() && word_.size() < kMaxWordBytes / 4) {
    std::size_t after = at_;
    const char32_t c = next_character(text_, after);
    if (class_of(c) != Class::ideograph || !is_mark(c)) break;
    append_code_point(word_, c);
    at_ = after;
  }
  word.end = at_;
  word.text = word_;
}

void Tokenizer::read_word(Word& word) {
  word_.clear();
  word.begin = at_;
  char32_t previous = 0;
  std::size_t letters = 0;
  bool has_digit = false;
  std::size_t part_begin = at_;     // Of the present part, in the text,
  std::size_t part_word_begin = 0;  // and in the word.
  while (at_ < text_.size()) {
    std::size_t after = at_;
    char32_t c = next_character(text_, after);
    const Class kind = class_of(c);
    if (!is_word(kind)) {
      // Inside a word: an apostrophe before an English ending; and a point or comma between
      // digits.
      const Class following = class_at(text_, after);
      const Class before = class_of(previous);
      if (kind == Class::ignorable && is_word(following)) {
        at_ = after;
        continue;
      }
      const bool after_letters = before == Class::letter && letters > 1;
      if (is_apostrophe(c) && after_letters && is_english_ending(text_, after)) {
        c = '\'';
      } else if ((c != '.' && c != ',') || before != Class::digit || following != Class::digit) {
        break;
      }
    }
    if (kind == Class::digit) has_digit = true;
    if (kind == Class::letter) ++letters;
    // Before the C of maxConnections, and before the S of HTTPServer.
    if (is_upper(c) && is_word(class_of(previous)) &&
        (!is_upper(previous) || are_lower_at(text_, after))) {
      add_part(part_word_begin, part_begin, at_);
      part_begin = at_;
      part_word_begin = word_.size();
    }
    const std::size_t size = word_.size();
    if (size < kMaxWordBytes) append_code_point(word_, lower(c));
    if (word_.size() > kMaxWordBytes) word_.resize(size);
    previous = c;
    at_ = after;
  }
  word.end = at_;
  word.text = word_;
  if (!parts_.empty()) add_part(part_word_begin, part_begin, at_);
  const bool cut = word_.size() >= kMaxWordBytes - 3;
  if (has_digit || cut || parts_.size() > kMaxParts) parts_.clear();
  if (has_digit) word.kind = Word::Kind::digits;
  if (has_digit && !cut) add_number_parts(word);
  parts_.erase(std::remove_if(parts_.begin(), parts_.end(),
                              [](const Part& part) { return part.text.size() < kMinPartBytes; }),
               parts_.end());
}

void Tokenizer::add_part(std::size_t word_begin, std::size_t begin, std::size_t end) {
  if (parts_.size() > kMaxParts) return;
  parts_.push_back({.text = word_.substr(word_begin), .begin = begin, .end = end});
}

// The number without what is often left out, and a version without its last places.
void Tokenizer::add_number_parts(const Word& word) {
  std::string number = plain_number(word_);
  if (number != word_) parts_.push_back({number, word.begin, word.end});
  const bool points = std::all_of(number.begin(), number.end(),
                                  [](char c) { return is_ascii_digit(c) || c == '.'; });
  if (!points) return;
  for (std::size_t end = number.rfind('.'); end != std::string::npos && parts_.size() < kMaxParts;
       end = number.rfind('.')) {
    number.resize(end);
    if (number.find('.') == std::string::npos) break;
    parts_.push_back({number, word.begin, word.end});
  }
}

void Tokenizer::extend_name(const Word& word) {
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

// Where words have no bounds, two neighbours are what comes closest to a word.
void Tokenizer::join_ideographs(const Word& word) {
  name_words_ = 0;
  if (word.attached) {
    name_ = ideograph_ + word_;
    name_begin_ = ideograph_begin_;
    name_kind_ = Word::Kind::ideograph;
    name_due_ = true;
  }
  ideograph_ = word_;
  ideograph_begin_ = word.begin;
}

bool Tokenizer::name_goes_on() const {
  std::size_t after = at_;
  if (after >= text_.size()) return false;
  return class_of(next_character(text_, after)) == Class::hyphen && is_word(class_at(text_, after));
}

}  // namespace debrief::search
