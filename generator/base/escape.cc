#include "generator/base/escape.h"

#include <array>

#include "generator/base/text.h"

namespace debrief {

namespace {

enum class Treatment : unsigned char { keep, entity, drop, maybe_noncharacter };

constexpr std::array<Treatment, 256> kTreatments = [] {
  std::array<Treatment, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = Treatment::drop;
  table['\t'] = table['\n'] = table['\r'] = Treatment::keep;
  table['&'] = table['<'] = table['>'] = table['"'] = table['\''] = Treatment::entity;
  table[0xEF] = Treatment::maybe_noncharacter;
  return table;
}();

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

// U+FFFE and U+FFFF, which XML forbids too.
bool is_noncharacter(std::string_view text, std::size_t at) {
  const std::string_view bytes = text.substr(at, 3);
  return bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool may_stand_in_url(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool is_digit = c >= '0' && c <= '9';
  constexpr std::string_view kOthers = "-._~:/?#[]@!$&'()*+,;=";
  return is_letter || is_digit || kOthers.find(c) != std::string_view::npos;
}

void append_percent_encoded(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 0xF];
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  append_escaped_html(out, text);
  return out;
}

void append_escaped_html(std::string& out, std::string_view text) {
  std::size_t run = 0;  // Where the text that is copied as it is began.
  std::size_t at = 0;
  const auto flush = [&](std::size_t skipped) {
    out.append(text, run, at - run);
    at += skipped;
    run = at;
  };
  while (at < text.size()) {
    switch (kTreatments[static_cast<unsigned char>(text[at])]) {
      case Treatment::keep:
        ++at;
        break;
      case Treatment::entity: {
        const std::string_view entity = entity_of(text[at]);
        flush(1);
        out += entity;
        break;
      }
      case Treatment::drop:
        flush(1);
        break;
      case Treatment::maybe_noncharacter:
        if (is_noncharacter(text, at)) {
          flush(3);
        } else {
          ++at;
        }
        break;
    }
  }
  flush(0);
}

std::string escape_url(std::string_view url) {
  std::string out;
  out.reserve(url.size());
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_escape =
        c == '%' && url.size() - i > 2 && is_hex_digit(url[i + 1]) && is_hex_digit(url[i + 2]);
    if (is_escape || may_stand_in_url(c)) {
      out += c;
    } else {
      append_percent_encoded(out, c);
    }
  }
  return out;
}

std::string encode_path(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (const char c : path) {
    const bool is_plain =
        is_letter(c) || is_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      append_percent_encoded(out, c);
    }
  }
  return out;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool has_digits = text[i] == '%' && i + 2 < text.size();
    const auto high = has_digits ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = has_digits ? hex_digit(text[i + 2]) : std::nullopt;
    if (high && low) {
      out += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace debrief
