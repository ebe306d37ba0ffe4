// A document tree as one audience may see it: the same walk for both, under a policy.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "generator/markdown/document.h"
#include "generator/view/dictionary.h"

namespace debrief {

struct TreePolicy {
  // Null for the internal view: nothing is replaced, and what is marked stays, marked.
  const Dictionary* dictionary = nullptr;
  // The target of a relative link as this view knows it; kind `none` if it knows no such page.
  std::function<LinkTarget(const std::string& relative)> page;
  // The asset of a picture; kind `none` if it may not be shown.
  std::function<LinkTarget(const std::string& relative)> image;
};

// Blocks, or one line of inline nodes. For the public, nodes without marks (visible_tree.h); text
// is redacted across markup and line ends, and wherever it is (code, alternative texts, titles,
// addresses).
std::vector<Node> project_tree(const std::vector<Node>& nodes, const TreePolicy& policy);

// Of `definitions` as written, projects those that `body`, already projected, refers to, in order
// of reference, and numbers both anew; other references go.
std::vector<Node> keep_footnotes(Outline& body, const std::vector<Node>& definitions,
                                 const TreePolicy& policy);

// The ids that the page gives to the headings of the document.
std::set<std::string> heading_ids(const Outline& body);

// Links to places on the page lose their target where the page has no such heading: the name of
// a section that is not shown may say too much.
void keep_fragments(Outline& body, std::vector<Node>& footnotes);

// For a text that is shown apart from the footnotes.
void drop_footnote_references(std::vector<Node>& nodes);

}  // namespace debrief
