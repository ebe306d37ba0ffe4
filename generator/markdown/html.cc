#include "generator/markdown/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "generator/base/escape.h"
#include "generator/highlight/highlight.h"

namespace debrief {
namespace {

// The spans of a block of code, handed out in pieces of any length.
class SpanPieces {
 public:
  explicit SpanPieces(std::vector<CodeSpan> spans) : spans_(std::move(spans)) {}

  void write(std::string& out, std::size_t length) {
    while (length > 0 && next_ < spans_.size()) {
      CodeSpan& span = spans_[next_];
      const std::string_view piece = span.text.substr(0, length);
      write(out, {span.kind, piece});
      length -= piece.size();
      span.text.remove_prefix(piece.size());
      if (span.text.empty()) ++next_;
    }
  }

 private:
  static void write(std::string& out, const CodeSpan& span) {
    const std::string_view name = highlight_class(span.kind);
    if (name.empty()) return append_escaped_html(out, span.text);
    fmt::format_to(std::back_inserter(out), "<span class=\"{}\">", name);
    append_escaped_html(out, span.text);
    out += "</span>";
  }

  std::vector<CodeSpan> spans_;
  std::size_t next_ = 0;
};

class HtmlWriter {
 public:
  explicit HtmlWriter(const HtmlOptions& options)
      : options_(options), images_above_(options.images_above) {}

  void write(const std::vector<Node>& nodes) {
    write_parts(nodes, [this](const Node& node) { write(node); });
  }

  void write(const Node& node) {
    switch (node.kind) {
      case NodeKind::paragraph:
        return element("p", node, "\n");
      case NodeKind::heading:
        return heading(node);
      case NodeKind::block_quote:
        return container("blockquote", node);
      case NodeKind::list:
        return list(node);
      case NodeKind::list_item:
        return item(node, false);
      case NodeKind::code_block:
        return code_block(node);
      case NodeKind::thematic_break:
        out_ += "<hr>\n";
        return;
      case NodeKind::table:
        return table(node);
      case NodeKind::table_row:
        return;  // Written by their table.
      case NodeKind::table_cell:
        return;
      case NodeKind::footnote_definition:
        return;
      case NodeKind::comment_block:
        return;
      case NodeKind::comment:
        return;
      case NodeKind::text:
        return append_escaped_html(out_, node.text);
      case NodeKind::soft_break:
        out_ += '\n';
        return;
      case NodeKind::line_break:
        out_ += "<br>\n";
        return;
      case NodeKind::code:
        out_ += "<code>";
        code(node);
        out_ += "</code>";
        return;
      case NodeKind::emphasis:
        return element("em", node, "");
      case NodeKind::strong:
        return element("strong", node, "");
      case NodeKind::strikethrough:
        return element("del", node, "");
      case NodeKind::link:
        return link(node);
      case NodeKind::image:
        return image(node);
      case NodeKind::footnote_reference:
        return footnote_reference(node);
    }
  }

  void footnote(const Node& definition) {
    const bool hidden = is_hidden(definition);
    fmt::format_to(std::back_inserter(out_), "<li id=\"{}-{}\"{}>", options_.footnote_prefix,
                   definition.number, hidden ? " class=\"hidden-part\"" : "");
    if (hidden) block_note(options_.hidden_note(definition.hidden, definition.replacement));
    inside_hidden_ = hidden;
    write(definition.children);
    inside_hidden_ = false;
    out_ += "</li>\n";
  }

  std::string take() { return std::move(out_); }

 private:
  // Whether the node is to be shown as hidden; what stands inside such a part is not told again.
  bool is_hidden(const Node& node) const {
    return node.hidden != Hidden::no && options_.hidden_note && !inside_hidden_;
  }

  // Nodes that are hidden for one reason, side by side, are one part.
  template <typename Write>
  void write_parts(const std::vector<Node>& nodes, const Write& write_node) {
    for (auto node = nodes.begin(); node != nodes.end();) {
      if (!is_hidden(*node) || node->hidden == Hidden::link) {
        write_node(*node);
        ++node;
        continue;
      }
      const auto end = std::find_if(node + 1, nodes.end(), [&](const Node& next) {
        return next.hidden != node->hidden || !next.replacement.empty();
      });
      const bool block = is_block(node->kind);
      begin_hidden(*node, block);
      inside_hidden_ = true;
      for (; node != end; ++node) write_node(*node);
      inside_hidden_ = false;
      out_ += block ? "</div>\n" : "</span>";
    }
  }

