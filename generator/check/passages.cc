#include "generator/check/passages.h"

#include <algorithm>

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::string_view kArrow = "→";

void append_inline(const std::vector<Node>& nodes, int& line, Passage& passage) {
  for (const Node& node : nodes) {
    switch (node.kind) {
      case NodeKind::text:
        passage.text += node.text;
        break;
      case NodeKind::soft_break:
      case NodeKind::line_break:
        passage.text += ' ';
        passage.lines.emplace_back(passage.text.size(), ++line);
        break;
      case NodeKind::code:
        passage.text += "…";
        break;
      case NodeKind::comment:
      case NodeKind::footnote_reference:
        break;
      default:
        append_inline(node.children, line, passage);
    }
  }
}

void add_passage(const Node& block, const std::string& kind, Passage::Place place,
                 std::vector<Passage>& out) {
  Passage passage;
  passage.kind = kind;
  passage.place = place;
  int line = block.line;
  passage.lines.emplace_back(0, line);
  append_inline(block.children, line, passage);
  if (!trim(passage.text).empty()) out.push_back(std::move(passage));
}

void add_blocks(const std::vector<Node>& blocks, const std::string& kind,
                std::vector<Passage>& out) {
  for (const Node& block : blocks) {
    switch (block.kind) {
      case NodeKind::paragraph:
        add_passage(block, kind, Passage::Place::text, out);
        break;
      case NodeKind::heading:
        add_passage(block, kind, Passage::Place::heading, out);
        break;
      case NodeKind::table_cell:
        add_passage(block, kind, Passage::Place::cell, out);
        break;
      case NodeKind::list:
      case NodeKind::list_item:
      case NodeKind::table:
        add_blocks(block.children, kind, out);
        break;
      case NodeKind::table_row:
        for (Node cell : block.children) {
          cell.line = block.line;
          add_passage(cell, kind, Passage::Place::cell, out);
        }
        break;
      default:
        break;
    }
  }
}

void add_sections(const std::vector<Section>& sections, const std::string& outer,
                  std::vector<Passage>& out) {
  for (const Section& section : sections) {
    const std::string& kind = section.kind.empty() ? outer : section.kind;
    add_passage(section.heading, kind, Passage::Place::heading, out);
    add_blocks(section.blocks, kind, out);
    add_sections(section.sections, kind, out);
  }
}

}  // namespace

int Passage::line_at(std::size_t offset) const {
  int found = lines.front().second;
  for (const auto& [begin, line] : lines) {
    if (begin <= offset) found = line;
  }
  return found;
}

std::vector<Passage> passages_of(const Outline& body) {
  std::vector<Passage> out;
  add_blocks(body.intro, "", out);
  add_sections(body.sections, "", out);
  return out;
}

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> sentences;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    if (begin < end) sentences.push_back({text.substr(begin, end - begin), begin});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_end = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (is_end && (at + 1 == text.size() || text[at + 1] == ' ')) add(at + 1);
    // "Why …? → …": question and answer are two.
    if (text[at] == kArrow[0] && text.substr(at, kArrow.size()) == kArrow) add(at);
  }
  add(text.size());
  return sentences;
}

std::string spoken_text(const std::vector<Node>& nodes) {
  Passage passage;
  int line = 0;
  append_inline(nodes, line, passage);
  return collapse_spaces(passage.text);
}

}  // namespace debrief
