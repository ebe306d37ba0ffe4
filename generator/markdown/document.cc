#include "generator/markdown/document.h"

namespace debrief {
namespace {

void append_text(const Node& node, std::string& out);

void append_children(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& child : nodes) append_text(child, out);
}

void end_line(std::string& out) {
  if (!out.empty() && out.back() != '\n') out += '\n';
}

void append_text(const Node& node, std::string& out) {
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::code:
      out += node.text;
      return;
    case NodeKind::soft_break:
      out += ' ';
      return;
    case NodeKind::line_break:
      out += '\n';
      return;
    case NodeKind::code_block:
      out += node.text;
      end_line(out);
      return;
    case NodeKind::comment:
    case NodeKind::comment_block:
    case NodeKind::footnote_reference:
    case NodeKind::thematic_break:
      return;
    case NodeKind::table_cell:
      append_children(node.children, out);
      out += '\t';
      return;
    default:
      append_children(node.children, out);
      if (is_block(node.kind)) {
        if (node.kind == NodeKind::table_row && !out.empty() && out.back() == '\t') out.pop_back();
        end_line(out);
      }
      return;
  }
}

}  // namespace

bool is_block(NodeKind kind) {
  return kind < NodeKind::text;
}

std::string plain_text(const std::vector<Node>& nodes) {
  std::string out;
  append_children(nodes, out);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::string plain_text(const Node& node) {
  std::string out;
  append_text(node, out);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

}  // namespace debrief
