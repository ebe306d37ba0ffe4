// HTML of a document tree. The only writer of HTML from content: every byte of text passes
// the escaping in here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// What is said of marks that only the eye can read.
struct HtmlWords {
  std::string task_done = "done";
  std::string task_open = "open";
  std::string footnote = "Footnote";  // before its number
  std::string language;  // of notes, where the text around them is in another; else empty
};

struct HtmlOptions {
  // The address of a page key or an asset path as seen from the page being made; absent
  // shows the text without a link (or the alternative text without the image).
  std::function<std::optional<std::string>(const LinkTarget&)> resolve;
  // Pixel sizes of an image asset, to reserve its place; absent if unknown.
  std::function<std::optional<std::pair<int, int>>(const LinkTarget&)> image_size;
  // There is a picture above already, so that none here need be loaded at once.
  bool images_above = false;
  // Added to heading levels; the result stays within 1 to 6.
  int heading_shift = 0;
  // Prefix of the ids of footnotes, for pages that show several documents.
  std::string footnote_prefix = "fn";
  // The same for links to headings of the document.
  std::string fragment_prefix;
  // What to say of a hidden part: in words, since shading alone tells nothing to who cannot see
  // it. If absent, hidden parts are written like all others.
  std::function<std::string(Hidden, const std::string& replacement)> hidden_note;
  HtmlWords words;
};

// Blocks or inline nodes. Footnote definitions are left out: see footnotes_html. Headings have no
// id here.
std::string to_html(const std::vector<Node>& nodes, const HtmlOptions& options);
std::string to_html(const Node& node, const HtmlOptions& options);

// The definitions as a list, each under the id that the references link to; empty if none.
std::string footnotes_html(const std::vector<Node>& definitions, const HtmlOptions& options);

}  // namespace debrief
