#include "generator/view/tree_projection.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace debrief {
namespace {

using Position = Dictionary::Position;

Node text_node(const Node& model, std::string text) {
  Node node;
  node.kind = NodeKind::text;
  node.line = model.line;
  node.text = std::move(text);
  return node;
}

class Projection {
 public:
  explicit Projection(const TreePolicy& policy) : policy_(policy) {}

  std::vector<Node> project(const std::vector<Node>& nodes) const {
    std::vector<Node> visible = is_public() ? join_texts(without_marked(nodes)) : nodes;
    std::vector<Node> out;
    out.reserve(visible.size());
    for (Node& node : visible) {
      if (node.kind == NodeKind::comment || node.kind == NodeKind::comment_block) continue;
      const bool first = out.empty();
      out.push_back(project_node(std::move(node), first));
    }
    return out;
  }

 private:
  bool is_public() const { return policy_.dictionary != nullptr; }

  static std::vector<Node> without_marked(const std::vector<Node>& nodes) {
    std::vector<Node> kept;
    for (const Node& node : nodes) {
      if (!node.internal) {
        kept.push_back(node);
      } else if (!node.replacement.empty()) {
        Node replacement = text_node(node, node.replacement);
        if (!is_block(node.kind)) {
          kept.push_back(std::move(replacement));
          continue;
        }
        Node holder;
        holder.kind = node.kind == NodeKind::list_item ? NodeKind::list_item : NodeKind::paragraph;
        holder.line = node.line;
        holder.children.push_back(std::move(replacement));
        kept.push_back(std::move(holder));
      }
    }
    return kept;
  }

  // A name may be broken across lines, or lie in pieces that the parser made: redaction must see it
  // as readers do.
  static std::vector<Node> join_texts(std::vector<Node> nodes) {
    std::vector<Node> joined;
    for (Node& node : nodes) {
      if (node.kind == NodeKind::soft_break) node = text_node(node, " ");
      if (node.kind == NodeKind::text && !joined.empty() && joined.back().kind == NodeKind::text) {
        joined.back().text += node.text;
      } else {
        joined.push_back(std::move(node));
      }
    }
    return joined;
  }

  std::string redacted(const std::string& text, Position position) const {
    return is_public() ? policy_.dictionary->redact(text, position) : text;
  }

  Node project_node(Node node, bool first) const {
    const Position position = first ? Position::sentence_start : Position::inside_sentence;
    node.title = redacted(node.title, Position::sentence_start);
    node.info = redacted(node.info, Position::inside_sentence);
    node.text = redacted(node.text, node.kind == NodeKind::text ? position : Position::inside_sentence);
    if (node.kind == NodeKind::link) return project_link(std::move(node));
    if (node.kind == NodeKind::image) node.target = image_target(node.target);
    node.children = project(node.children);
    return node;
  }

  Node project_link(Node node) const {
    if (is_public() && node.target.kind == LinkTarget::Kind::url) {
      const std::string allowed = policy_.dictionary->redact_url(node.target.value);
      // The text of a bare address is the address: it goes with it.
      const bool bare = plain_text(node.children) == node.target.value;
      if (allowed.empty()) {
        node.target = LinkTarget{};
        node.title.clear();
        if (bare) {
          node.children = {text_node(node, "an internal link")};
          return node;
        }
      }
    }
    if (is_public() && node.target.kind == LinkTarget::Kind::fragment) {
      node.target = policy_.dictionary->redact(node.target.value) == node.target.value
                        ? node.target
                        : LinkTarget{};
    }
    if (node.target.kind == LinkTarget::Kind::relative) node.target = policy_.page(node.target.value);
    node.children = project(node.children);
    return node;
  }

  LinkTarget image_target(const LinkTarget& target) const {
    // Pictures from elsewhere would tell another host who reads this page.
    return target.kind == LinkTarget::Kind::relative ? policy_.image(target.value) : LinkTarget{};
  }

  const TreePolicy& policy_;
};

class FootnoteNumbers {
 public:
  explicit FootnoteNumbers(const std::vector<Node>& definitions) {
    for (const Node& definition : definitions) known_.insert(definition.number);
  }

  void number(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
      if (node.kind == NodeKind::footnote_reference) node.number = take(node.number);
      number(node.children);
    }
  }

  void number(std::vector<Section>& sections) {
    for (Section& section : sections) {
      number(section.heading.children);
      number(section.blocks);
      number(section.sections);
    }
  }

  // The old numbers in the order of the new ones; grows while it is read, as footnotes may
  // refer to footnotes.
  const std::vector<int>& order() const { return order_; }

 private:
  // 0, which no renderer shows, for a footnote that is not kept.
  int take(int old) {
    if (!known_.contains(old)) return 0;
    const auto [entry, is_new] = numbers_.try_emplace(old, static_cast<int>(order_.size()) + 1);
    if (is_new) order_.push_back(old);
    return entry->second;
  }

  std::set<int> known_;
  std::map<int, int> numbers_;
  std::vector<int> order_;
};

}  // namespace

std::vector<Node> project_tree(const std::vector<Node>& nodes, const TreePolicy& policy) {
  return Projection(policy).project(nodes);
}

std::vector<Node> keep_footnotes(Outline& body, const std::vector<Node>& definitions) {
  FootnoteNumbers numbers(definitions);
  numbers.number(body.intro);
  numbers.number(body.sections);
  std::vector<Node> kept;
  for (std::size_t i = 0; i < numbers.order().size(); ++i) {
    Node definition = *std::ranges::find(definitions, numbers.order()[i], &Node::number);
    numbers.number(definition.children);
    definition.number = static_cast<int>(i) + 1;
    kept.push_back(std::move(definition));
  }
  return kept;
}

}  // namespace debrief
