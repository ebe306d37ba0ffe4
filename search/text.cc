#include "search/text.h"

#include <xapian.h>

namespace debrief::search {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// How many bytes a sequence has that starts with `lead`; 0 if none starts so.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// Overlong forms, surrogates and what lies beyond Unicode.
bool is_ill_formed(char32_t code_point, std::size_t length) {
  if (length == 3) return code_point < 0x800 || (code_point >= 0xD800 && code_point < 0xE000);
  if (length == 4) return code_point < 0x10000 || code_point > 0x10FFFF;
  return false;
}

bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const unsigned char lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t length = sequence_length(lead);
  if (length == 0 || length > text.size() - at) {
    ++at;
    return kReplacement;
  }
  char32_t code_point = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned char byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) {
      ++at;
      return kReplacement;
    }
    code_point = (code_point << 6) | (byte & 0x3Fu);
  }
  if (is_ill_formed(code_point, length)) {
    ++at;
    return kReplacement;
  }
  at += length;
  return code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else {
    Xapian::Unicode::append_utf8(text, code_point);
  }
}

std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool space_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_blank(c)) {
      space_due = !result.empty();
      continue;
    }
    if (space_due) result += ' ';
    space_due = false;
    append_code_point(result, c);
  }
  return result;
}

std::string fold(std::string_view text) {
  const std::string cleaned = clean(text);
  std::string result;
  result.reserve(cleaned.size());
  for (std::size_t at = 0; at < cleaned.size();) {
    append_code_point(result, Xapian::Unicode::tolower(next_code_point(cleaned, at)));
  }
  return result;
}

std::string_view truncate(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace debrief::search
