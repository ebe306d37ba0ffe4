#include "generator/markdown/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "generator/base/suggest.h"
#include "generator/base/text.h"

namespace debrief {
namespace {

struct Mark {
  enum class Kind { open, close, misspelt };
  Kind kind;
  std::string replacement;
};

std::optional<Mark> mark_of(const Node& node) {
  if (node.kind != NodeKind::comment && node.kind != NodeKind::comment_block) return std::nullopt;
  const std::string_view text = trim(node.text);
  const std::size_t colon = text.find(':');
  const std::string word = to_lower(trim(text.substr(0, colon)));
  if (word == "internal") {
    const auto replacement = colon == std::string_view::npos ? "" : trim(text.substr(colon + 1));
    return Mark{Mark::Kind::open, std::string(replacement)};
  }
  if (word == "/internal" && colon == std::string_view::npos) return Mark{Mark::Kind::close, ""};
  // Almost a mark: to read it as an ordinary comment would publish what follows.
  const std::size_t first_end = word.find_first_not_of("/abcdefghijklmnopqrstuvwxyz");
  const std::string first = word.substr(0, first_end);
  if (first == "internal" || first == "/internal") return Mark{Mark::Kind::misspelt, ""};
  if (word.find(' ') == std::string::npos && suggest(word, {"internal", "/internal"})) {
    return Mark{Mark::Kind::misspelt, ""};
  }
  if (word == "end internal" || word == "/ internal") {
    return Mark{Mark::Kind::misspelt, ""};
  }
  return std::nullopt;
}

class MarkReader {
 public:
  MarkReader(const SourceText& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void read(std::vector<Node>& nodes) {
    read(nodes, Place{});
    cover_marked_sections(nodes);
  }

  // "[x]: https://…" is no node: the parser has put the address into the links that name it,
  // wherever they are, out of the reach of a mark around the definition.
  void refuse_link_definitions() {
    for (const Lines& lines : ranges_) {
      for (int line = lines.first + 1; line < std::min(lines.last, file_.line_count() + 1);
           ++line) {
        const std::string_view text = trim(file_.line(line));
        const std::size_t end = text.find("]:");
        if (!text.starts_with('[') || text.starts_with("[^") || end == std::string_view::npos)
          continue;
        diagnostics_.error(
            "link-definition-in-mark", file_.at(line),
            "a link definition works for the whole file, whatever mark is around it; "
            "write the address into the link itself: [text](address)");
      }
    }
  }

  // Marks of which only one end stands where it should. Where the other stands elsewhere, each is
  // told of the other.
  void report_lonely_ends() {
    std::ranges::sort(lonely_starts_);
    std::ranges::sort(lonely_ends_);
    for (std::size_t i = 0; i < lonely_starts_.size(); ++i) {
      const int start = lonely_starts_[i];
      const auto end = std::ranges::lower_bound(lonely_ends_, start);
      const bool is_next_before = i + 1 < lonely_starts_.size() && end != lonely_ends_.end() &&
                                  lonely_starts_[i + 1] < *end;
      const bool crosses = end != lonely_ends_.end() && !is_next_before;
      diagnostics_.error(
          "unclosed-mark", file_.at(start),
          "this mark has no end beside it; add <!-- /internal --> between the same blocks, or in "
          "the same line of text" +
              (crosses ? fmt::format(" (the end in line {} stands elsewhere)", *end) : ""));
    }
    for (const int end : lonely_ends_) {
      const auto after = std::ranges::upper_bound(lonely_starts_, end);
      diagnostics_.error(
          "unopened-mark", file_.at(end),
          "this mark ends nothing that starts beside it: both ends must stand between the same "
          "blocks, or in the same line of text" +
              (after == lonely_starts_.begin()
                   ? ""
                   : fmt::format(" (the start in line {} stands elsewhere)", *(after - 1))));
    }
  }

  // Whether the line lies in a mark that has been read.
  bool covers(int line) const {
    return std::ranges::any_of(
        ranges_, [line](const Lines& lines) { return line > lines.first && line < lines.last; });
  }

 private:
  struct Lines {
    int first;
    int last;
  };

  // Where a list of nodes stands.
  struct Place {
    bool is_top = true;       // the blocks of the document, not of a quote or an item
    bool in_heading = false;  // the text of a heading that begins a section
    int inside_mark = 0;      // the line of the mark around it
  };

  void read(std::vector<Node>& nodes, const Place& place) {
    std::vector<Node> kept;
    std::optional<Node> open;  // the comment of the mark we are in
    std::string replacement;
    for (Node& node : nodes) {
      const auto mark = mark_of(node);
      if (!mark) {
        warn_about_mark_in_code(node);
        if (open) {
          node.internal = true;
          node.replacement = std::exchange(replacement, "");
        }
        read_children(node, place, open ? open->line : place.inside_mark);
        kept.push_back(std::move(node));
        continue;
      }
      switch (mark->kind) {
        case Mark::Kind::misspelt:
          error("unknown-mark", node,
                fmt::format("'<!-- {} -->' is almost a redaction mark; write <!-- internal -->, "
                            "<!-- internal: what to read instead --> or <!-- /internal -->",
                            node.text));
          break;
        case Mark::Kind::open:
          if (open || place.inside_mark != 0) {
            error("nested-mark", node,
                  fmt::format("this mark starts inside the one of line {}; close that one first",
                              open ? open->line : place.inside_mark));
            break;
          }
          replacement = mark->replacement;
          open = std::move(node);
          break;
        case Mark::Kind::close:
          if (!open) {
            lonely_ends_.push_back(node.line);
            break;
          }
          ranges_.push_back({open->line, node.line});
          if (!replacement.empty()) {
            // The mark is empty, or all that was in it are footnotes, which the parser has moved.
            // What is read instead does not depend on that: the comment stays and carries it.
            open->internal = true;
            open->replacement = std::exchange(replacement, "");
            open->text.clear();
            kept.push_back(std::move(*open));
          }
          open.reset();
          break;
      }
    }
    if (open) end_without_close(*open, place);
    nodes = std::move(kept);
  }

  void read_children(Node& node, const Place& place, int inside_mark) {
    const bool begins_section = place.is_top && node.kind == NodeKind::heading;
    read(node.children, {false, begins_section, inside_mark});
    if (std::exchange(marks_section_, false)) node.internal = true;
  }

  void warn_about_mark_in_code(const Node& node) {
    if (node.kind != NodeKind::code && node.kind != NodeKind::code_block) return;
    if (node.text.find("<!-- internal") == std::string::npos) return;
    diagnostics_.warning("mark-in-code", file_.at(node.line),
                         "in code a redaction mark is text, and hides nothing; put the mark around "
                         "the code");
  }

  // On a heading a mark needs no end: it is for the section.
  void end_without_close(const Node& open, const Place& place) {
    marks_section_ = place.in_heading;
    if (place.in_heading) return;
    lonely_starts_.push_back(open.line);
  }

  // A section goes on until the next heading of its level or above.
  void cover_marked_sections(const std::vector<Node>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != NodeKind::heading || !blocks[i].internal) continue;
      const auto next = std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                     blocks.end(), [level = blocks[i].level](const Node& node) {
                                       return node.kind == NodeKind::heading && node.level <= level;
                                     });
      ranges_.push_back(
          {blocks[i].line, next == blocks.end() ? std::numeric_limits<int>::max() : next->line});
    }
  }

  void error(std::string id, const Node& node, std::string message) {
    diagnostics_.error(std::move(id), file_.at(node.line), std::move(message));
  }

  const SourceText& file_;
  Diagnostics& diagnostics_;
  std::vector<Lines> ranges_;
  std::vector<int> lonely_starts_;  // lines of marks without an end beside them
  std::vector<int> lonely_ends_;
  bool marks_section_ = false;  // the heading that has just been read ends in an open mark
};

}  // namespace

void apply_marks(MarkdownDocument& document, const SourceText& file, Diagnostics& diagnostics) {
  MarkReader reader(file, diagnostics);
  reader.read(document.blocks);
  reader.read(document.footnotes);
  reader.report_lonely_ends();
  reader.refuse_link_definitions();
  // The parser moves footnotes to the end of the document, out of the marks around them.
  for (Node& footnote : document.footnotes) {
    footnote.internal = footnote.internal || reader.covers(footnote.line);
  }
}

}  // namespace debrief