  void begin_hidden(const Node& node, bool block) {
    const std::string note = options_.hidden_note(node.hidden, node.replacement);
    if (block) {
      out_ += "<div class=\"hidden-part\">\n";
      return block_note(note);
    }
    out_ += "<span class=\"hidden-part\"";
    attribute("title", note);
    out_ += '>';
    unseen(note);
  }

  void note_language() {
    if (!options_.words.language.empty()) attribute("lang", options_.words.language);
  }

  void block_note(std::string_view note) {
    out_ += "<p class=\"hidden-note\"";
    note_language();
    out_ += '>';
    append_escaped_html(out_, note);
    out_ += "</p>\n";
  }

  // For who hears the page.
  void unseen(std::string_view note) {
    out_ += "<span class=\"unseen\"";
    note_language();
    out_ += ">[";
    append_escaped_html(out_, note);
    out_ += "] </span>";
  }

  void element(std::string_view name, const Node& node, std::string_view after) {
    fmt::format_to(std::back_inserter(out_), "<{}>", name);
    write(node.children);
    fmt::format_to(std::back_inserter(out_), "</{}>{}", name, after);
  }

  void container(std::string_view name, const Node& node) {
    fmt::format_to(std::back_inserter(out_), "<{}>\n", name);
    write(node.children);
    fmt::format_to(std::back_inserter(out_), "</{}>\n", name);
  }

  void heading(const Node& node) {
    const int level = std::clamp(node.level + options_.heading_shift, 1, 6);
    element(fmt::format("h{}", level), node, "\n");
  }

  void list(const Node& node) {
    const bool tasks = std::ranges::any_of(
        node.children, [](const Node& child) { return child.task != Task::none; });
    const std::string_view name = node.ordered ? "ol" : "ul";
    fmt::format_to(std::back_inserter(out_), "<{}", name);
    if (node.ordered && node.start != 1) {
      fmt::format_to(std::back_inserter(out_), " start=\"{}\"", node.start);
    }
    out_ += tasks ? " class=\"tasks\">\n" : ">\n";
    for (const Node& child : node.children) item(child, node.tight);
    fmt::format_to(std::back_inserter(out_), "</{}>\n", name);
  }

  void item(const Node& node, bool tight) {
    const bool hidden = is_hidden(node);
    out_ += hidden ? "<li class=\"hidden-part\">" : "<li>";
    if (hidden) {
      block_note(options_.hidden_note(node.hidden, node.replacement));
      inside_hidden_ = true;
    }
    if (node.task != Task::none) {
      // Said in words as well: a disabled box alone has no name for who cannot see it.
      task(node.task == Task::done);
    }
    write_parts(node.children, [&](const Node& child) {
      if (tight && child.kind == NodeKind::paragraph) {
        write(child.children);
        if (&child != &node.children.back()) out_ += '\n';
      } else {
        write(child);
      }
    });
    if (hidden) inside_hidden_ = false;
    out_ += "</li>\n";
  }

  void code_block(const Node& node) {
    // Scrolls sideways where it is wide, so the keyboard must be able to reach it.
    out_ += "<pre tabindex=\"0\"><code";
    if (!node.info.empty()) {
      out_ += " class=\"language-";
      append_escaped_html(out_, node.info);
      out_ += '"';
    }
    out_ += '>';
    highlighted_code(node);
    out_ += "</code></pre>\n";
  }

  // What a part of it means depends on what stands before: it is read as a whole, hidden or not.
  void highlighted_code(const Node& node) {
    std::string whole;
    for (const Node& part : node.children) whole += part.text;
    const std::string& text = node.children.empty() ? node.text : whole;
    SpanPieces pieces(highlight(node.info, text));
    if (node.children.empty()) return pieces.write(out_, text.size());
    write_parts(node.children, [&](const Node& part) { pieces.write(out_, part.text.size()); });
  }

  void code(const Node& node) {
    if (node.children.empty()) return append_escaped_html(out_, node.text);
    write(node.children);
  }

  void table(const Node& node) {
    out_ += "<div class=\"table\" tabindex=\"0\"><table>\n";
    for (std::size_t row = 0; row < node.children.size(); ++row) {
      if (row == 0) out_ += "<thead>\n";
      if (row == 1) out_ += "<tbody>\n";
      table_row(node.children[row], node.alignments, row == 0);
      if (row == 0) out_ += "</thead>\n";
    }
    if (node.children.size() > 1) out_ += "</tbody>\n";
    out_ += "</table></div>\n";
  }

