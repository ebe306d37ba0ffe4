#include "generator/compare/text_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "generator/base/text.h"
#include "generator/base/utf8.h"

namespace debrief {

namespace {

using Lines = std::vector<std::string>;

bool deceives(char32_t code) {
  if (code < 0x20) return code != U'\t';
  return (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x61C || code == 0x200B ||
         code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
         (code >= 0xE0000 && code < 0xE0080);
}

std::string target_text(const LinkTarget& target) {
  const std::string fragment = target.fragment.empty() ? "" : "#" + target.fragment;
  switch (target.kind) {
    case LinkTarget::Kind::none:
    case LinkTarget::Kind::relative:  // Nobody is led there.
      return "";
    case LinkTarget::Kind::url:
    case LinkTarget::Kind::page:
    case LinkTarget::Kind::asset:
      return target.value + fragment;
    case LinkTarget::Kind::fragment:
      return "#" + target.value;
  }
  return "";
}

std::string mark_begin(const Node& node) {
  return node.replacement.empty() ? "<!-- internal -->"
                                  : fmt::format("<!-- internal: {} -->", node.replacement);
}
constexpr std::string_view kMarkEnd = "<!-- /internal -->";

// Hard line breaks are line ends in what these return.
std::string inline_text(const std::vector<Node>& nodes, bool inside_mark);

std::string inline_text(const Node& node, bool inside_mark) {
  std::string inside = inline_text(node.children, inside_mark);
  switch (node.kind) {
    case NodeKind::text:
      return visible_text(node.text);
    case NodeKind::soft_break:
      return " ";
    case NodeKind::line_break:
      return "\\\n";
    case NodeKind::code:
      return "`" + visible_text(node.text) + "`";
    case NodeKind::emphasis:
      return "*" + inside + "*";
    case NodeKind::strong:
      return "**" + inside + "**";
    case NodeKind::strikethrough:
      return "~~" + inside + "~~";
    case NodeKind::footnote_reference:
      return node.number == 0 ? "" : fmt::format("[^{}]", node.number);
    case NodeKind::link:
    case NodeKind::image: {
      const std::string target = visible_text(target_text(node.target));
      if (target.empty()) return inside;
      const std::string title = node.title.empty() ? "" : " \"" + visible_text(node.title) + "\"";
      return fmt::format("{}[{}]({}{})", node.kind == NodeKind::image ? "!" : "", inside, target,
                         title);
    }
    default:
      return "";
  }
}

std::string inline_text(const std::vector<Node>& nodes, bool inside_mark) {
  std::string out;
  bool is_marked = false;
  for (const Node& node : nodes) {
    const bool marked = node.internal && !inside_mark;
    if (is_marked && (!marked || !node.replacement.empty())) {
      out += kMarkEnd;
      is_marked = false;
    }
    if (marked && !is_marked) out += mark_begin(node);
    is_marked = marked;
    out += inline_text(node, inside_mark || marked);
  }
  if (is_marked) out += kMarkEnd;
  return out;
}

void add_sentences(Lines& lines, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const bool is_end = text[at] == '.' || text[at] == '!' || text[at] == '?';
    const bool goes_on = text[at + 2] >= 'a' && text[at + 2] <= 'z';
    if (!is_end || text[at + 1] != ' ' || goes_on) continue;
    lines.emplace_back(text.substr(begin, at + 1 - begin));
    begin = at + 2;
  }
  lines.emplace_back(text.substr(begin));
}

Lines sentences(const std::string& text) {
  Lines lines;
  for (const std::string_view line : split(text, '\n')) add_sentences(lines, line);
  return lines;
}

void add(Lines& lines, Lines more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

void indent(Lines& lines, const std::string& first, const std::string& rest) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || !lines[i].empty()) lines[i].insert(0, i == 0 ? first : rest);
  }
}

enum class Spacing { loose, tight };

class BlockWriter {
 public:
  explicit BlockWriter(bool inside_mark) : inside_mark_(inside_mark) {}

