#include "generator/markdown/parse.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/markdown/comments.h"
#include "generator/markdown/limits.h"
#include "generator/markdown/links.h"

namespace debrief {
namespace {

using ParserHandle = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using NodeHandle = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

std::string_view view_of(const char* text) {
  return text == nullptr ? std::string_view() : text;
}

std::string first_word(std::string_view text) {
  text = trim(text);
  return std::string(text.substr(0, text.find_first_of(" \t")));
}

class TreeBuilder {
 public:
  TreeBuilder(const SourceText& file, int first_line, const MarkdownLimits& limits,
              Diagnostics& diagnostics)
      : file_(file), first_line_(first_line), limits_(limits), diagnostics_(diagnostics) {}

  MarkdownDocument build(cmark_node* document) {
    MarkdownDocument result;
    for (Node& block : children_of(document, 0, false)) {
      if (block.kind == NodeKind::footnote_definition) {
        block.number = static_cast<int>(result.footnotes.size()) + 1;
        result.footnotes.push_back(std::move(block));
      } else {
        result.blocks.push_back(std::move(block));
      }
    }
    return result;
  }

 private:
  // Refused as a whole: a tree that is too deep or whose links are too many has no useful part.
  bool refuse(cmark_node* node, std::string message) {
    if (!refused_) {
      diagnostics_.error("markdown-limit", file_.at(line_of(node)), std::move(message));
    }
    refused_ = true;
    return false;
  }

  int line_of(cmark_node* node) const {
    for (; node != nullptr; node = cmark_node_parent(node)) {
      if (const int line = cmark_node_get_start_line(node); line > 0) return first_line_ + line - 1;
    }
    return first_line_;
  }

  std::vector<Node> children_of(cmark_node* parent, std::size_t depth, bool in_link) {
    std::vector<Node> nodes;
    if (depth > limits_.nesting) {
      refuse(parent, fmt::format("nested more than {} levels deep", limits_.nesting));
      return nodes;
    }
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr && !refused_;
         child = cmark_node_next(child)) {
      append(child, depth, in_link, nodes);
    }
    return nodes;
  }

  void append(cmark_node* source, std::size_t depth, bool in_link, std::vector<Node>& out) {
    const cmark_node_type type = cmark_node_get_type(source);
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
      append_comments(source, type == CMARK_NODE_HTML_BLOCK, out);
      return;
    }
    std::optional<Node> node = node_of(source, type);
    if (!node) return;
    if (node->kind == NodeKind::text) {
      refuse_comment_in(node->text, node->line);
      if (in_link) {
        out.push_back(std::move(*node));
      } else {
        std::ranges::move(link_bare_addresses(*node), std::back_inserter(out));
      }
      return;
    }
    const bool is_link = node->kind == NodeKind::link || node->kind == NodeKind::image;
    node->children = children_of(source, depth + 1, in_link || is_link);
    out.push_back(std::move(*node));
  }

  void append_comments(cmark_node* source, bool block, std::vector<Node>& out) {
    const std::string html = take_guards(view_of(cmark_node_get_literal(source)));
    const auto comments = parse_comments(html);
    const int line = line_of(source);
    if (!comments) {
      if (html.find("<!--") != std::string::npos) {
        // What an author put into a comment may be meant to be hidden; guessing where it ends
        // would be guessing what may be shown.
        diagnostics_.error("unclosed-comment", file_.at(line),
                           "this comment does not end, or shares a block with other HTML; close it "
                           "with --> and keep empty lines around it");
      } else {
        diagnostics_.warning("raw-html", file_.at(line),
                             "raw HTML is not shown; write it as Markdown");
      }
      return;
    }
    for (const std::string& comment : *comments) {
      Node node;
      node.kind = block ? NodeKind::comment_block : NodeKind::comment;
      node.line = line;
      node.text = comment;
      out.push_back(std::move(node));
    }
  }

  // A comment that Markdown does not take for one is text like any other, and would be shown
  // with what its author meant to hide.
  void refuse_comment_in(std::string_view text, int line) {
    if (text.find("<!--") == std::string_view::npos) return;
    diagnostics_.error("unclosed-comment", file_.at(line),
                       "this comment is none for Markdown: it must end with --> before the next "
                       "empty line and hold no --; put a <!-- that is to be read into `backticks`");
  }

