// Hides, in the text that the internal site shows, what the public does not read.
//
// Nothing is taken out, and nothing that is published is made from the result: it tells authors
// what will become of their text. The public text itself is made by public_view.cc.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "generator/markdown/document.h"
#include "generator/view/dictionary.h"
#include "generator/view/public_sections.h"

namespace debrief {

struct PublicReading {
  const Dictionary& dictionary;
  PublicSections sections;
  // Whether the public has a page for this key of the internal view.
  std::function<bool(const std::string& key)> has_page;
  const Outline& body;  // what the public reads
};

// Sets Node::hidden, Section::hidden and the replacements. Texts of which a part is replaced are
// cut into several nodes; what they say stays the same. Requires: `body` is the text of a
// post-mortem as the internal view shows it, marks included.
void shade(Outline& body, std::vector<Node>& footnotes, const PublicReading& reading);

}  // namespace debrief
