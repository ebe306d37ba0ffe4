// The text of a line of inline nodes as a reader sees it, whatever markup it lies in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// Whether the public reads something else than the text of the node, or nothing.
bool is_hidden_text(const Node& node);

// Refers to the nodes, which must outlive it and must not move. Of what is hidden, the replacement
// is part of the text, and stays as it is.
class InlineRun {
 public:
  explicit InlineRun(std::vector<Node>& nodes) { collect(nodes); }

  const std::string& text() const { return text_; }

  // Whether the byte at `at` stands in code, where nothing is a sentence.
  bool is_code(std::size_t at) const;

  // Whether the bytes at the two places stand in one node.
  bool same_node(std::size_t a, std::size_t b) const { return leaf_at(a) == leaf_at(b); }

  // Puts `replacement` where [begin, end) stands: into the first node of it; the others lose
  // their part. Edits are made from the last to the first, as they move what follows.
  void replace(std::size_t begin, std::size_t end, const std::string& replacement);

 private:
  struct Leaf {
    std::size_t begin;
    std::size_t end;
    Node* node;
  };

  void collect(std::vector<Node>& nodes);
  const Leaf* leaf_at(std::size_t at) const;

  std::string text_;
  std::vector<Leaf> leaves_;  // none is empty
};

// Takes out nodes that have nothing to show: empty texts and the markup around them.
void drop_empty_inlines(std::vector<Node>& nodes);

}  // namespace debrief