  std::optional<Node> node_of(cmark_node* source, cmark_node_type type) {
    Node node;
    node.line = line_of(source);
    switch (type) {
      case CMARK_NODE_PARAGRAPH:
        node.kind = NodeKind::paragraph;
        return node;
      case CMARK_NODE_BLOCK_QUOTE:
        node.kind = NodeKind::block_quote;
        return node;
      case CMARK_NODE_THEMATIC_BREAK:
        node.kind = NodeKind::thematic_break;
        return node;
      case CMARK_NODE_SOFTBREAK:
        node.kind = NodeKind::soft_break;
        return node;
      case CMARK_NODE_LINEBREAK:
        node.kind = NodeKind::line_break;
        return node;
      case CMARK_NODE_EMPH:
        node.kind = NodeKind::emphasis;
        return node;
      case CMARK_NODE_STRONG:
        node.kind = NodeKind::strong;
        return node;
      case CMARK_NODE_HEADING:
        node.kind = NodeKind::heading;
        node.level = cmark_node_get_heading_level(source);
        return node;
      case CMARK_NODE_LIST:
        node.kind = NodeKind::list;
        node.ordered = cmark_node_get_list_type(source) == CMARK_ORDERED_LIST;
        node.start = cmark_node_get_list_start(source);
        node.tight = cmark_node_get_list_tight(source) != 0;
        return node;
      case CMARK_NODE_CODE_BLOCK:
        node.kind = NodeKind::code_block;
        node.text = take_guards(view_of(cmark_node_get_literal(source)));
        node.info = first_word(take_guards(view_of(cmark_node_get_fence_info(source))));
        return node;
      case CMARK_NODE_TEXT:
        node.text = take_guards(view_of(cmark_node_get_literal(source)));
        if (node.text.empty()) return std::nullopt;
        return node;
      case CMARK_NODE_CODE:
        node.kind = NodeKind::code;
        node.text = take_guards(view_of(cmark_node_get_literal(source)));
        return node;
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        node.kind = NodeKind::footnote_definition;
        return node;
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        node.kind = NodeKind::footnote_reference;
        // By now cmark has put the number of the definition in the place of its label.
        node.number = std::atoi(std::string(view_of(cmark_node_get_literal(source))).c_str());
        return node;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        return link_of(source, type, std::move(node));
      case CMARK_NODE_ITEM:
        return item_of(source, std::move(node));
      default:
        return extension_node(source, std::move(node));
    }
  }

  std::optional<Node> item_of(cmark_node* source, Node node) const {
    node.kind = NodeKind::list_item;
    if (view_of(cmark_node_get_type_string(source)) == "tasklist") {
      node.task = is_checked(source) ? Task::done : Task::open;
    }
    return node;
  }

  // The library looks for "[x]" in the whole rest of the line, so that an open item with a link
  // called x would be done.
  bool is_checked(cmark_node* item) const {
    if (!cmark_gfm_extensions_get_tasklist_item_checked(item)) return false;
    const std::string_view line = file_.line(line_of(item));
    const int column = cmark_node_get_start_column(item);
    const std::size_t box = line.find('[', static_cast<std::size_t>(std::max(column - 1, 0)));
    return box == std::string_view::npos || line.substr(box, 3) != "[ ]";
  }

  std::optional<Node> link_of(cmark_node* source, cmark_node_type type, Node node) {
    const std::string_view url = view_of(cmark_node_get_url(source));
    node.kind = type == CMARK_NODE_LINK ? NodeKind::link : NodeKind::image;
    node.title = take_guards(view_of(cmark_node_get_title(source)));
    refuse_comment_in(node.title, node.line);
    node.target = parse_link_target(take_guards(url));
    link_bytes_ += url.size() + node.title.size();
    if (link_bytes_ > limits_.link_bytes) {
      refuse(source, fmt::format("the addresses of all links together are over {} KB",
                                 limits_.link_bytes / 1024));
    }
    if (node.target.kind == LinkTarget::Kind::none && !url.empty()) {
      diagnostics_.warning("link-scheme", file_.at(node.line),
                           "a link that is neither http, https, mailto nor a path; it is shown as "
                           "text");
    }
    return node;
  }

  std::optional<Node> extension_node(cmark_node* source, Node node) const {
    const std::string_view type = view_of(cmark_node_get_type_string(source));
    if (type == "tasklist") return item_of(source, std::move(node));
    if (type == "strikethrough") {
      node.kind = NodeKind::strikethrough;
    } else if (type == "table") {
      node.kind = NodeKind::table;
      const std::size_t columns = cmark_gfm_extensions_get_table_columns(source);
      const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(source);
      for (std::size_t i = 0; i < columns; ++i) {
        node.alignments.push_back(letters[i] == 'l'   ? Alignment::left
                                  : letters[i] == 'c' ? Alignment::center
                                  : letters[i] == 'r' ? Alignment::right
                                                      : Alignment::none);
      }
    } else if (type == "table_row" || type == "table_header") {
      node.kind = NodeKind::table_row;
    } else if (type == "table_cell") {
      node.kind = NodeKind::table_cell;
    } else {
      return std::nullopt;
    }
    return node;
  }

  const SourceText& file_;
  const int first_line_;
  const MarkdownLimits& limits_;
  Diagnostics& diagnostics_;
  std::size_t link_bytes_ = 0;
  bool refused_ = false;
};

NodeHandle parse_with_cmark(std::string_view markdown) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);

  const ParserHandle parser(cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES),
                            &cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  NodeHandle document(cmark_parser_finish(parser.get()), &cmark_node_free);
  cmark_consolidate_text_nodes(document.get());
  return document;
}

}  // namespace

MarkdownDocument parse_markdown(const SourceText& file, std::size_t offset,
                                const MarkdownLimits& limits, Diagnostics& diagnostics) {
  const std::string_view markdown = file.bytes().substr(offset);
  const int first_line = file.at_offset(offset).line;
  if (!is_within_limits(file, offset, limits, diagnostics)) return {};
  const std::optional<std::string> guarded = guard_leading_comments(markdown);
  const NodeHandle document = parse_with_cmark(guarded ? *guarded : markdown);
  return TreeBuilder(file, first_line, limits, diagnostics).build(document.get());
}

}  // namespace debrief
