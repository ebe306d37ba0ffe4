#include "generator/extract/action_item.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/action_table.h"
#include "generator/extract/placeholder.h"
#include "generator/extract/remark_text.h"
#include "generator/extract/remarks.h"
#include "generator/extract/text_line.h"

namespace debrief {
namespace {

bool says_who_or_when(const ActionItem& item) {
  return !item.owners.empty() || item.due || !item.due_text.empty() || !item.priority.empty();
}

bool is_bold(const std::vector<Node>& text) {
  return text.size() == 1 && text.front().kind == NodeKind::strong;
}

// "Prevention", "Preventive measures:", "Short term": what a list is about, and nothing to do.
bool names_group(std::string_view text) {
  constexpr std::array<std::string_view, 12> kTimes = {
      "short", "medium",     "mid",       "long",      "immediate", "immediately",
      "near",  "short-term", "long-term", "near-term", "mid-term",  "medium-term"};
  constexpr std::array<std::string_view, 10> kNouns = {"actions",      "measures", "items", "tasks",
                                                       "improvements", "and",      "term",  "work",
                                                       "fixes",        "changes"};
  std::string words = to_lower(collapse_spaces(text));
  while (words.ends_with(':') || words.ends_with('.')) words.pop_back();
  const std::vector<std::string_view> list = split(words, ' ');
  const bool known =
      !type_of_words(words).empty() || std::ranges::find(kTimes, list.front()) != kTimes.end();
  if (!known || list.size() > 4) return false;
  return list.size() == 1 || std::ranges::find(kNouns, list[1]) != kNouns.end();
}

class SectionReader {
 public:
  explicit SectionReader(const std::optional<Timestamp>& not_before) : not_before_(not_before) {}

  // `internal`: a heading above is marked.
  void read(const Section& section, const std::string& type, bool internal) {
    internal = internal || section.heading.internal;
    read_blocks(section.blocks, type, internal);
    for (const Section& child : section.sections) {
      read(child, std::string(type_of_words(plain_text(child.heading))), internal);
    }
  }

  std::vector<ActionItem> take() { return std::move(items_); }

 private:
  void read_blocks(const std::vector<Node>& blocks, std::string type, bool internal) {
    for (const Node& block : blocks) {
      const bool hidden = internal || block.internal;
      switch (block.kind) {
        case NodeKind::paragraph:
          read_paragraph(block, hidden, type);
          break;
        case NodeKind::list:
          for (const TextLine& line : text_lines({block}, hidden)) read_item(line, type);
          break;
        case NodeKind::table:
          read_action_table(block, type, hidden, not_before_, items_);
          break;
        case NodeKind::block_quote:
          read_blocks(block.children, type, hidden);
          break;
        default:
          break;
      }
    }
  }

  // "☐ …" is an item, and so is a line that says who or when. "**Prevention**" and "Short term:"
  // give or end the type of what follows.
  void read_paragraph(const Node& paragraph, bool internal, std::string& type) {
    const std::vector<TextLine> lines = text_lines({paragraph}, internal);
    if (std::ranges::any_of(lines, &TextLine::is_item)) {
      for (const TextLine& line : unwrapped(lines)) read_item(line, type);
      return;
    }
    const std::string text = plain_text(paragraph);
    if (lines.size() == 1 && (is_bold(paragraph.children) || text.ends_with(':')) &&
        split(text, ' ').size() <= 5) {
      type = type_of_words(text);
      return;
    }
    std::vector<ActionItem> found;
    for (const TextLine& line : lines) found.push_back(item_of(line, type));
    if (!std::ranges::all_of(found, says_who_or_when)) {
      TextLine whole;
      whole.text = paragraph.children;
      whole.line = paragraph.line;
      whole.internal = internal;
      found = {item_of(whole, type)};
      if (!says_who_or_when(found.front())) return;
    }
    for (ActionItem& item : found) add(std::move(item));
  }

