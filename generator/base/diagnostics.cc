#include "generator/base/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "generator/base/utf8.h"

namespace debrief {

namespace {

constexpr std::size_t kExcerptCharacters = 100;

// A message is shown on terminals, and what it quotes is not ours: an escape sequence must
// not reach them, nor a mark that turns the direction of the text around.
char32_t harmless(char32_t code) {
  if (code < 0x20) return 0x2400 + code;  // The picture of the control character: ␛
  if (code == 0x7F) return 0x2421;
  const bool is_c1_control = code >= 0x80 && code <= 0x9F;
  const bool is_line_end = code == 0x2028 || code == 0x2029;
  const bool turns_direction = code == 0x061C || code == 0x200E || code == 0x200F ||
                               (code >= 0x202A && code <= 0x202E) ||
                               (code >= 0x2066 && code <= 0x2069);
  return is_c1_control || is_line_end || turns_direction ? U'\uFFFD' : code;
}

std::u32string decode_harmless(std::string_view text) {
  std::u32string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const Utf8Character character = decode_utf8(text, offset);
    // A tab in a source line is kept, so that the line looks as it does in an editor.
    result += character.code == U'\t' ? U'\t' : harmless(character.code);
    offset += character.length;
  }
  return result;
}

void append(std::string& out, std::u32string_view text) {
  for (const char32_t code : text) append_utf8(out, code);
}

void append_harmless(std::string& out, std::string_view text) {
  append(out, decode_harmless(text));
}

// The cells that a character takes on a terminal; enough of Unicode's tables to set a
// caret under East Asian text and emoji.
int cells(char32_t code) {
  const auto within = [&](char32_t first, char32_t last) { return code >= first && code <= last; };
  if (within(0x0300, 0x036F) || within(0x200B, 0x200D) || within(0xFE00, 0xFE0F)) return 0;
  if (within(0x1100, 0x115F) || within(0x2E80, 0x303E) || within(0x3041, 0xA4CF) ||
      within(0xAC00, 0xD7A3) || within(0xF900, 0xFAFF) || within(0xFE30, 0xFE6F) ||
      within(0xFF01, 0xFF60) || within(0xFFE0, 0xFFE6) || within(0x1F300, 0x1F64F) ||
      within(0x1F680, 0x1F6FF) || within(0x1F900, 0x1F9FF) || within(0x20000, 0x3FFFD) ||
      code == 0x2705 || code == 0x274C || code == 0x2B50) {
    return 2;
  }
  return 1;
}

// The source line, or the part of a long one that is around the caret, and the caret.
void append_excerpt(std::string& out, const SourceLocation& where) {
  const std::u32string line = decode_harmless(where.line_text);
  // One past the end is a place too: something is missing there.
  const std::size_t caret =
      where.column > 0 ? std::min(static_cast<std::size_t>(where.column) - 1, line.size()) : 0;

  std::size_t begin = 0;
  std::size_t end = line.size();
  if (line.size() > kExcerptCharacters) {
    begin = caret > kExcerptCharacters / 2 ? caret - kExcerptCharacters / 2 : 0;
    begin = std::min(begin, line.size() - kExcerptCharacters);
    end = begin + kExcerptCharacters;
  }

  out += '\n';
  if (begin > 0) out += "…";
  append(out, std::u32string_view(line).substr(begin, end - begin));
  if (end < line.size()) out += "…";
  if (where.column == 0) return;

  out += '\n';
  if (begin > 0) out += ' ';
  for (std::size_t i = begin; i < caret; ++i) {
    if (line[i] == U'\t') {
      out += '\t';
    } else {
      out.append(static_cast<std::size_t>(cells(line[i])), ' ');
    }
  }
  out += '^';
}

auto place_of(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.where.file, diagnostic.where.line, diagnostic.where.column);
}

}  // namespace

std::string_view to_string(Level level) {
  switch (level) {
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

std::string to_string(const Diagnostic& diagnostic) {
  const SourceLocation& where = diagnostic.where;
  std::string out;
  append_harmless(out, where.file);
  if (where.line > 0) {
    out += ':' + std::to_string(where.line);
    if (where.column > 0) out += ':' + std::to_string(where.column);
  }
  if (!where.file.empty()) out += ": ";
  out += to_string(diagnostic.level);
  out += ": ";
  append_harmless(out, diagnostic.message);
  out += " [" + diagnostic.id + ']';
  if (!where.line_text.empty()) append_excerpt(out, where);
  return out;
}

void Diagnostics::error(std::string id, SourceLocation where, std::string message) {
  add({Level::error, std::move(where), std::move(id), std::move(message)});
}

void Diagnostics::warning(std::string id, SourceLocation where, std::string message) {
  add({Level::warning, std::move(where), std::move(id), std::move(message)});
}

void Diagnostics::info(std::string id, SourceLocation where, std::string message) {
  add({Level::info, std::move(where), std::move(id), std::move(message)});
}

void Diagnostics::add(Diagnostic diagnostic) {
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::merge(Diagnostics other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
}

std::size_t Diagnostics::count(Level level) const {
  return static_cast<std::size_t>(std::count_if(
      items_.begin(), items_.end(), [&](const Diagnostic& item) { return item.level == level; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> by_place = items_;
  std::stable_sort(by_place.begin(), by_place.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return place_of(a) < place_of(b);
  });

  std::vector<Diagnostic> result;
  std::set<std::tuple<Level, std::string, std::string>> seen_here;
  for (Diagnostic& item : by_place) {
    if (!result.empty() && place_of(result.back()) != place_of(item)) seen_here.clear();
    if (!seen_here.emplace(item.level, item.id, item.message).second) continue;
    result.push_back(std::move(item));
  }
  return result;
}

}  // namespace debrief
