#include "generator/extract/action_item.h"

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/loose_date.h"
#include "generator/markdown/inline_text.h"

namespace debrief {
namespace {

// What is said about an item beside its text; filled piece by piece.
class Remarks {
 public:
  Remarks(ActionItem& item, const std::optional<Timestamp>& not_before)
      : item_(item), not_before_(not_before) {}

  // Takes one piece ("@alice", "Due: 2/15", "P1") or says that it is none.
  bool take(std::string_view piece) {
    piece = trim(piece);
    if (piece.empty()) return false;
    if (is_priority(piece)) {
      item_.priority = std::string(piece);
      return true;
    }
    if (piece.front() == '@') return take_handles(piece);
    if (const auto value = after_word(piece, {"owner", "owners", "assignee", "assigned to"})) {
      owners(*value);
      return true;
    }
    if (const auto value = after_word(piece, {"due", "due date", "deadline", "by"})) {
      return due(*value);
    }
    if (const auto value = after_word(piece, {"type"})) {
      item_.type = to_lower(*value);
      return true;
    }
    if (const auto value = after_word(piece, {"ticket", "issue", "bug"})) {
      item_.ticket = std::string(*value);
      return true;
    }
    if (const auto value = after_word(piece, {"status"})) {
      status(*value);
      return true;
    }
    if (equal_ignoring_case(piece, "done") || equal_ignoring_case(piece, "todo")) {
      status(piece);
      return true;
    }
    return false;
  }

  void owners(std::string_view text) {
    for (const std::string_view part : split(text, ',')) {
      std::string_view name = trim(part);
      if (name.starts_with('@')) name.remove_prefix(1);
      if (!name.empty() && name != "-") item_.owners.emplace_back(name);
    }
  }

  bool due(std::string_view text) {
    text = trim(text);
    item_.due = parse_loose_day(text, not_before_);
    if (!item_.due) item_.due_text = std::string(text);
    return true;
  }

  // "Done", "✅ done", "Bug 17 DONE", "done (2026-02-20)"; not "not done".
  void status(std::string_view text) {
    std::string spaced = to_lower(text);
    for (char& c : spaced)
      c = std::string_view(",.:;()[]").find(c) == std::string_view::npos ? c : ' ';
    const std::string collapsed = collapse_spaces(spaced);
    const std::vector<std::string_view> words = split(collapsed, ' ');
    if (words.front() == "not" || words.front() == "to") return;
    item_.done = item_.done || says_done(words.front()) || says_done(words.back());
  }

  static bool is_priority(std::string_view text) {
    return text.size() == 2 && (text[0] == 'P' || text[0] == 'p') && text[1] >= '0' &&
           text[1] <= '5';
  }

 private:
  static bool says_done(std::string_view word) {
    constexpr std::array<std::string_view, 10> kDone = {
        "done", "closed", "complete", "completed", "fixed", "resolved", "yes", "x", "✅", "☑"};
    return std::ranges::find(kDone, word) != kDone.end();
  }

  // "Owner: Alice": the rest after one of the words.
  static std::optional<std::string_view> after_word(std::string_view piece,
                                                    std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (piece.size() <= word.size() || !equal_ignoring_case(piece.substr(0, word.size()), word)) {
        continue;
      }
      const std::string_view rest = piece.substr(word.size());
      if (rest.front() == ':') return trim(rest.substr(1));
      // Without a colon only what cannot be part of the sentence: "Due 2026-02-15".
      if (rest.front() == ' ' && word == "due") return trim(rest);
    }
    return std::nullopt;
  }

  bool take_handles(std::string_view piece) {
    std::vector<std::string> handles;
    std::string spaced(piece);
    for (char& c : spaced) c = c == ',' ? ' ' : c;
    const std::string collapsed = collapse_spaces(spaced);
    for (const std::string_view word : split(collapsed, ' ')) {
      if (word == "and" || word == "&") continue;
      if (!word.starts_with('@') || word.size() < 2) return false;
      handles.emplace_back(word.substr(1));
    }
    std::ranges::move(handles, std::back_inserter(item_.owners));
    return true;
  }

