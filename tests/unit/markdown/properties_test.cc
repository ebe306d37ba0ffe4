// What holds for every text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generator/base/text.h"
#include "generator/markdown/inline_text.h"
#include "generator/markdown/outline.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

// Pieces that mean something to Markdown, put together at random.
rc::Gen<std::string> markdown_text() {
  const auto piece = rc::gen::element<std::string>(
      "a", "word ", " ", "\n", "\n\n", "*", "**", "_", "~~", "`", "```\n", "# ", "## ", "- ", "1. ",
      "- [ ] ", "> ", "    ", "|", "|-|\n", "[", "](", ")", "![", "[^n]", "[^n]: ", "[a]: b\n",
      "<!-- internal -->", "<!-- internal: x -->", "<!-- /internal -->", "<!--", "-->", "<b>",
      "http://a.example/", "&amp;", "&#10;", "\\", "---\n", "ü", "\uFDD0", "\r\n", "\t");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& part : pieces) text += part;
                        return text;
                      });
}

std::size_t count_blocks(const std::vector<Section>& sections) {
  std::size_t count = 0;
  for (const Section& section : sections) {
    count += 1 + section.blocks.size() + count_blocks(section.sections);
  }
  return count;
}

RC_GTEST_PROP(MarkdownProperties, AnyTextIsReadAndWritten, ()) {
  const std::string markdown = *markdown_text();
  const ParsedMarkdown parsed = parse(markdown, Marks::applied);
  const std::string html = to_html(parsed.document.blocks, {});
  RC_ASSERT(!find_invalid_utf8(html));
  RC_ASSERT(html.find("<!--") == std::string::npos);
  RC_ASSERT(html.find("<b>") == std::string::npos);
  RC_ASSERT(html.find("\uFDD0") == std::string::npos);
}

RC_GTEST_PROP(MarkdownProperties, AnyBytesThatAreTextAreRead, (std::string bytes)) {
  for (char& c : bytes) c = static_cast<char>(c & 0x7F);
  const ParsedMarkdown parsed = parse(bytes, Marks::applied);
  RC_ASSERT(!find_invalid_utf8(to_html(parsed.document.blocks, {})));
}

RC_GTEST_PROP(MarkdownProperties, AnOutlineKeepsAllBlocks, ()) {
  std::vector<Node> blocks = parse(*markdown_text()).document.blocks;
  const std::size_t count = blocks.size();
  const Outline outline = make_outline(std::move(blocks), [](const std::string&) { return ""; });
  RC_ASSERT(outline.intro.size() + count_blocks(outline.sections) == count);
}

RC_GTEST_PROP(MarkdownProperties, PiecesOfALineMakeTheWhole, ()) {
  const std::vector<Node> blocks = parse("a" + *markdown_text()).document.blocks;
  for (const Node& block : blocks) {
    if (block.kind != NodeKind::paragraph) continue;
    const std::string whole = plain_text(block.children);
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, whole.size() + 1);
    // Line ends at the end of a text do not count, so something that shows is put behind it.
    const auto text_of = [](std::vector<Node> nodes) {
      Node end;
      end.text = "|";
      nodes.push_back(end);
      std::string text = plain_text(nodes);
      text.pop_back();
      return text;
    };
    const std::string first = text_of(cut_inline(block.children, 0, at));
    const std::string second = text_of(cut_inline(block.children, at, whole.size() + 9));
    RC_ASSERT(first + second == text_of(block.children));
  }
}

}  // namespace
}  // namespace debrief
