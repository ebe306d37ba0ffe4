#include "generator/extract/text_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
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

// Takes a bullet or box from the beginning of the line's text.
void take_glyphs(TextLine& line) {
  while (true) {
    const std::string text = plain_text(line.text);
    const auto glyph = std::ranges::find_if(kGlyphs, [&text](const Glyph& candidate) {
      return text.starts_with(candidate.text) &&
             (text.size() == candidate.text.size() || text[candidate.text.size()] == ' ' ||
              text.substr(candidate.text.size()).starts_with("\xC2\xA0") ||
              text.substr(candidate.text.size()).starts_with("\xEF\xB8\x8F"));  // emoji style
    });
    if (glyph == kGlyphs.end()) return;
    std::size_t begin = glyph->text.size();
    for (const std::string_view space : {"\xEF\xB8\x8F", "\xC2\xA0"}) {
      if (std::string_view(text).substr(begin).starts_with(space)) begin += space.size();
    }
    begin = std::min(text.find_first_not_of(' ', begin), text.size());
    line.text = cut_inline(line.text, begin, text.size());
    line.is_item = true;
    if (glyph->task != Task::none) line.task = glyph->task;
  }
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