  Lines write(const std::vector<Node>& nodes, Spacing spacing) const {
    Lines lines;
    bool is_marked = false;
    for (const Node& node : nodes) {
      const bool marked = node.internal && !inside_mark_;
      if (is_marked && (!marked || !node.replacement.empty())) {
        lines.emplace_back(kMarkEnd);
        is_marked = false;
      }
      Lines own = BlockWriter(inside_mark_ || marked).block(node);
      if (own.empty()) continue;
      if (!lines.empty() && spacing == Spacing::loose) lines.emplace_back();
      if (marked && !is_marked) lines.push_back(mark_begin(node));
      is_marked = marked;
      add(lines, std::move(own));
    }
    if (is_marked) lines.emplace_back(kMarkEnd);
    return lines;
  }

 private:
  Lines block(const Node& node) const {
    switch (node.kind) {
      case NodeKind::paragraph:
        return sentences(inline_text(node.children, inside_mark_));
      case NodeKind::heading:
        return {std::string(static_cast<std::size_t>(node.level), '#') + " " +
                inline_text(node.children, inside_mark_)};
      case NodeKind::block_quote: {
        Lines lines = write(node.children, Spacing::loose);
        for (std::string& line : lines) line.insert(0, line.empty() ? ">" : "> ");
        return lines;
      }
      case NodeKind::list:
        return list(node);
      case NodeKind::code_block:
        return code(node);
      case NodeKind::thematic_break:
        return {"---"};
      case NodeKind::table:
        return table(node);
      case NodeKind::footnote_definition: {
        Lines lines = write(node.children, Spacing::loose);
        if (lines.empty()) lines.emplace_back();
        indent(lines, fmt::format("[^{}]: ", node.number), "    ");
        return lines;
      }
      case NodeKind::comment_block:
        return {};
      default:  // A list item or an inline node that stands by itself.
        return is_block(node.kind) ? write(node.children, Spacing::loose)
                                   : sentences(inline_text({node}, inside_mark_));
    }
  }

  Lines list(const Node& node) const {
    Lines lines;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Node& item = node.children[i];
      const bool marked = item.internal && !inside_mark_;
      Lines own = BlockWriter(inside_mark_ || marked)
                      .write(item.children, node.tight ? Spacing::tight : Spacing::loose);
      const std::string marker =
          node.ordered ? fmt::format("{}. ", static_cast<std::size_t>(node.start) + i) : "- ";
      const std::string box = item.task == Task::none   ? ""
                              : item.task == Task::done ? "[x] "
                                                        : "[ ] ";
      if (own.empty()) own.emplace_back();
      if (marked) {
        own.front().insert(0, mark_begin(item));
        own.back() += kMarkEnd;
      }
      indent(own, marker + box, std::string(marker.size(), ' '));
      if (i != 0 && !node.tight) lines.emplace_back();
      add(lines, std::move(own));
    }
    return lines;
  }

  static Lines code(const Node& node) {
    Lines lines = {"```" + visible_text(node.info)};
    std::string_view text = node.text;
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (const std::string_view line : split(text, '\n')) lines.push_back(visible_text(line));
    lines.emplace_back("```");
    return lines;
  }

  Lines table(const Node& node) const {
    Lines lines;
    for (const Node& row : node.children) {
      std::string line = "|";
      for (const Node& cell : row.children) {
        line += " " + inline_text(cell.children, inside_mark_) + " |";
      }
      std::ranges::replace(line, '\n', ' ');
      lines.push_back(std::move(line));
      if (lines.size() == 1) lines.push_back(alignments(node));
    }
    return lines;
  }

  static std::string alignments(const Node& table) {
    std::string line = "|";
    for (const Alignment alignment : table.alignments) {
      line += alignment == Alignment::left     ? ":---|"
              : alignment == Alignment::center ? ":---:|"
              : alignment == Alignment::right  ? "---:|"
                                               : "---|";
    }
    return line;
  }

  bool inside_mark_;
};

}  // namespace

std::string visible_text(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const Utf8Character character = decode_utf8(text, offset);
    offset += character.length;
    if (deceives(character.code)) {
      out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(character.code));
    } else {
      append_utf8(out, character.code);
    }
  }
  return out;
}

std::vector<std::string> inline_lines(const std::vector<Node>& nodes) {
  return sentences(inline_text(nodes, false));
}

std::vector<std::string> block_lines(const std::vector<Node>& nodes) {
  return BlockWriter(false).write(nodes, Spacing::loose);
}

}  // namespace debrief
