#include "generator/markdown/marks.h"

#include <fmt/format.h>

#include <algorithm>
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
  // One word, almost a mark: to read it as an ordinary comment would publish what follows.
  if (word.find(' ') == std::string::npos && suggest(word, {"internal", "/internal"})) {
    return Mark{Mark::Kind::misspelt, ""};
  }
  if (word == "end internal" || word == "/ internal" || word == "internal end") {
    return Mark{Mark::Kind::misspelt, ""};
  }
  return std::nullopt;
}

class MarkReader {
 public:
  MarkReader(const SourceText& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void read(std::vector<Node>& nodes) {
    bool marks_section = false;
    read(nodes, false, marks_section);
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

  void read(std::vector<Node>& nodes, bool of_heading, bool& marks_section) {
    std::vector<Node> kept;
    std::optional<Node> open;      // the comment of the mark we are in
    std::string replacement;
    bool first_in_mark = false;
    for (Node& node : nodes) {
      const auto mark = mark_of(node);
      if (!mark) {
        if (open) {
          node.internal = true;
          if (std::exchange(first_in_mark, false)) node.replacement = replacement;
        }
        bool child_marks_section = false;
        read(node.children, node.kind == NodeKind::heading, child_marks_section);
        if (child_marks_section) node.internal = true;
        kept.push_back(std::move(node));
        continue;
      }
      switch (mark->kind) {
        case Mark::Kind::misspelt:
          error("unknown-mark", node,
                fmt::format("'<!-- {} -->' is almost a redaction mark; write <!-- internal --> and "
                            "<!-- /internal -->",
                            node.text));
          break;
        case Mark::Kind::open:
          if (open) {
            error("nested-mark", node,
                  fmt::format("this mark starts inside the one of line {}; close that one first",
                              open->line));
            break;
          }
          replacement = mark->replacement;
          first_in_mark = true;
          open = std::move(node);
          break;
        case Mark::Kind::close:
          if (!open) {
            error("unopened-mark", node,
                  "this mark ends nothing that starts beside it: both ends must stand between the "
                  "same blocks, or in the same line of text");
            break;
          }
          ranges_.push_back({open->line, node.line});
          open.reset();
          break;
      }
    }
    if (open) {
      if (of_heading) {
        marks_section = true;
      } else {
        error("unclosed-mark", *open,
              "this mark has no end beside it; add <!-- /internal --> between the same blocks, or "
              "in the same line of text");
      }
    }
    nodes = std::move(kept);
  }

  void error(std::string id, const Node& node, std::string message) {
    diagnostics_.error(std::move(id), file_.at(node.line), std::move(message));
  }

  const SourceText& file_;
  Diagnostics& diagnostics_;
  std::vector<Lines> ranges_;
};

}  // namespace

void apply_marks(MarkdownDocument& document, const SourceText& file, Diagnostics& diagnostics) {
  MarkReader reader(file, diagnostics);
  reader.read(document.blocks);
  reader.read(document.footnotes);
  // The parser moves footnotes to the end of the document, out of the marks around them.
  for (Node& footnote : document.footnotes) {
    footnote.internal = footnote.internal || reader.covers(footnote.line);
  }
}

}  // namespace debrief
