// The document tree: Markdown as plain values. Knows nothing of incidents.
//
// Everything that is ever shown, searched or exported is made from this tree, so that what
// redaction takes out of it is gone for every consumer at once. There is no node for raw
// HTML: markup that an author wrote is kept out when the tree is made. HTML comments are nodes,
// because redaction marks are comments (see marks.h); no renderer prints one.
#pragma once

#include <string>
#include <vector>

namespace debrief {

enum class NodeKind {
  // Blocks.
  paragraph,
  heading,  // level; children are inline
  block_quote,
  list,        // ordered, start, tight; children are list_item
  list_item,   // task
  code_block,  // text, info
  thematic_break,
  table,  // alignments; children are table_row, the first is the heading row
  table_row,
  table_cell,
  footnote_definition,  // number
  comment_block,        // text: what stands between <!-- and -->, trimmed
  // Inline.
  text,
  soft_break,
  line_break,
  code,  // text
  emphasis,
  strong,
  strikethrough,
  link,                // target, title
  image,               // target, title; children are the alternative text
  footnote_reference,  // number
  comment,             // as comment_block
};

bool is_block(NodeKind kind);

// Where a link or an image leads.
struct LinkTarget {
  enum class Kind {
    none,      // nowhere: shown as its text
    url,       // http, https or mailto, as written
    relative,  // a path as written, not yet resolved; renderers treat it as none
    page,      // a page of the site: `value` is its key, given by the view
    asset,     // a file of the site: `value` is its path from the root of the site
    fragment,  // a place on the same page: `value` without '#'
  };
  Kind kind = Kind::none;
  std::string value;
  std::string fragment;  // of a page, without '#'

  bool operator==(const LinkTarget&) const = default;
};

enum class Alignment { none, left, center, right };
enum class Task { none, open, done };

// Why a part of a document is not for the public: a note for those who may read it all the same.
// Set in the internal view of what is, or will be, public, for its authors; nowhere else.
enum class Hidden : unsigned char {
  no,
  marked,    // inside a redaction mark
  replaced,  // the public reads something else
  left_out,  // nobody said that it is public
  partly,    // only a part of it is public: of action items what is to be done
  link,      // where it leads is not public; its text is
};

struct Node {
  NodeKind kind = NodeKind::text;
  int line = 0;    // 1-based, in the file it was read from
  int column = 0;  // 1-based; 0 where the parser does not say
  std::string text;
  std::string info;   // the first word after a code fence: its language
  std::string title;  // of a link or an image
  LinkTarget target;
  int level = 0;   // of a heading: 1 to 6
  int start = 1;   // of an ordered list
  int number = 0;  // of a footnote, in order of first reference; 0: never referred to
  bool ordered = false;
  bool tight = false;
  Task task = Task::none;
  bool internal = false;  // inside a redaction mark: not for the public
  Hidden hidden = Hidden::no;
  std::string replacement;  // on the first node of a mark: what the public reads in its place
  std::vector<Alignment> alignments;  // of a table, one per column
  std::vector<Node> children;         // of code: none, or its text again in parts, some hidden
};

// A heading and what stands below it, up to the next heading of its level or above.
struct Section {
  std::string kind;  // canonical name such as "timeline"; empty for one nobody knows
  Node heading;      // NodeKind::heading
  std::vector<Node> blocks;
  std::vector<Section> sections;
  Hidden hidden = Hidden::no;  // the heading and all below it
};

// A document cut at its headings.
struct Outline {
  std::vector<Node> intro;  // before the first heading
  std::vector<Section> sections;
};

// The text of a tree as a reader would copy it: no markup, blocks separated by a newline,
// images by their alternative text; comments give nothing.
std::string plain_text(const Node& node);
std::string plain_text(const std::vector<Node>& nodes);

}  // namespace debrief
