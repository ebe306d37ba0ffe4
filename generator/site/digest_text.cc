#include <algorithm>
#include <string_view>
#include <vector>

#include "generator/base/text.h"
#include "generator/site/digest_formats.h"

namespace debrief {

namespace {

constexpr std::size_t kColumns = 72;

// What moves a terminal's cursor or changes its colours is no text.
std::string without_controls(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return out;
}

// Lines of whole words, the first behind `first`, all others behind as many spaces. A word that is
// longer than a line stands by itself.
void add_wrapped(std::string& out, std::string_view first, std::string_view text) {
  const std::string clean = collapse_spaces(without_controls(text));
  const std::string indent(first.size(), ' ');
  std::string line(first);
  std::size_t width = first.size();
  bool is_empty = true;
  for (const std::string_view word : split(clean, ' ')) {
    const std::size_t length = count_characters(word);
    if (!is_empty && width + 1 + length > kColumns) {
      out += line + "\n";
      line = indent;
      width = indent.size();
      is_empty = true;
    }
    if (!is_empty) line += ' ';
    width += length + (is_empty ? 0 : 1);
    line += word;
    is_empty = false;
  }
  out += line + "\n";
}

// The addresses of its links stand below it, so that they can be copied.
void add_line(std::string& out, std::string_view first, const DigestLine& line) {
  std::string text;
  std::vector<std::string_view> urls;
  for (const DigestRun& run : line) {
    text += run.text;
    if (!run.url.empty()) urls.push_back(run.url);
  }
  add_wrapped(out, first, text);
  for (const std::string_view url : urls) {
    out += std::string(first.size(), ' ');
    out += url;
    out += '\n';
  }
}

void add_heading(std::string& out, std::string_view text, char line) {
  add_wrapped(out, "", text);
  out += std::string(std::min(kColumns, count_characters(text)), line) + "\n";
}

}  // namespace

std::string digest_text(const DigestWords& words) {
  if (!words.nothing.empty()) return words.nothing + "\n";
  std::string out;
  add_heading(out, words.title, '=');
  for (const DigestSection& section : words.sections) {
    out += "\n";
    add_heading(out, section.heading, '-');
    for (const DigestEntry& entry : section.entries) {
      out += "\n";
      add_line(out, "* ", entry.line);
      for (const DigestLine& point : entry.points) add_line(out, "  - ", point);
    }
  }
  return out;
}

}  // namespace debrief