  // What follows an item in the same paragraph is the rest of it.
  static std::vector<TextLine> unwrapped(const std::vector<TextLine>& lines) {
    std::vector<TextLine> items;
    for (const TextLine& line : lines) {
      if (line.is_item) {
        items.push_back(line);
      } else if (!items.empty()) {
        Node wrap;
        wrap.kind = NodeKind::soft_break;
        wrap.line = line.line;
        items.back().text.push_back(std::move(wrap));
        std::ranges::copy(line.text, std::back_inserter(items.back().text));
      }
    }
    return items;
  }

  ActionItem item_of(const TextLine& line, const std::string& type) const {
    ActionItem item;
    item.line = line.line;
    item.internal = line.internal;
    item.type = type;
    item.done = line.task == Task::done;
    read_remarks(line.text, item, not_before_);
    return item;
  }

  bool has_remarks(const TextLine& line) const {
    ActionItem item;
    return line.task != Task::none || read_remarks(line.text, item, not_before_);
  }

  // Whether what is nested in the item are the items, and it only says of what kind.
  bool is_group(const TextLine& line) const {
    if (line.task != Task::none || std::ranges::none_of(line.nested, &TextLine::is_item) ||
        has_remarks(line)) {
      return false;
    }
    const std::string text = plain_text(line.text);
    if (names_group(text)) return true;
    return (is_bold(line.text) || text.ends_with(':')) &&
           std::ranges::all_of(line.nested,
                               [this](const TextLine& inner) { return has_remarks(inner); });
  }

  void read_item(const TextLine& line, const std::string& type) {
    if (line.text.empty()) {
      read_unusual_item(line, type);
      return;
    }
    if (is_group(line)) {
      const std::string_view own = type_of_words(plain_text(line.text));
      for (const TextLine& inner : line.nested) {
        if (inner.is_item) read_item(inner, own.empty() ? type : std::string(own));
      }
      return;
    }
    ActionItem item = item_of(line, type);
    Remarks remarks(item, not_before_);
    std::vector<const TextLine*> details;
    for (const TextLine& inner : line.nested) {
      if (inner.task != Task::none || !remarks.take_all(plain_text(inner.text))) {
        details.push_back(&inner);
      }
    }
    add(std::move(item));
    for (const TextLine* detail : details) read_detail(*detail, type);
  }

  // What is nested in an item belongs to it, unless it has a box or remarks of its own.
  void read_detail(const TextLine& line, const std::string& type) {
    if (line.is_item && has_remarks(line)) {
      read_item(line, type);
      return;
    }
    for (const TextLine& inner : line.nested) read_detail(inner, type);
  }

  // An item that begins with code, a heading or a list.
  void read_unusual_item(const TextLine& line, const std::string& type) {
    if (line.below.empty()) return;
    const Node& first = line.below.front();
    TextLine copy = line;
    if (first.kind == NodeKind::heading) {
      copy.text = first.children;
    } else if (first.kind == NodeKind::code_block) {
      Node code;
      code.kind = NodeKind::code;
      code.line = first.line;
      code.text = std::string(trim(first.text));
      copy.text = {code};
    }
    if (plain_text(copy.text).empty()) {
      read_blocks(line.below, type, line.internal);
    } else {
      copy.internal = line.internal || first.internal;
      read_item(copy, type);
    }
  }

  void add(ActionItem item) {
    if (!is_placeholder(plain_text(item.text))) items_.push_back(std::move(item));
  }

  const std::optional<Timestamp>& not_before_;
  std::vector<ActionItem> items_;
};

}  // namespace

std::vector<ActionItem> read_action_items(const Section& section,
                                          const std::optional<Timestamp>& not_before) {
  SectionReader reader(not_before);
  reader.read(section, "", false);
  std::vector<ActionItem> items = reader.take();
  // A box or another remark may have had the last word.
  for (ActionItem& item : items) {
    if (item.done || item.dropped) item.progress.clear();
  }
  return items;
}

}  // namespace debrief
