#include "generator/extract/action_item_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "generator/base/text.h"

namespace debrief {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>~|&!#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// In as many backticks as are not in it.
std::string code_span(std::string_view code) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_space = code.starts_with('`') || code.ends_with('`') ||
                           (code.starts_with(' ') && code.ends_with(' '));
  const std::string_view space = needs_space ? " " : "";
  std::string out = fence;
  out += space;
  out += code;
  out += space;
  return out + fence;
}

std::string address(const LinkTarget& target) {
  std::string out = target.kind == LinkTarget::Kind::fragment ? "#" : "";
  for (const char c : target.value) {
    if (c == '<' || c == '>' || c == '\\') out += '\\';
    if (c != '\n') out += c;
  }
  return "(<" + out + ">)";
}

void append(const std::vector<Node>& nodes, bool inside_mark, std::string& out);

void append(const Node& node, bool inside_mark, std::string& out) {
  const auto wrap = [&](std::string_view sign) {
    out += sign;
    append(node.children, inside_mark, out);
    out += sign;
  };
  switch (node.kind) {
    case NodeKind::text:
      out += escaped(node.text);
      return;
    case NodeKind::soft_break:
    case NodeKind::line_break:
      out += ' ';
      return;
    case NodeKind::code:
      out += code_span(node.text);
      return;
    case NodeKind::emphasis:
      return wrap("*");
    case NodeKind::strong:
      return wrap("**");
    case NodeKind::strikethrough:
      return wrap("~~");
    case NodeKind::link:
      if (plain_text(node) == node.target.value && !node.target.value.empty()) {
        out += "<" + node.target.value + ">";
        return;
      }
      [[fallthrough]];
    case NodeKind::image:
      if (node.target.kind == LinkTarget::Kind::none) {
        append(node.children, inside_mark, out);
        return;
      }
      out += node.kind == NodeKind::image ? "![" : "[";
      append(node.children, inside_mark, out);
      out += "]" + address(node.target);
      return;
    default:  // Footnotes and comments say nothing here.
      return;
  }
}

// Neighbours inside one mark are printed in one.
void append(const std::vector<Node>& nodes, bool inside_mark, std::string& out) {
  bool open = false;
  for (const Node& node : nodes) {
    const bool begins = node.internal && !inside_mark && (!open || !node.replacement.empty());
    if (open && (begins || !node.internal)) {
      out += "<!-- /internal -->";
      open = false;
    }
    if (begins) {
      out += node.replacement.empty() ? "<!-- internal -->"
                                      : "<!-- internal: " + node.replacement + " -->";
      open = true;
    }
    append(node, inside_mark || open, out);
  }
  if (open) out += "<!-- /internal -->";
}

// A dash between spaces would begin another remark.
std::string one_piece(std::string_view value) {
  std::string out = collapse_spaces(value);
  for (const std::string_view dash : {" - ", " – ", " — "}) {
    for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash, at)) {
      out.replace(at, dash.size(), "-");
    }
  }
  return escaped(out);
}

bool is_handle(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '/' || c == '-';
  });
}

std::string owners_of(const ActionItem& item) {
  const bool handles = std::ranges::all_of(item.owners, is_handle);
  std::string out;
  for (const std::string& owner : item.owners) {
    out += (out.empty() ? "" : ", ") + (handles ? "@" + owner : one_piece(owner));
  }
  return handles || out.empty() ? out : "Owner: " + out;
}

}  // namespace

std::string to_markdown(const ActionItem& item) {
  std::string out = item.done ? "- [x] " : "- [ ] ";
  const bool short_priority = item.priority.size() == 2 && item.priority.front() == 'P';
  if (short_priority) out += "[" + item.priority + "] ";
  if (item.internal) out += "<!-- internal -->";
  append(item.text, item.internal, out);
  if (item.internal) out += "<!-- /internal -->";
  const auto add = [&out](std::string_view label, const std::string& value) {
    if (!value.empty()) out += " - " + std::string(label) + value;
  };
  if (!short_priority) add("Priority: ", one_piece(item.priority));
  add("", owners_of(item));
  if (item.due) {
    add("Due ", to_string(*item.due));
  } else {
    add("Due: ", one_piece(item.due_text));
  }
  std::string ticket = one_piece(item.ticket);
  if (!ticket.empty() && item.ticket_link.kind == LinkTarget::Kind::url) {
    ticket = "[" + ticket + "]" + address(item.ticket_link);
  }
  add("Ticket: ", ticket);
  add("Type: ", one_piece(item.type));
  if (item.completed) add("Done ", to_string(*item.completed));
  if (item.dropped) add("", "Dropped");
  add("Status: ", one_piece(item.progress));
  return out;
}

}  // namespace debrief
