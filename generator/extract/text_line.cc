#include "generator/extract/text_line.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "generator/markdown/inline_text.h"

namespace debrief {
namespace {

struct Glyph {
  std::string_view text;
  Task task;
};

// Bullets and boxes that other editors write as characters.
constexpr std::array<Glyph, 17> kGlyphs = {{
    {"•", Task::none},
    {"‣", Task::none},
    {"◦", Task::none},
    {"▪", Task::none},
    {"–", Task::none},
    {"·", Task::none},
    {"☐", Task::open},
    {"□", Task::open},
    {"⬜", Task::open},
    {"☑", Task::done},
    {"☒", Task::done},
    {"✅", Task::done},
    {"✔", Task::done},
    {"✓", Task::done},
    {"[ ]", Task::open},
    {"[x]", Task::done},
    {"[X]", Task::done},
}};

bool is_break(const Node& node) {
  return node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break;
}

// The line ends that cmark put inside emphasis or a link stay: a line is what the author meant as
// one.
std::vector<std::vector<Node>> cut_at_breaks(const std::vector<Node>& inlines) {
  std::vector<std::vector<Node>> lines(1);
  for (const Node& node : inlines) {
    if (is_break(node)) {
      lines.emplace_back();
    } else {
      lines.back().push_back(node);
    }
  }
  return lines;
}

int breaks_in(const std::vector<Node>& inlines) {
  int count = 0;
  for (const Node& node : inlines) count += is_break(node) ? 1 : breaks_in(node.children);
  return count;
}

// How much of `text` is a bullet or box and the space behind it, and which; 0 if neither.
std::pair<std::size_t, Task> glyph_at(std::string_view text) {
  for (const Glyph& glyph : kGlyphs) {
    if (!text.starts_with(glyph.text)) continue;
    std::size_t end = glyph.text.size();
    if (text.substr(end).starts_with("\xEF\xB8\x8F")) end += 3;  // to be shown as an emoji
    const std::size_t box = end;
    if (text.substr(end).starts_with("\xC2\xA0")) end += 2;
    while (end < text.size() && text[end] == ' ') ++end;
    if (end > box || end == text.size()) return {end, glyph.task};
  }
  return {0, Task::none};
}

// Takes bullets and boxes from the beginning of the line's text.
void take_glyphs(TextLine& line) {
  const std::string text = plain_text(line.text);
  std::size_t begin = 0;
  for (auto [length, task] = glyph_at(text); length != 0;
       std::tie(length, task) = glyph_at(std::string_view(text).substr(begin))) {
    begin += length;
    line.is_item = true;
    if (task != Task::none) line.task = task;
  }
  if (begin != 0) line.text = cut_inline(line.text, begin, text.size());
}

void add_paragraph(const Node& paragraph, bool internal, std::vector<TextLine>& out) {
  int number = paragraph.line;
  for (std::vector<Node>& text : cut_at_breaks(paragraph.children)) {
    TextLine line;
    line.line = number;
    number += 1 + breaks_in(text);
    line.internal = internal || paragraph.internal;
    line.text = std::move(text);
    take_glyphs(line);
    if (!plain_text(line.text).empty()) out.push_back(std::move(line));
  }
}

TextLine item_line(const Node& item, bool internal) {
  TextLine line;
  line.is_item = true;
  line.task = item.task;
  line.line = item.line;
  line.internal = internal || item.internal;
  auto rest = item.children.begin();
  if (rest != item.children.end() && rest->kind == NodeKind::paragraph) {
    line.text = rest->children;
    line.internal = line.internal || rest->internal;
    ++rest;
  }
  take_glyphs(line);
  line.below.assign(rest, item.children.end());
  line.nested = text_lines(line.below, internal || item.internal);
  return line;
}

}  // namespace

std::vector<TextLine> text_lines(const std::vector<Node>& blocks, bool internal) {
  std::vector<TextLine> lines;
  for (const Node& block : blocks) {
    const bool hidden = internal || block.internal;
    if (block.kind == NodeKind::paragraph) add_paragraph(block, hidden, lines);
    if (block.kind != NodeKind::list) continue;
    for (const Node& item : block.children) lines.push_back(item_line(item, hidden));
  }
  return lines;
}

}  // namespace debrief
