#include "generator/base/text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "generator/base/utf8.h"

namespace debrief {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// Most text is ASCII, which needs no decoding: eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  while (text.size() - offset >= sizeof(std::uint64_t)) {
    std::uint64_t block;
    std::memcpy(&block, text.data() + offset, sizeof block);
    if ((block & kHighBits) != 0) break;
    offset += sizeof block;
  }
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

// The bytes that the first `characters` characters take.
std::size_t prefix_bytes(std::string_view utf8, std::size_t characters) {
  std::size_t offset = 0;
  while (offset < utf8.size()) {
    if (begins_character(utf8[offset])) {
      if (characters == 0) break;
      --characters;
    }
    ++offset;
  }
  return offset;
}

}  // namespace

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string to_lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string collapse_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += ' ';
    gap = false;
    result += c;
  }
  return result;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = skip_ascii(text, 0);
  while (offset < text.size()) {
    const Utf8Character character = decode_utf8(text, offset);
    if (!character.valid) return offset;
    offset = skip_ascii(text, offset + character.length);
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character));
}

std::string shorten(std::string_view utf8, std::size_t characters) {
  if (count_characters(utf8) <= characters) return std::string(utf8);
  if (characters == 0) return "";
  const std::string_view kept = utf8.substr(0, prefix_bytes(utf8, characters - 1));

  // A gap in the first half would throw away too much: scripts that write no spaces
  // between words are cut between any two characters.
  std::size_t end = kept.size();
  while (end > 0 && !is_space(utf8[end])) --end;
  if (end < kept.size() / 2) end = kept.size();

  std::string_view cut = kept.substr(0, end);
  while (!cut.empty() && is_space(cut.back())) cut.remove_suffix(1);
  return std::string(cut) + "…";
}

}  // namespace debrief