  ActionItem& item_;
  const std::optional<Timestamp>& not_before_;
};

struct Separator {
  std::size_t at;
  std::size_t length;
};

std::optional<Separator> last_separator(std::string_view text) {
  std::optional<Separator> last;
  for (const std::string_view dash : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const std::size_t at = text.rfind(dash);
    if (at != std::string_view::npos && (!last || at > last->at)) last = Separator{at, dash.size()};
  }
  return last;
}

// Takes "(P1, Owner: Alice, Due: February 15)" from the end, if all of it is remarks.
void take_brackets(std::string_view& text, Remarks& remarks, ActionItem& item) {
  if (!text.ends_with(')')) return;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  ActionItem trial = item;
  const std::optional<Timestamp> none;
  Remarks trial_remarks(trial, none);
  std::vector<std::string> pieces;
  // "Due: March 28, 2026" holds a comma of its own: a piece that is none joins the one before.
  for (const std::string_view part : split(inside, ',')) {
    if (!pieces.empty() && !trial_remarks.take(part)) {
      pieces.back() += "," + std::string(part);
    } else {
      pieces.emplace_back(part);
    }
  }
  if (!std::ranges::all_of(pieces,
                           [&](const std::string& piece) { return trial_remarks.take(piece); })) {
    return;
  }
  for (const std::string& piece : pieces) remarks.take(piece);
  text = trim(text.substr(0, open));
}

void read_remarks(const std::vector<Node>& inlines, ActionItem& item,
                  const std::optional<Timestamp>& not_before) {
  const std::string full = plain_text(inlines);
  Remarks remarks(item, not_before);
  std::string_view text = full;
  while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
  const std::string_view untouched = text;
  take_brackets(text, remarks, item);
  // "Write the runbook **DONE**": glued to the text, in capitals.
  if (text.ends_with(" DONE")) {
    item.done = true;
    text = trim(text.substr(0, text.size() - 5));
  }
  while (const auto separator = last_separator(text)) {
    if (!remarks.take(text.substr(separator->at + separator->length))) break;
    text = trim(text.substr(0, separator->at));
  }
  // With nothing taken from the end, the full stop is the author's.
  std::size_t end = text.size() == untouched.size()
                        ? full.size()
                        : static_cast<std::size_t>(text.data() - full.data()) + text.size();
  std::size_t begin = 0;
  if (full.starts_with('[')) {
    const std::size_t close = full.find(']');
    if (close == 3 && Remarks::is_priority(full.substr(1, 2))) {
      item.priority = full.substr(1, 2);
      begin = full.find_first_not_of(' ', close + 1);
    }
  }
  begin = std::min(begin, end);
  item.text = cut_inline(inlines, begin, end);
}

// The first link in a cell: "[OPS-12](https://…)".
const Node* find_link(const std::vector<Node>& nodes) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::link) return &node;
    if (const Node* inner = find_link(node.children)) return inner;
  }
  return nullptr;
}

enum class Column { none, text, type, owner, due, status, ticket, priority };

Column column_of(std::string_view heading) {
  struct Names {
    Column column;
    std::vector<std::string_view> names;
  };
  static const std::vector<Names> kNames = {
      {Column::text, {"action", "action item", "item", "work item", "task", "description", "what"}},
      {Column::type, {"type", "category", "kind"}},
      {Column::owner, {"owner", "owners", "assignee", "who", "responsible"}},
      {Column::due, {"due", "due date", "deadline", "by when", "when"}},
      {Column::status, {"status", "state", "done"}},
      {Column::ticket, {"ticket", "issue", "bug", "link", "tracking"}},
      {Column::priority, {"priority", "pri", "prio"}},
  };
  const std::string lower = to_lower(trim(heading));
  for (const Names& entry : kNames) {
    if (std::ranges::find(entry.names, lower) != entry.names.end()) return entry.column;
  }
  return Column::none;
}

