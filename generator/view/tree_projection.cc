#include "generator/view/tree_projection.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "generator/base/slug.h"
#include "generator/view/inline_run.h"

namespace debrief {
namespace {

class Projection {
 public:
  explicit Projection(const TreePolicy& policy) : policy_(policy) {}

  std::vector<Node> project(const std::vector<Node>& nodes) const {
    std::vector<Node> out;
    out.reserve(nodes.size());
    for (const Node& node : nodes) {
      // A mark around nothing is a comment that carries what the public reads.
      const bool is_comment =
          node.kind == NodeKind::comment || node.kind == NodeKind::comment_block;
      if (is_comment && (is_public() || node.replacement.empty())) continue;
      if (is_public() && node.internal) continue;  // None is left: see visible_tree.h.
      out.push_back(project_node(node));
    }
    return out;
  }

  // Of a whole line of text, or of blocks.
  std::vector<Node> project_run(const std::vector<Node>& nodes) const {
    std::vector<Node> out = project(nodes);
    if (is_public() && !out.empty() && !is_block(out.front().kind)) redact_run(out);
    return out;
  }

 private:
  bool is_public() const { return policy_.dictionary != nullptr; }

  Node project_node(const Node& source) const {
    Node node = source;
    if (is_public()) redact_attributes(node);
    if (node.kind == NodeKind::link) {
      project_link(node);
    } else if (node.kind == NodeKind::image) {
      node.target = image_target(node.target);
    }
    node.children = is_block(node.kind) ? project_run(node.children) : project(node.children);
    return node;
  }

  void redact_attributes(Node& node) const {
    const Dictionary& dictionary = *policy_.dictionary;
    node.title = dictionary.redact(node.title);
    if (!dictionary.is_public(node.info)) node.info.clear();
    if (node.kind == NodeKind::code_block) {
      const std::vector<Replacement> found = dictionary.find(node.text);
      for (auto part = found.rbegin(); part != found.rend(); ++part) {
        node.text.replace(part->begin, part->end - part->begin, part->text);
      }
    }
  }

  // Redaction must see a name as readers do, whatever markup parts it.
  void redact_run(std::vector<Node>& nodes) const {
    InlineRun run(nodes);
    const std::vector<Replacement> found = policy_.dictionary->find(run.text());
    for (auto part = found.rbegin(); part != found.rend(); ++part) {
      const bool opens = starts_sentence(std::string_view(run.text()).substr(0, part->begin)) &&
                         !run.is_code(part->begin);
      run.replace(part->begin, part->end, opens ? capitalized(part->text) : part->text);
    }
    if (!found.empty()) drop_empty_inlines(nodes);
  }

  void project_link(Node& node) const {
    const LinkTarget written = node.target;
    if (written.kind == LinkTarget::Kind::relative) {
      node.target = policy_.page(written.value);
    } else if (is_public() && written.kind == LinkTarget::Kind::url) {
      if (policy_.dictionary->redact_url(written.value).empty()) node.target = LinkTarget{};
    } else if (is_public() && written.kind == LinkTarget::Kind::fragment) {
      if (!policy_.dictionary->is_public(written.value)) node.target = LinkTarget{};
    }
    if (node.target.kind != LinkTarget::Kind::none || !is_public()) return;
    node.title.clear();
    // The text of a bare address is the address: it goes with it.
    if (written.kind == LinkTarget::Kind::url && plain_text(node.children) == written.value) {
      Node text;
      text.text = "an internal link";
      node.children = {std::move(text)};
    }
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
    std::erase_if(nodes, [](const Node& node) {
      return node.kind == NodeKind::footnote_reference && node.number == 0;
    });
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
  // 0 for a footnote that is not kept.
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

void collect_ids(const std::vector<Section>& sections, UniqueNames& names,
                 std::set<std::string>& ids) {
  for (const Section& section : sections) {
    ids.insert(names.take(make_slug(plain_text(section.heading))));
    collect_ids(section.sections, names, ids);
  }
}

void keep_fragments(std::vector<Node>& nodes, const std::set<std::string>& ids) {
  for (Node& node : nodes) {
    if (node.target.kind == LinkTarget::Kind::fragment && !ids.contains(node.target.value)) {
      node.target = LinkTarget{};
      node.title.clear();
    }
    keep_fragments(node.children, ids);
  }
}

void keep_fragments(std::vector<Section>& sections, const std::set<std::string>& ids) {
  for (Section& section : sections) {
    keep_fragments(section.heading.children, ids);
    keep_fragments(section.blocks, ids);
    keep_fragments(section.sections, ids);
  }
}

}  // namespace

std::vector<Node> project_tree(const std::vector<Node>& nodes, const TreePolicy& policy) {
  return Projection(policy).project_run(nodes);
}

std::vector<Node> keep_footnotes(Outline& body, const std::vector<Node>& definitions,
                                 const TreePolicy& policy) {
  FootnoteNumbers numbers(definitions);
  numbers.number(body.intro);
  numbers.number(body.sections);
  std::vector<Node> kept;
  for (std::size_t i = 0; i < numbers.order().size(); ++i) {
    const Node& written = *std::ranges::find(definitions, numbers.order()[i], &Node::number);
    Node definition = project_tree({written}, policy).front();
    numbers.number(definition.children);
    definition.number = static_cast<int>(i) + 1;
    kept.push_back(std::move(definition));
  }
  return kept;
}

std::set<std::string> heading_ids(const Outline& body) {
  UniqueNames names;
  std::set<std::string> ids;
  collect_ids(body.sections, names, ids);
  return ids;
}

void keep_fragments(Outline& body, std::vector<Node>& footnotes) {
  const std::set<std::string> ids = heading_ids(body);
  keep_fragments(body.intro, ids);
  keep_fragments(body.sections, ids);
  keep_fragments(footnotes, ids);
}

void drop_footnote_references(std::vector<Node>& nodes) {
  std::erase_if(nodes, [](const Node& node) { return node.kind == NodeKind::footnote_reference; });
  for (Node& node : nodes) drop_footnote_references(node.children);
}

}  // namespace debrief
