#include "generator/view/matching_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/utf8.h"

namespace debrief {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool in_any(const std::array<Range, N>& ranges, char32_t code) {
  return std::ranges::any_of(
      ranges, [code](const Range& range) { return code >= range.first && code <= range.last; });
}

// Soft hyphens, joiners, direction marks, variation selectors, byte order marks.
bool is_invisible(char32_t code) {
  static constexpr std::array<Range, 9> kRanges = {{{0x00AD, 0x00AD},
                                                    {0x034F, 0x034F},
                                                    {0x061C, 0x061C},
                                                    {0x180B, 0x180E},
                                                    {0x200B, 0x200F},
                                                    {0x202A, 0x202E},
                                                    {0x2060, 0x206F},
                                                    {0xFE00, 0xFE0F},
                                                    {0xFEFF, 0xFEFF}}};
  return in_any(kRanges, code);
}

bool is_wide_space(char32_t code) {
  static constexpr std::array<Range, 6> kRanges = {{{0x00A0, 0x00A0},
                                                    {0x1680, 0x1680},
                                                    {0x2000, 0x200A},
                                                    {0x2028, 0x2029},
                                                    {0x202F, 0x205F},
                                                    {0x3000, 0x3000}}};
  return in_any(kRanges, code) && (code < 0x2030 || code > 0x205E);
}

bool is_hyphen(char32_t code) {
  return (code >= 0x2010 && code <= 0x2012) || code == 0x2212 || code == 0xFE63;
}

bool is_accent(char32_t code) {
  return code >= 0x0300 && code <= 0x036F;
}

// What is neither letter nor digit beyond ASCII: punctuation, symbols, pictures.
bool is_symbol(char32_t code) {
  static constexpr std::array<Range, 11> kRanges = {{{0x0080, 0x00A9},
                                                     {0x00AB, 0x00B4},
                                                     {0x00B6, 0x00B9},
                                                     {0x00BB, 0x00BF},
                                                     {0x2000, 0x2BFF},
                                                     {0x2E00, 0x2E7F},
                                                     {0x3000, 0x3004},
                                                     {0x3008, 0x3030},
                                                     {0xE000, 0xF8FF},
                                                     {0xFE10, 0xFE6F},
                                                     {0x1F000, 0x1FAFF}}};
  return in_any(kRanges, code) || code == 0x00D7 || code == 0x00F7 ||
         (code >= 0xFF61 && code <= 0xFF65) || (code >= 0xFFE0 && code <= 0xFFFF);
}

// Scripts that put no space between words: ideographs, kana, Hangul with its particles, Thai,
// Lao, Myanmar, Khmer.
bool is_unspaced(char32_t code) {
  static constexpr std::array<Range, 8> kRanges = {{{0x0E00, 0x0EFF},
                                                    {0x1000, 0x109F},
                                                    {0x1100, 0x11FF},
                                                    {0x1780, 0x17FF},
                                                    {0x2E80, 0xA4CF},
                                                    {0xAC00, 0xD7FF},
                                                    {0xF900, 0xFAFF},
                                                    {0x20000, 0x3FFFF}}};
  return in_any(kRanges, code);
}

constexpr char32_t kFirstLatin = 0x00C0;
constexpr char32_t kLastLatin = 0x024F;
constexpr char32_t kFirstMoreLatin = 0x1E00;
constexpr char32_t kLastMoreLatin = 0x1EFF;

// "e" for "É", as addresses spell it; empty where there is no such spelling.
std::string latin_spelling(char32_t code) {
  std::string letter;
  append_utf8(letter, code);
  std::string slug = make_slug(letter);
  return slug == "x" || slug == letter ? "" : slug;
}

std::string_view without_accent(char32_t code) {
  static const std::vector<std::string> kSpellings = [] {
    std::vector<std::string> spellings;
    for (char32_t c = kFirstLatin; c <= kLastLatin; ++c) spellings.push_back(latin_spelling(c));
    for (char32_t c = kFirstMoreLatin; c <= kLastMoreLatin; ++c) {
      spellings.push_back(latin_spelling(c));
    }
    return spellings;
  }();
  if (code >= kFirstLatin && code <= kLastLatin) return kSpellings[code - kFirstLatin];
  if (code >= kFirstMoreLatin && code <= kLastMoreLatin) {
    return kSpellings[kLastLatin - kFirstLatin + 1 + code - kFirstMoreLatin];
  }
  return "";
}

// Greek and Cyrillic; Latin letters are spelled without accents, in lower case.
char32_t lower(char32_t code) {
  if (code >= 0x0391 && code <= 0x03AB) return code + 0x20;
  if (code == 0x03C2) return 0x03C3;
  if (code >= 0x0410 && code <= 0x042F) return code + 0x20;
  if (code >= 0x0400 && code <= 0x040F) return code + 0x50;
  if (code >= 0x0531 && code <= 0x0556) return code + 0x30;
  return code;
}

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Writer {
 public:
  explicit Writer(std::size_t size) {
    out_.text.reserve(size);
    out_.begins.reserve(size);
    out_.ends.reserve(size);
  }

  void put(std::string_view text, std::size_t begin, std::size_t end) {
    for (const char c : text) {
      out_.text += c;
      out_.begins.push_back(static_cast<std::uint32_t>(begin));
      out_.ends.push_back(static_cast<std::uint32_t>(end));
    }
  }

  // A space, or more of the one before.
  void put_gap(std::size_t begin, std::size_t end) {
    if (!out_.text.empty() && out_.text.back() == ' ') {
      out_.ends.back() = static_cast<std::uint32_t>(end);
    } else {
      put(" ", begin, end);
    }
  }

  // What nobody sees belongs to the character before it.
  void put_nothing(std::size_t end) {
    if (!out_.ends.empty()) out_.ends.back() = static_cast<std::uint32_t>(end);
  }

  MatchingText take() { return std::move(out_); }

 private:
  MatchingText out_;
};

void fold(char32_t code, std::size_t begin, std::size_t end, Writer& out) {
  if (is_invisible(code) || is_accent(code)) return out.put_nothing(end);
  if (is_wide_space(code) || is_hyphen(code)) return out.put_gap(begin, end);
  if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;  // Full width.
  if (code == 0x2018 || code == 0x2019 || (code >= 0x02B9 && code <= 0x02BD)) code = '\'';
  if (is_symbol(code)) return out.put("\x01", begin, end);  // One is as good as another.
  if (const std::string_view spelling = without_accent(code); !spelling.empty()) {
    return out.put(spelling, begin, end);
  }
  if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
  std::string character;
  append_utf8(character, lower(code));
  out.put(character, begin, end);
}

enum class Class { outside, word, unspaced };

Class class_of(char32_t code) {
  if (code < 0x80) {
    const bool alphanumeric = (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
                              (code >= 'A' && code <= 'Z');
    return alphanumeric ? Class::word : Class::outside;
  }
  return is_unspaced(code) ? Class::unspaced : Class::word;
}

}  // namespace

MatchingText readable_text(std::string_view text) {
  MatchingText same;
  same.text = text;
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return same;
  }
  Writer out(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = decode_utf8(text, at);
    const std::size_t end = at + character.length;
    if (is_wide_space(character.code)) {
      out.put(" ", at, end);
    } else if (is_hyphen(character.code)) {
      out.put("-", at, end);
    } else if (is_invisible(character.code)) {
      out.put_nothing(end);
    } else {
      out.put(text.substr(at, character.length), at, end);
    }
    at = end;
  }
  return out.take();
}