class SectionReader {
 public:
  explicit SectionReader(const std::optional<Timestamp>& not_before) : not_before_(not_before) {}

  // `internal`: a heading above is marked.
  void read(const Section& section, const std::string& type, bool internal) {
    internal = internal || section.heading.internal;
    for (const Node& block : section.blocks) {
      const bool hidden = internal || block.internal;
      if (block.kind == NodeKind::list) read_list(block, type, hidden);
      if (block.kind == NodeKind::table) read_table(block, type, hidden);
    }
    for (const Section& child : section.sections) {
      read(child, type_of_heading(plain_text(child.heading)), internal);
    }
  }

  std::vector<ActionItem> take() { return std::move(items_); }

 private:
  // "### Prevention" makes the items below it of that type.
  static std::string type_of_heading(std::string_view heading) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypes = {{
        {"prevent", "prevent"},
        {"detect", "detect"},
        {"mitigat", "mitigate"},
        {"process", "process"},
        {"investigat", "investigate"},
        {"monitor", "detect"},
    }};
    const std::string lower = to_lower(heading);
    for (const auto& [start, type] : kTypes) {
      if (lower.starts_with(start)) return std::string(type);
    }
    return "";
  }

  void read_list(const Node& list, const std::string& type, bool internal) {
    for (const Node& entry : list.children) {
      if (entry.children.empty() || entry.children.front().kind != NodeKind::paragraph) continue;
      ActionItem item;
      item.line = entry.line;
      item.internal = internal || entry.internal || entry.children.front().internal;
      item.type = type;
      item.done = entry.task == Task::done;
      read_remarks(entry.children.front().children, item, not_before_);
      if (!item.text.empty()) items_.push_back(std::move(item));
    }
  }

  void read_table(const Node& table, const std::string& type, bool internal) {
    if (table.children.empty()) return;
    std::vector<Column> columns;
    for (const Node& cell : table.children.front().children) {
      columns.push_back(column_of(plain_text(cell.children)));
    }
    if (std::ranges::find(columns, Column::text) == columns.end()) return;
    for (std::size_t row = 1; row < table.children.size(); ++row) {
      read_row(table.children[row], columns, type, internal);
    }
  }

  void read_row(const Node& row, const std::vector<Column>& columns, const std::string& type,
                bool internal) {
    ActionItem item;
    item.line = row.line;
    item.internal = internal || row.internal;
    item.type = type;
    Remarks remarks(item, not_before_);
    for (std::size_t i = 0; i < row.children.size() && i < columns.size(); ++i) {
      const std::vector<Node>& cell = row.children[i].children;
      const std::string text(trim(plain_text(cell)));
      if (text.empty()) continue;
      switch (columns[i]) {
        case Column::none:
          break;
        case Column::text:
          item.text = cell;
          break;
        case Column::type:
          item.type = to_lower(text);
          break;
        case Column::owner:
          remarks.owners(text);
          break;
        case Column::due:
          remarks.due(text);
          break;
        case Column::status:
          remarks.status(text);
          break;
        case Column::priority:
          item.priority = text;
          break;
        case Column::ticket:
          item.ticket = text;
          if (const Node* link = find_link(cell)) item.ticket_link = link->target;
          remarks.status(text);  // "Bug 5554823 **DONE**" keeps its state in this cell.
          break;
      }
    }
    if (!item.text.empty()) items_.push_back(std::move(item));
  }

  const std::optional<Timestamp>& not_before_;
  std::vector<ActionItem> items_;
};

}  // namespace

std::vector<ActionItem> read_action_items(const Section& section,
                                          const std::optional<Timestamp>& not_before) {
  SectionReader reader(not_before);
  reader.read(section, "", false);
  return reader.take();
}

}  // namespace debrief
