#include "generator/base/slug.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "generator/base/utf8.h"

namespace debrief {

namespace {

constexpr std::size_t kMostCharacters = 80;
// File systems count bytes, and allow 255 of them; a suffix and an extension are to follow.
constexpr std::size_t kMostBytes = 200;

struct Spelling {
  char32_t first;
  char32_t last;
  std::string_view ascii;
};

// Latin letters and what is left of them without their accents: Latin-1, Latin Extended-A,
// and the Romanian and Vietnamese letters beyond. Sorted.
constexpr Spelling kSpellings[] = {
    {0x00AA, 0x00AA, "a"},  {0x00B2, 0x00B2, "2"},  {0x00B3, 0x00B3, "3"},  {0x00B5, 0x00B5, "u"},
    {0x00B9, 0x00B9, "1"},  {0x00BA, 0x00BA, "o"},  {0x00C0, 0x00C5, "a"},  {0x00C6, 0x00C6, "ae"},
    {0x00C7, 0x00C7, "c"},  {0x00C8, 0x00CB, "e"},  {0x00CC, 0x00CF, "i"},  {0x00D0, 0x00D0, "d"},
    {0x00D1, 0x00D1, "n"},  {0x00D2, 0x00D6, "o"},  {0x00D8, 0x00D8, "o"},  {0x00D9, 0x00DC, "u"},
    {0x00DD, 0x00DD, "y"},  {0x00DE, 0x00DE, "th"}, {0x00DF, 0x00DF, "ss"}, {0x00E0, 0x00E5, "a"},
    {0x00E6, 0x00E6, "ae"}, {0x00E7, 0x00E7, "c"},  {0x00E8, 0x00EB, "e"},  {0x00EC, 0x00EF, "i"},
    {0x00F0, 0x00F0, "d"},  {0x00F1, 0x00F1, "n"},  {0x00F2, 0x00F6, "o"},  {0x00F8, 0x00F8, "o"},
    {0x00F9, 0x00FC, "u"},  {0x00FD, 0x00FD, "y"},  {0x00FE, 0x00FE, "th"}, {0x00FF, 0x00FF, "y"},
    {0x0100, 0x0105, "a"},  {0x0106, 0x010D, "c"},  {0x010E, 0x0111, "d"},  {0x0112, 0x011B, "e"},
    {0x011C, 0x0123, "g"},  {0x0124, 0x0127, "h"},  {0x0128, 0x0131, "i"},  {0x0132, 0x0133, "ij"},
    {0x0134, 0x0135, "j"},  {0x0136, 0x0138, "k"},  {0x0139, 0x0142, "l"},  {0x0143, 0x014B, "n"},
    {0x014C, 0x0151, "o"},  {0x0152, 0x0153, "oe"}, {0x0154, 0x0159, "r"},  {0x015A, 0x0161, "s"},
    {0x0162, 0x0167, "t"},  {0x0168, 0x0173, "u"},  {0x0174, 0x0175, "w"},  {0x0176, 0x0178, "y"},
    {0x0179, 0x017E, "z"},  {0x017F, 0x017F, "s"},  {0x01A0, 0x01A1, "o"},  {0x01AF, 0x01B0, "u"},
    {0x0218, 0x0219, "s"},  {0x021A, 0x021B, "t"},  {0x1E9E, 0x1E9E, "ss"}, {0x1EA0, 0x1EB7, "a"},
    {0x1EB8, 0x1EC7, "e"},  {0x1EC8, 0x1ECB, "i"},  {0x1ECC, 0x1EE3, "o"},  {0x1EE4, 0x1EF1, "u"},
    {0x1EF2, 0x1EF9, "y"},
};

struct Range {
  char32_t first;
  char32_t last;
};

// Letters, digits and vowel signs of scripts in use today. A list of what may stand in a
// name, not of what may not: a new emoji or format character is kept out without our
// knowing of it. Sorted.
// clang-format off
constexpr Range kLetters[] = {
    {0x0180, 0x024F}, {0x0250, 0x02AF},                    // Latin Extended-B, phonetic
    {0x0370, 0x0373}, {0x0376, 0x0377}, {0x037B, 0x037D},  // Greek
    {0x037F, 0x037F}, {0x0386, 0x0386}, {0x0388, 0x03F5},
    {0x03F7, 0x03FF},
    {0x0400, 0x0481}, {0x048A, 0x052F},                    // Cyrillic
    {0x0531, 0x0556}, {0x0561, 0x0587},                    // Armenian
    {0x05B0, 0x05BD}, {0x05D0, 0x05EA},                    // Hebrew
    {0x0620, 0x063F}, {0x0641, 0x0669}, {0x066E, 0x06D3},  // Arabic
    {0x06D5, 0x06D5}, {0x06EE, 0x06FC},
    {0x0900, 0x0963}, {0x0966, 0x096F}, {0x0971, 0x0DEF},  // Devanagari to Sinhala
    {0x0E01, 0x0E3A}, {0x0E40, 0x0E4E}, {0x0E50, 0x0E59},  // Thai
    {0x0E81, 0x0EDF},                                      // Lao
    {0x0F20, 0x0F33}, {0x0F40, 0x0F84}, {0x0F90, 0x0FBC},  // Tibetan
    {0x1000, 0x1049}, {0x1050, 0x109D},                    // Myanmar
    {0x10A0, 0x10FA}, {0x10FC, 0x10FF},                    // Georgian
    {0x1200, 0x135F}, {0x1380, 0x138F},                    // Ethiopic
    {0x13A0, 0x13FD}, {0x1401, 0x166C},                    // Cherokee, Canadian syllabics
    {0x1780, 0x17B3}, {0x17B6, 0x17D3}, {0x17E0, 0x17E9},  // Khmer
    {0x1810, 0x1819}, {0x1820, 0x18AA},                    // Mongolian
    {0x1E00, 0x1FBC}, {0x1FC2, 0x1FCC}, {0x1FD0, 0x1FDB},  // Latin and Greek, additional
    {0x1FE0, 0x1FEC}, {0x1FF2, 0x1FFC},
    {0x3005, 0x3007}, {0x3041, 0x3096}, {0x30A1, 0x30FA},  // Japanese
    {0x30FC, 0x30FE},
    {0x3105, 0x312F}, {0x31A0, 0x31BF},                    // Bopomofo
    {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},                    // Ideographs
    {0xA000, 0xA48C}, {0xAC00, 0xD7A3}, {0xF900, 0xFAD9},  // Yi, Hangul, ideographs
    {0xFF66, 0xFF9F}, {0x20000, 0x323AF},                  // Half-width, ideographs
};
// clang-format on

std::string_view ascii_spelling(char32_t code) {
  const auto* const found = std::lower_bound(
      std::begin(kSpellings), std::end(kSpellings), code,
      [](const Spelling& spelling, char32_t wanted) { return spelling.last < wanted; });
  return found != std::end(kSpellings) && found->first <= code ? found->ascii : "";
}

bool is_letter(char32_t code) {
  const auto* const found =
      std::lower_bound(std::begin(kLetters), std::end(kLetters), code,
                       [](const Range& range, char32_t wanted) { return range.last < wanted; });
  return found != std::end(kLetters) && found->first <= code;
}

// Stands inside a word and is no part of its letters: apostrophes ("didn't"), accents that
// are characters of their own, soft hyphens, joiners.
bool is_passed_over(char32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x00AD || (code >= 0x0300 && code <= 0x036F) ||
         (code >= 0x200B && code <= 0x200D);
}

void append_word_character(std::string& word, char32_t code) {
  constexpr char32_t kFullWidth = 0xFEE0;
  const bool is_full_width = (code >= 0xFF10 && code <= 0xFF19) ||
                             (code >= 0xFF21 && code <= 0xFF3A) ||
                             (code >= 0xFF41 && code <= 0xFF5A);
  if (is_full_width) code -= kFullWidth;
  if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9')) {
    word += static_cast<char>(code);
  } else if (code >= 'A' && code <= 'Z') {
    word += static_cast<char>(code - 'A' + 'a');
  } else if (const std::string_view ascii = ascii_spelling(code); !ascii.empty()) {
    word += ascii;
  } else if (is_letter(code)) {
    append_utf8(word, code);
  }
}

// Cuts at the last hyphen that leaves the slug short enough, or within its only word.
void cut(std::string& slug) {
  std::size_t end = 0;
  for (std::size_t characters = 0; end < slug.size() && characters < kMostCharacters;
       ++characters) {
    const std::size_t length = decode_utf8(slug, end).length;
    if (end + length > kMostBytes) break;
    end += length;
  }
  if (end == slug.size()) return;
  const std::size_t hyphen = slug.rfind('-', end);
  slug.resize(hyphen == std::string::npos ? end : hyphen);
}

// Windows takes these for devices, whatever extension follows.
bool is_reserved(std::string_view slug) {
  const bool is_numbered = slug.size() == 4 && slug[3] >= '0' && slug[3] <= '9';
  if (is_numbered) return slug.starts_with("com") || slug.starts_with("lpt");
  return slug == "con" || slug == "prn" || slug == "aux" || slug == "nul";
}

}  // namespace

std::string make_slug(std::string_view text) {
  std::string slug;
  bool gap = false;
  std::string characters;
  for (std::size_t offset = 0; offset < text.size();) {
    const Utf8Character character = decode_utf8(text, offset);
    offset += character.length;
    if (is_passed_over(character.code)) continue;
    characters.clear();
    append_word_character(characters, character.code);
    if (characters.empty()) {
      gap = true;
      continue;
    }
    if (gap && !slug.empty()) slug += '-';
    gap = false;
    slug += characters;
  }
  cut(slug);
  if (slug.empty()) return "x";
  if (is_reserved(slug)) slug += "-x";
  return slug;
}

std::string UniqueNames::take(const std::string& name) {
  // The number to try first is remembered, or a thousand headings "Notes" would each be
  // tried a thousand times.
  int& number = next_number_[name];
  std::string unique = name;
  if (number == 0) number = 2;
  while (!taken_.insert(unique).second) unique = name + '-' + std::to_string(number++);
  return unique;
}

}  // namespace debrief
