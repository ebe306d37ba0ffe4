#include "generator/audit/readings.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "generator/base/utf8.h"

namespace debrief {
namespace {

constexpr int kRounds = 3;
constexpr std::size_t kUnpackedLimit = 64U << 20U;

struct Decoded {
  std::string text;        // UTF-8
  std::size_t length = 0;  // of what stands for it
};

std::string utf8_of(std::uint32_t code) {
  std::string out;
  if (code != 0 && code <= 0x10FFFF) append_utf8(out, code);
  return out;
}

std::optional<std::uint32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

// "&amp;", "&#39;", "&#x27;"
std::optional<Decoded> entity_at(std::string_view text) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kNames = {{{"amp", "&"},
                                                                                    {"lt", "<"},
                                                                                    {"gt", ">"},
                                                                                    {"quot", "\""},
                                                                                    {"apos", "'"},
                                                                                    {"nbsp", " "},
                                                                                    {"shy", ""}}};
  for (const auto& [entity, value] : kNames) {
    if (name == entity) return Decoded{std::string(value), end + 1};
  }
  if (!name.starts_with('#')) return std::nullopt;
  const bool is_hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const auto code = number(name.substr(is_hex ? 2 : 1), is_hex ? 16 : 10);
  return code ? std::optional(Decoded{utf8_of(*code), end + 1}) : std::nullopt;
}

// "%2F"
std::optional<Decoded> percent_at(std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  const auto code = number(text.substr(1, 2), 16);
  if (!code) return std::nullopt;
  return Decoded{std::string(1, static_cast<char>(*code)), 3};
}

// "\u00e9", "\"", "\/", "\n"
std::optional<Decoded> escape_at(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  if (text[1] == 'u' && text.size() >= 6) {
    const auto code = number(text.substr(2, 4), 16);
    if (!code) return std::nullopt;
    if (*code >= 0xD800 && *code < 0xDC00 && text.size() >= 12 && text.substr(6, 2) == "\\u") {
      const auto low = number(text.substr(8, 4), 16);
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        return Decoded{utf8_of(0x10000U + ((*code - 0xD800U) << 10U) + (*low - 0xDC00U)), 12};
      }
    }
    return Decoded{utf8_of(*code), 6};
  }
  constexpr std::string_view kFrom = "\"\\/nrtbf";
  constexpr std::string_view kTo = "\"\\/\n\r\t  ";
  const std::size_t found = kFrom.find(text[1]);
  if (found == std::string_view::npos) return std::nullopt;
  return Decoded{std::string(1, kTo[found]), 2};
}

std::optional<Decoded> decoded_at(std::string_view text) {
  switch (text.front()) {
    case '&':
      return entity_at(text);
    case '%':
      return percent_at(text);
    case '\\':
      return escape_at(text);
    default:
      return std::nullopt;
  }
}

void append(Reading& out, std::string_view text, const Reading& from, std::size_t at, bool moves) {
  out.text += text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out.origins.push_back(static_cast<std::uint32_t>(from.origin(at + (moves ? i : 0))));
  }
}

// False if nothing in it was encoded.
bool decode_once(const Reading& from, Reading& out) {
  bool changed = false;
  const std::string_view text = from.text;
  std::size_t plain = 0;
  for (std::size_t at = text.find_first_of("&%\\"); at != std::string_view::npos;
       at = text.find_first_of("&%\\", at)) {
    const auto decoded = decoded_at(text.substr(at));
    if (!decoded) {
      ++at;
      continue;
    }
    append(out, text.substr(plain, at - plain), from, plain, true);
    append(out, decoded->text, from, at, false);
    at += decoded->length;
    plain = at;
    changed = true;
  }
  if (changed) append(out, text.substr(plain), from, plain, true);
  return changed;
}

// All of it, one encoding in the other.
Reading decode(Reading text) {
  for (int round = 0; round < kRounds; ++round) {
    Reading next;
    if (!decode_once(text, next)) break;
    text = std::move(next);
  }
  return text;
}

// Whether text goes on across the tag, "</em>" as well as "<em>".
bool is_inline_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 16> kInline = {
      "a",   "abbr", "b",     "bdi",  "code",   "del", "em",  "i",
      "ins", "mark", "small", "span", "strong", "sub", "sup", "wbr"};
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\n/>"));
  return std::ranges::find(kInline, name) != kInline.end();
}

// Wider than any gap within a phrase; spaces would be folded into one.
constexpr std::string_view kBetweenBlocks = " |||||| ";

// Inside the angle brackets nothing is shown; what an attribute shows is in the other readings.
Reading without_tags(const Reading& from) {
  Reading out;
  out.name = "without tags";
  const std::string_view text = from.text;
  std::size_t plain = 0;
  for (std::size_t open = text.find('<'); open != std::string_view::npos;
       open = text.find('<', open)) {
    const std::size_t close = text.find('>', open);
    if (close == std::string_view::npos) break;
    append(out, text.substr(plain, open - plain), from, plain, true);
    if (!is_inline_tag(text.substr(open + 1, close - open - 1))) {
      append(out, kBetweenBlocks, from, open, false);
    }
    open = close + 1;
    plain = open;
  }
  append(out, text.substr(plain), from, plain, true);
  return out;
}

std::optional<std::string> unpack(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 32) != Z_OK) return std::nullopt;  // gzip or zlib, by its header
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 65536> buffer;
  int status = Z_OK;
  while (status == Z_OK && out.size() < kUnpackedLimit) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = buffer.size();
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return out;
}

}  // namespace

std::vector<Reading> readings(std::string_view bytes) {
  std::vector<Reading> all;
  all.push_back({"as written", std::string(bytes), {}});
  if (bytes.starts_with("\x1F\x8B") && bytes.size() < std::numeric_limits<uInt>::max()) {
    if (const auto unpacked = unpack(bytes); unpacked && !unpacked->empty()) {
      all.push_back({"unpacked", *unpacked, std::vector<std::uint32_t>(unpacked->size(), 0)});
    }
    return all;
  }
  // What holds a zero byte is no text, and has no escapes.
  if (bytes.find('\0') != std::string_view::npos) return all;
  Reading decoded = decode(all.front());
  // Tags first: an encoded "<" is text, and begins no tag.
  Reading shown = without_tags(all.front());
  if (shown.text.size() != bytes.size()) {
    shown = decode(std::move(shown));
    shown.name = "without tags";
    all.push_back(std::move(shown));
  }
  if (!decoded.origins.empty()) {
    decoded.name = "decoded";
    all.push_back(std::move(decoded));
  }
  return all;
}

}  // namespace debrief