MatchingText folded_text(std::string_view text) {
  Writer out(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const Utf8Character character = decode_utf8(text, at);
      fold(character.code, at, at + character.length, out);
      at += character.length;
      continue;
    }
    if (is_ascii_space(c) || c == '-' || c == '_') {
      out.put_gap(at, at + 1);
    } else {
      const char lowered = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      out.put({&lowered, 1}, at, at + 1);
    }
    ++at;
  }
  return out.take();
}

bool is_word_boundary(std::string_view folded, std::size_t at) {
  if (at == 0 || at >= folded.size()) return true;
  const auto left = static_cast<unsigned char>(folded[at - 1]);
  const auto right = static_cast<unsigned char>(folded[at]);
  if (left < 0x80 && right < 0x80) {
    return class_of(left) != Class::word || class_of(right) != Class::word;
  }
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(folded[before]) & 0xC0U) == 0x80U) --before;
  return class_of(decode_utf8(folded, before).code) != Class::word ||
         class_of(decode_utf8(folded, at).code) != Class::word;
}

bool is_capital(std::string_view text, std::size_t at) {
  const char32_t code = decode_utf8(text, at).code;
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0x00C0 && code <= 0x00DE) return code != 0x00D7;
  // In these blocks capitals and small letters take turns, twice out of step.
  if (code >= 0x0139 && code <= 0x0148) return code % 2 == 1;
  if (code >= 0x0179 && code <= 0x017E) return code % 2 == 1;
  if (code >= 0x0100 && code <= 0x0177) return code % 2 == 0;
  if (code >= kFirstMoreLatin && code <= kLastMoreLatin) return code % 2 == 0;
  return code == 0x0178 || lower(code) != code;
}

}  // namespace debrief
