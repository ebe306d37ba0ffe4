// What a relative link or an image in a content file refers to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/knowledge_base.h"

namespace debrief {

struct ContentReference {
  enum class Kind { incident, guide, image };
  Kind kind;
  std::size_t index;     // in the list of the knowledge base of that kind
  std::string fragment;  // without '#'
};

// The path that `relative`, written in the file `from`, names: "../pages/a.md" in
// "incidents/b.md" is "pages/a.md". Absent if it leaves the root. The fragment and query are cut
// off.
std::optional<std::string> resolve_content_path(std::string_view from, std::string_view relative);

std::optional<ContentReference> find_content(const KnowledgeBase& kb, std::string_view from,
                                             std::string_view relative);

// The paths that the relative links and pictures of a text name, sorted, each once, whether or not
// there is such a file.
std::vector<std::string> linked_paths(std::string_view from, const Outline& body,
                                      const std::vector<Node>& footnotes);

// A warning for each relative link and image in the content that leads nowhere; none for a link to
// a post-mortem or guide of `sources` that could not be read.
void check_references(const KnowledgeBase& kb, const SourceTree& sources, Diagnostics& diagnostics);

}  // namespace debrief