  void table_row(const Node& row, const std::vector<Alignment>& alignments, bool is_first) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const Alignment alignment = i < alignments.size() ? alignments[i] : Alignment::none;
      // An empty head is none, and would be read out as one.
      const bool is_head = is_first && !plain_text(row.children[i].children).empty();
      const std::string_view cell = is_head ? "th" : "td";
      fmt::format_to(std::back_inserter(out_), "<{}{}{}>", cell, is_head ? " scope=\"col\"" : "",
                     alignment == Alignment::right    ? " class=\"right\""
                     : alignment == Alignment::center ? " class=\"center\""
                                                      : "");
      write(row.children[i].children);
      fmt::format_to(std::back_inserter(out_), "</{}>", cell);
    }
    out_ += "</tr>\n";
  }

  std::optional<std::string> resolve(const LinkTarget& target) const {
    switch (target.kind) {
      case LinkTarget::Kind::none:
      case LinkTarget::Kind::relative:
        return std::nullopt;
      case LinkTarget::Kind::url:
        return target.value;
      case LinkTarget::Kind::fragment:
        return "#" + options_.fragment_prefix + target.value;
      case LinkTarget::Kind::page:
      case LinkTarget::Kind::asset:
        return options_.resolve ? options_.resolve(target) : std::nullopt;
    }
    return std::nullopt;
  }

  void attribute(std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out_), " {}=\"", name);
    append_escaped_html(out_, value);
    out_ += '"';
  }

  void link(const Node& node) {
    const auto address = resolve(node.target);
    if (!address) return write(node.children);
    // Its title tells of the target: both are hidden.
    const bool hidden = is_hidden(node) && node.hidden == Hidden::link;
    const std::string note = hidden ? options_.hidden_note(node.hidden, "") : "";
    out_ += "<a";
    attribute("href", escape_url(*address));
    if (hidden) attribute("class", "hidden-link");
    if (hidden || !node.title.empty()) attribute("title", hidden ? note : node.title);
    if (node.target.kind == LinkTarget::Kind::url) out_ += " rel=\"noopener noreferrer\"";
    out_ += '>';
    if (hidden) unseen(note);
    write(node.children);
    out_ += "</a>";
  }

  void image(const Node& node) {
    const std::string alternative = plain_text(node.children);
    const auto address = node.target.kind == LinkTarget::Kind::asset ? resolve(node.target)
                                                                     : std::optional<std::string>();
    if (!address) return append_escaped_html(out_, alternative);
    out_ += "<img";
    attribute("src", escape_url(*address));
    attribute("alt", alternative);
    if (!node.title.empty()) attribute("title", node.title);
    if (options_.image_size) {
      if (const auto size = options_.image_size(node.target)) {
        fmt::format_to(std::back_inserter(out_), " width=\"{}\" height=\"{}\"", size->first,
                       size->second);
      }
    }
    if (images_above_) out_ += " loading=\"lazy\" decoding=\"async\"";
    images_above_ = true;
    out_ += '>';
  }

  void task(bool done) {
    fmt::format_to(std::back_inserter(out_), "<span class=\"task {}\" role=\"img\"",
                   done ? "done" : "open");
    attribute("aria-label", done ? options_.words.task_done : options_.words.task_open);
    out_ += done ? ">☑</span> " : ">☐</span> ";
  }

  void footnote_reference(const Node& node) {
    if (node.number == 0) return;
    fmt::format_to(std::back_inserter(out_), "<sup class=\"footnote\"><a href=\"#{}-{}\"",
                   options_.footnote_prefix, node.number);
    attribute("aria-label", fmt::format("{} {}", options_.words.footnote, node.number));
    fmt::format_to(std::back_inserter(out_), ">{}</a></sup>", node.number);
  }

  const HtmlOptions& options_;
  std::string out_;
  bool images_above_;
  bool inside_hidden_ = false;
};

}  // namespace

std::string to_html(const std::vector<Node>& nodes, const HtmlOptions& options) {
  HtmlWriter writer(options);
  writer.write(nodes);
  return writer.take();
}

std::string to_html(const Node& node, const HtmlOptions& options) {
  HtmlWriter writer(options);
  writer.write(node);
  return writer.take();
}

std::string footnotes_html(const std::vector<Node>& definitions, const HtmlOptions& options) {
  if (definitions.empty()) return "";
  std::string out = "<ol class=\"footnotes\">\n";
  for (const Node& definition : definitions) {
    HtmlWriter writer(options);
    writer.footnote(definition);
    out += writer.take();
  }
  out += "</ol>\n";
  return out;
}

}  // namespace debrief
