#include "generator/view/inline_run.h"

#include <algorithm>

namespace debrief {

bool is_hidden_text(const Node& node) {
  return node.hidden != Hidden::no && node.hidden != Hidden::link;
}

void InlineRun::collect(std::vector<Node>& nodes) {
  for (Node& node : nodes) {
    const std::size_t begin = text_.size();
    if (is_hidden_text(node)) {
      text_ += node.replacement;
      continue;
    }
    switch (node.kind) {
      case NodeKind::text:
      case NodeKind::code:
        text_ += node.text;
        break;
      case NodeKind::soft_break:
        text_ += ' ';
        break;
      case NodeKind::line_break:
        text_ += '\n';
        break;
      default:
        collect(node.children);
        continue;
    }
    if (text_.size() > begin) leaves_.push_back({begin, text_.size(), &node});
  }
}

const InlineRun::Leaf* InlineRun::leaf_at(std::size_t at) const {
  const auto leaf = std::ranges::upper_bound(leaves_, at, {}, &Leaf::end);
  return leaf == leaves_.end() ? nullptr : &*leaf;
}

bool InlineRun::is_code(std::size_t at) const {
  const Leaf* leaf = leaf_at(at);
  return leaf != nullptr && leaf->node->kind == NodeKind::code;
}

void InlineRun::replace(std::size_t begin, std::size_t end, const std::string& replacement) {
  bool placed = false;
  for (const Leaf& leaf : leaves_) {
    if (leaf.end <= begin || leaf.begin >= end) continue;
    const std::size_t from = std::max(begin, leaf.begin) - leaf.begin;
    const std::size_t to = std::min(end, leaf.end) - leaf.begin;
    Node& node = *leaf.node;
    if (node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break) {
      node.kind = NodeKind::text;
      node.text.clear();
    }
    // Of a node that lost its end to a later edit, what is left is shorter.
    const std::size_t length = std::min(to, node.text.size()) - std::min(from, node.text.size());
    node.text.replace(std::min(from, node.text.size()), length, placed ? "" : replacement);
    placed = true;
  }
}

void drop_empty_inlines(std::vector<Node>& nodes) {
  for (Node& node : nodes) drop_empty_inlines(node.children);
  std::erase_if(nodes, [](const Node& node) {
    switch (node.kind) {
      case NodeKind::text:
      case NodeKind::code:
        return node.text.empty();
      case NodeKind::emphasis:
      case NodeKind::strong:
      case NodeKind::strikethrough:
      case NodeKind::link:
        return node.children.empty();
      default:
        return false;
    }
  });
}

}  // namespace debrief
