#include "generator/view/visible_tree.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "generator/extract/section_names.h"
#include "generator/view/inline_run.h"

namespace debrief {
namespace {

// Stands in the text where something was left out; U+FDD1, a character that no text has.
constexpr std::string_view kGap = "\xEF\xB7\x91";

bool is_comment(const Node& node) {
  return node.kind == NodeKind::comment || node.kind == NodeKind::comment_block;
}

Node text_node(std::string text) {
  Node node;
  node.text = std::move(text);
  return node;
}

Node without_children(const Node& node) {
  Node copy;
  copy.kind = node.kind;
  copy.line = node.line;
  copy.column = node.column;
  copy.text = node.text;
  copy.info = node.info;
  copy.title = node.title;
  copy.target = node.target;
  copy.level = node.level;
  copy.start = node.start;
  copy.number = node.number;
  copy.ordered = node.ordered;
  copy.tight = node.tight;
  copy.task = node.task;
  copy.alignments = node.alignments;
  return copy;
}

// Inline nodes, with a gap for what is left out. Line ends become spaces: a name may be broken
// across lines, and redaction must see it as readers do.
std::vector<Node> with_gaps(const std::vector<Node>& nodes) {
  std::vector<Node> out;
  const auto add_text = [&out](std::string_view text) {
    if (out.empty() || out.back().kind != NodeKind::text) out.push_back(text_node(""));
    out.back().text += text;
  };
  for (const Node& node : nodes) {
    if (node.internal && !node.replacement.empty()) {
      add_text(node.replacement);
    } else if (node.internal || is_comment(node)) {
      add_text(kGap);
    } else if (node.kind == NodeKind::text) {
      add_text(node.text);
    } else if (node.kind == NodeKind::soft_break) {
      add_text(" ");
    } else {
      out.push_back(without_children(node));
      out.back().children = with_gaps(node.children);
    }
  }
  return out;
}

// Closes the gaps of a line: one space of two, none before punctuation or at the ends.
void close_gaps(std::vector<Node>& nodes) {
  InlineRun run(nodes);
  const std::string_view text = run.text();
  for (std::size_t limit = text.size();;) {
    const std::size_t gap = text.substr(0, limit).rfind(kGap);
    if (gap == std::string_view::npos) break;
    std::size_t begin = gap;
    std::size_t end = gap + kGap.size();
    while (end < text.size() && text[end] == ' ') ++end;
    for (;;) {
      while (begin > 0 && text[begin - 1] == ' ') --begin;
      if (!text.substr(0, begin).ends_with(kGap)) break;
      begin -= kGap.size();  // Gaps that only spaces part are one.
    }
    const bool at_edge = begin == 0 || end == text.size() ||
                         std::string_view("\n([").find(text[begin - 1]) != std::string_view::npos ||
                         std::string_view("\n.,;:!?)]").find(text[end]) != std::string_view::npos;
    // The space that stays is the one outside the markup that the gap is in.
    const bool left = !at_edge && text[begin] == ' ';
    const bool right = !at_edge && text[end - 1] == ' ';
    if (left && (!right || !run.same_node(begin, gap) || run.same_node(end - 1, gap))) {
      run.replace(begin + 1, end, "");
    } else {
      run.replace(begin, right ? end - 1 : end, "");
    }
    limit = begin;
  }
  drop_empty_inlines(nodes);
}

bool holds_nothing(const Node& node) {
  switch (node.kind) {
    case NodeKind::paragraph:
    case NodeKind::heading:
    case NodeKind::block_quote:
    case NodeKind::list:
    case NodeKind::list_item:
    case NodeKind::table:
    case NodeKind::footnote_definition:
      return node.children.empty();
    case NodeKind::table_row:
      return std::ranges::all_of(node.children,
                                 [](const Node& cell) { return cell.children.empty(); });
    default:
      return false;
  }
}

bool is_tight(const Node& list) {
  return std::ranges::all_of(list.children, [](const Node& item) {
    return std::ranges::count(item.children, NodeKind::paragraph, &Node::kind) <= 1;
  });
}

std::vector<Node> visible_blocks(const std::vector<Node>& nodes);

Node visible_block(const Node& node) {
  Node copy = without_children(node);
  copy.children = visible_nodes(node.children);
  if (node.kind == NodeKind::table && !node.children.empty() && !copy.children.empty()) {
    // A heading row with nothing in it is still the heading row.
    const Node& first = node.children.front();
    if (!first.internal && holds_nothing(visible_block(first))) {
      copy.children.insert(copy.children.begin(), visible_block(first));
    }
  }
  if (node.kind == NodeKind::list) copy.tight = is_tight(copy);
  return copy;
}

std::vector<Node> visible_blocks(const std::vector<Node>& nodes) {
  std::vector<Node> out;
  bool gap = false;
  for (const Node& node : nodes) {
    if (node.internal || is_comment(node)) {
      if (node.internal && !node.replacement.empty()) {
        Node holder;
        holder.kind = node.kind == NodeKind::list_item ? NodeKind::list_item : NodeKind::paragraph;
        holder.children.push_back(text_node(node.replacement));
        out.push_back(std::move(holder));
        gap = false;
      } else {
        gap = true;
      }
      continue;
    }
    Node copy = visible_block(node);
    if (holds_nothing(copy)) {
      gap = true;
      continue;
    }
    const bool joins = gap && !out.empty() && out.back().kind == NodeKind::list &&
                       copy.kind == NodeKind::list && out.back().ordered == copy.ordered;
    if (joins) {
      std::ranges::move(copy.children, std::back_inserter(out.back().children));
      out.back().tight = is_tight(out.back());
    } else {
      out.push_back(std::move(copy));
    }
    gap = false;
  }
  return out;
}

std::vector<Section> visible_sections(const std::vector<Section>& sections) {
  std::vector<Section> out;
  for (const Section& section : sections) {
    if (is_marked(section)) continue;
    Section copy;
    copy.heading = without_children(section.heading);
    copy.heading.children = visible_nodes(section.heading.children);
    copy.kind = canonical_section(plain_text(copy.heading));
    copy.blocks = visible_blocks(section.blocks);
    copy.sections = visible_sections(section.sections);
    out.push_back(std::move(copy));
  }
  return out;
}

}  // namespace

std::vector<Node> visible_nodes(const std::vector<Node>& nodes) {
  if (nodes.empty()) return {};
  if (is_block(nodes.front().kind)) return visible_blocks(nodes);
  std::vector<Node> out = with_gaps(nodes);
  close_gaps(out);
  return out;
}

bool is_marked(const Section& section) {
  if (section.heading.internal) return true;
  // A heading of which nothing is left names a section that nobody may know of.
  return visible_nodes(section.heading.children).empty() && !section.heading.children.empty();
}

std::string visible_kind(const Section& section) {
  return canonical_section(plain_text(visible_nodes(section.heading.children)));
}

Outline visible_outline(const Outline& outline) {
  return {visible_nodes(outline.intro), visible_sections(outline.sections)};
}

std::vector<Node> visible_footnotes(const std::vector<Node>& footnotes) {
  std::vector<Node> out;
  for (const Node& footnote : footnotes) {
    if (footnote.internal) continue;
    Node copy = visible_block(footnote);
    if (!holds_nothing(copy)) out.push_back(std::move(copy));
  }
  return out;
}

}  // namespace debrief
