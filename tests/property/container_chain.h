// Where a text can stand in Markdown: containers inside containers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

enum class Container {
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  bullet_item,
  ordered_item,
  task_item,
  block_quote,
  head_cell,
  body_cell,
  footnote,
  code_block,
  emphasis,
  strong,
  strikethrough,
  link,
  image,  // its alternative text
  code_span,
};

bool is_block(Container container);
bool is_heading(Container container);
bool is_code(Container container);

// From the outside in. Paragraphs are where Markdown puts them; a text without any other
// container is the empty chain.
using Chain = std::vector<Container>;

std::string name_of(const Chain& chain);  // "block quote > strong"

// Every sequence of at most `depth` containers, whether or not Markdown can say it. In those of
// three and more, headings of the levels 4 and 5 are left to those of 3 and 6.
std::vector<Chain> all_chains(std::size_t depth);

// What stands in a chain. `words` has one entry more than the chain: the words of each level, and
// in the innermost one `slot` between them.
struct Filling {
  struct Words {
    std::string before;
    std::string after;
  };
  std::vector<Words> words;
  std::string slot;
  std::string info;   // the language of a code block
  std::string label;  // of footnotes, unique in the file

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::size_t marked = kNowhere;  // the container that stands between `open` and `close`
  std::string open;
  std::string close;
};

// As Markdown, without an empty line at the end.
std::string to_markdown(const Chain& chain, const Filling& filling);

// Whether each of the words stands where the chain says. A footnote's definition stands
// for itself, whatever it was written in.
bool stands_as_intended(const Chain& chain, const Filling& filling, const std::vector<Node>& blocks,
                        const std::vector<Node>& footnotes);

}  // namespace debrief
