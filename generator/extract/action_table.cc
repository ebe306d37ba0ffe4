#include "generator/extract/action_table.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/placeholder.h"
#include "generator/extract/remark_text.h"
#include "generator/extract/remarks.h"
#include "generator/extract/text_line.h"

namespace debrief {
namespace {

// `action` surely holds the text, `text` does if no column surely does, `work_item` if no other
// column does: else it is the ticket.
enum class Column {
  unknown,
  number,
  action,
  text,
  work_item,
  type,
  owner,
  due,
  completed,
  status,
  ticket,
  priority
};

Column column_of(const std::vector<Node>& heading) {
  struct Names {
    Column column;
    std::vector<std::string_view> names;
  };
  static const std::vector<Names> kNames = {
      {Column::number, {"", "#", "no", "nr", "id", "number"}},
      {Column::action,
       {"action", "actions", "action item", "action items", "task", "tasks", "follow-up",
        "follow up", "corrective action", "preventive action", "improvement", "to do", "todo",
        "what to do", "recommendation", "measure", "countermeasure", "step", "next step"}},
      {Column::text, {"item", "description", "what", "title", "summary", "details"}},
      {Column::work_item, {"work item", "work", "issue"}},
      {Column::type, {"type", "category", "kind", "action type", "class"}},
      {Column::owner,
       {"owner", "owners", "owner(s)", "assignee", "assignees", "assigned to", "assigned", "who",
        "responsible", "dri", "lead", "person", "team", "action owner", "responsible team",
        "responsible person", "poc", "point of contact"}},
      {Column::due,
       {"due", "due date", "due by", "deadline", "by when", "when", "target", "target date", "eta",
        "date", "by"}},
      {Column::completed,
       {"completed", "completed on", "done on", "closed on", "date completed", "completion date",
        "completion", "finished", "date closed", "resolved on"}},
      {Column::status, {"status", "state", "done", "progress", "complete"}},
      {Column::ticket,
       {"ticket",      "tickets",        "bug",      "bug id",       "bug #",      "link",
        "links",       "tracking",       "jira",     "jira ticket",  "jira issue", "jira link",
        "ticket link", "ticket id",      "ticket #", "github issue", "issue link", "issue id",
        "tracker",     "tracking issue", "pr",       "reference",    "ref"}},
      {Column::priority, {"priority", "pri", "prio", "p", "urgency"}},
  };
  std::string name = to_lower(collapse_spaces(plain_text(heading)));
  while (name.size() > 1 && std::string_view("?:.*").find(name.back()) != std::string_view::npos) {
    name.pop_back();
  }
  for (const Names& entry : kNames) {
    if (std::ranges::find(entry.names, name) != entry.names.end()) return entry.column;
  }
  return Column::unknown;
}

// Chooses the column of the texts; those that lose hold a ticket or nothing that is known.
std::optional<std::size_t> choose_text(std::vector<Column>& columns) {
  std::optional<std::size_t> text;
  for (const Column wanted : {Column::action, Column::text, Column::work_item, Column::unknown}) {
    for (std::size_t i = 0; i < columns.size() && !text; ++i) {
      if (columns[i] == wanted) text = i;
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i == text) continue;
    if (columns[i] == Column::work_item) columns[i] = Column::ticket;
    if (columns[i] == Column::action || columns[i] == Column::text) columns[i] = Column::unknown;
  }
  if (text) columns[*text] = Column::text;
  return text;
}

class RowReader {
 public:
  RowReader(ActionItem& item, const std::optional<Timestamp>& not_before)
      : item_(item), not_before_(not_before), remarks_(item, not_before) {}

  void read(Column column, const std::vector<Node>& cell) {
    const std::string plain = plain_text(cell);
    const std::string_view text = trim(plain);
    if (text.empty()) return;
    switch (column) {
      case Column::unknown:
      case Column::number:
      case Column::action:
      case Column::work_item:
        break;
      case Column::text:
        read_text(cell);
        break;
      case Column::type:
        remarks_.type(text);
        break;
      case Column::owner:
        remarks_.owners(text);
        break;
      case Column::due:
        remarks_.due(text);
        break;
      case Column::completed:
        if (!is_placeholder(text)) remarks_.completed(text);
        break;
      case Column::status:
        if (!remarks_.take(text)) remarks_.status(text);
        break;
      case Column::priority:
        remarks_.priority(text);
        break;
      case Column::ticket:
        read_ticket(cell, text);
        break;
    }
  }

  void read_ticket(const std::vector<Node>& cell, std::string_view text) {
    remarks_.ticket(text);
    const Node* link = find_link(cell);
    if (link != nullptr && !item_.ticket.empty()) item_.ticket_link = link->target;
  }

 private:
  // A box or state in the cell counts as it does in a list.
  void read_text(const std::vector<Node>& cell) {
    Node paragraph;
    paragraph.kind = NodeKind::paragraph;
    paragraph.children = cell;
    const std::vector<TextLine> lines = text_lines({paragraph});
    const bool is_line = lines.size() == 1;
    item_.done = item_.done || (is_line && lines.front().task == Task::done);
    read_remarks(is_line ? lines.front().text : cell, item_, not_before_);
  }

  ActionItem& item_;
  const std::optional<Timestamp>& not_before_;
  Remarks remarks_;
};

}  // namespace

void read_action_table(const Node& table, const std::string& type, bool internal,
                       const std::optional<Timestamp>& not_before, std::vector<ActionItem>& out) {
  if (table.children.empty()) return;
  std::vector<Column> columns;
  for (const Node& cell : table.children.front().children) {
    columns.push_back(column_of(cell.children));
  }
  const std::optional<std::size_t> text = choose_text(columns);
  for (std::size_t i = 1; i < table.children.size(); ++i) {
    const Node& row = table.children[i];
    ActionItem item;
    item.line = row.line;
    item.internal = internal || row.internal;
    item.type = type;
    RowReader reader(item, not_before);
    for (std::size_t cell = 0; cell < row.children.size() && cell < columns.size(); ++cell) {
      reader.read(columns[cell], row.children[cell].children);
    }
    // "Work item" holds the link of a ticket, and what it says is to be done.
    if (text && *text < row.children.size() && item.ticket.empty()) {
      const Node* link = find_link(item.text);
      if (link != nullptr && is_ticket(plain_text(*link))) {
        reader.read_ticket({*link}, plain_text(*link));
      }
    }
    if (!is_placeholder(plain_text(item.text))) out.push_back(std::move(item));
  }
}

}  // namespace debrief
