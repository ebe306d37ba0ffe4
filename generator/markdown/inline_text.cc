#include "generator/markdown/inline_text.h"

#include <algorithm>
#include <utility>

namespace debrief {
namespace {

// `at` is the place of the next node in the whole text, and is advanced.
std::vector<Node> cut(const std::vector<Node>& nodes, std::size_t begin, std::size_t end,
                      std::size_t& at) {
  std::vector<Node> kept;
  for (const Node& node : nodes) {
    const std::size_t start = at;
    if (!node.children.empty()) {
      Node copy = node;
      copy.children = cut(node.children, begin, end, at);
      if (!copy.children.empty()) kept.push_back(std::move(copy));
      continue;
    }
    const bool shows = node.kind == NodeKind::text || node.kind == NodeKind::code;
    const std::size_t length = shows ? node.text.size() : 0;
    const bool breaks = node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break;
    at += breaks ? 1 : length;
    if (length == 0 || breaks) {
      if (start >= begin && start < end) kept.push_back(node);
      continue;
    }
    const std::size_t from = std::max(start, begin);
    const std::size_t to = std::min(at, end);
    if (from >= to) continue;
    Node copy = node;
    copy.text = node.text.substr(from - start, to - from);
    kept.push_back(std::move(copy));
  }
  return kept;
}

}  // namespace

std::vector<Node> cut_inline(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
  std::size_t at = 0;
  return cut(nodes, begin, end, at);
}

}  // namespace debrief
