// Action items in lists, as a task list of one form.
//
// The text of an item is kept byte for byte: which part of the line it is, is found by trying. What
// is written around a part is read again, and the shortest line that gives the same item is it.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/base/text.h"
#include "generator/check/fixes.h"
#include "generator/check/passages.h"
#include "generator/check/same_reading.h"
#include "generator/check/wording.h"
#include "generator/extract/calendar_words.h"
#include "generator/extract/remarks.h"
#include "generator/extract/section_names.h"
#include "generator/markdown/marks.h"
#include "generator/markdown/outline.h"
#include "generator/markdown/parse.h"

namespace debrief {
namespace {

// Longer lines are left alone, so that trying does not take long.
constexpr std::size_t kMostTried = 1000;

using NotBefore = std::optional<Timestamp>;

// The one item that the text of a list item is by itself.
std::optional<ActionItem> read_alone(std::string_view text, const NotBefore& not_before) {
  const std::string markdown = "## Action items\n\n- " + std::string(text) + "\n";
  const SourceText file("item.md", markdown);
  Diagnostics problems;
  MarkdownDocument document = parse_markdown(file, 0, MarkdownLimits{}, problems);
  apply_marks(document, file, problems);
  const Outline outline = make_outline(std::move(document.blocks), canonical_section);
  if (outline.sections.size() != 1) return std::nullopt;
  std::vector<ActionItem> items = read_action_items(outline.sections.front(), not_before);
  if (items.size() != 1) return std::nullopt;
  return std::move(items.front());
}

bool is_handle(std::string_view name) {
  static const RE2 kHandle(R"([a-z0-9][a-z0-9./-]*)");
  return RE2::FullMatch(name, kHandle);
}

bool has_short_priority(const ActionItem& item) {
  return is_priority(item.priority) && item.priority.front() == 'P';
}

bool is_known_type(std::string_view type) {
  constexpr std::array<std::string_view, 5> kTypes = {"prevent", "detect", "mitigate", "process",
                                                      "investigate"};
  return std::ranges::find(kTypes, type) != kTypes.end();
}

// The item in its one form, without the bullet. `text` is what is to be done, as its author wrote
// it.
std::string in_one_form(const ActionItem& item, std::string_view text) {
  std::string out = item.done ? "[x] " : "[ ] ";
  if (has_short_priority(item)) out += "[" + item.priority + "] ";
  out += text;
  const auto add = [&out](const std::string& remark) { out += " - " + remark; };
  if (!item.priority.empty() && !has_short_priority(item)) add("Priority: " + item.priority);
  if (!item.owners.empty()) {
    add(std::ranges::all_of(item.owners, is_handle)
            ? fmt::format("@{}", fmt::join(item.owners, ", @"))
            : fmt::format("Owner: {}", fmt::join(item.owners, ", ")));
  }
  if (item.due) add("Due " + to_string(*item.due));
  if (!item.ticket.empty()) {
    const bool is_linked = item.ticket_link.kind == LinkTarget::Kind::url;
    if (is_linked && item.ticket_link.value != item.ticket) {
      add(fmt::format("[{}]({})", item.ticket, item.ticket_link.value));
    } else {
      add(is_ticket(item.ticket) ? item.ticket : "Ticket: " + item.ticket);
    }
  }
  if (!item.type.empty()) add(is_known_type(item.type) ? item.type : "Type: " + item.type);
  if (item.completed) add("Done " + to_string(*item.completed));
  return out;
}

// What the pieces at the end of a line say in the form that they should have.
struct Remarked {
  bool priority = false, owner = false, due = false, ticket = false, type = false, done = false;
};

bool take_remark(std::string_view piece, Remarked& seen) {
  static const RE2 kOwner(R"(@[^\s,@]+(?:, @[^\s,@]+)*|Owner: .+)");
  static const RE2 kDue(R"(Due:? \d{4}-\d\d-\d\d)");
  static const RE2 kDone(R"(Done:? \d{4}-\d\d-\d\d)");
  static const RE2 kTicket(R"(Ticket: .+|\[[^\]]+\]\([^)]+\))");
  if (RE2::FullMatch(piece, kOwner)) return seen.owner = true;
  if (RE2::FullMatch(piece, kDue)) return seen.due = true;
  if (RE2::FullMatch(piece, kDone)) return seen.done = true;
  if (is_ticket(piece) || RE2::FullMatch(piece, kTicket)) return seen.ticket = true;
  if (is_known_type(piece) || piece.starts_with("Type: ")) return seen.type = true;
  if (piece.starts_with("Priority: ")) return seen.priority = true;
  return false;
}

// Whether the line has its form, in whatever order. `text` comes behind the box.
bool is_in_form(std::string_view text, const ActionItem& item) {
  Remarked seen;
  static const RE2 kTag(R"(^\[P[0-5]\] )");
  if (RE2::PartialMatch(text, kTag)) {
    text.remove_prefix(std::string_view("[P1] ").size());
    seen.priority = true;
  }
  constexpr std::string_view kDash = " - ";
  for (std::size_t at = text.rfind(kDash); at != std::string_view::npos; at = text.rfind(kDash)) {
    if (!take_remark(text.substr(at + kDash.size()), seen)) break;
    text = text.substr(0, at);
  }
  return seen.priority == !item.priority.empty() && seen.owner == !item.owners.empty() &&
         seen.due == item.due.has_value() && seen.ticket == !item.ticket.empty() &&
         seen.done == item.completed.has_value() &&
         // A heading above may have given the type.
         (!seen.type || !item.type.empty());
}

// What cannot be written anew without a loss, or without deciding something.
bool must_stay(std::string_view text, const ActionItem& item) {
  static const RE2 kTimeOfDay(R"(\d:\d\d)");
  static const RE2 kSlashes(R"((?:^|[^\d/])(\d{1,2})/(\d{1,2})(?:[^\d]|$))");
  if (text.size() > kMostTried || text.find("<!--") != std::string_view::npos || item.dropped ||
      !item.progress.empty() || !item.due_text.empty() || RE2::PartialMatch(text, kTimeOfDay)) {
    return true;
  }
  // "3/4" is a day in March here and one in April there.
  int first = 0;
  int second = 0;
  re2::StringPiece rest(text);
  while (RE2::FindAndConsume(&rest, kSlashes, &first, &second)) {
    if (first <= 12 && second <= 12 && first != second) return true;
  }
  return false;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : to_lower(text) + " ") {
    if (is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// Words that only say what the form says itself.
bool is_label(const std::string& word, const ActionItem& item) {
  constexpr std::array<std::string_view, 50> kLabels = {
      "owner",      "owners",   "s",        "assignee", "assignees", "assigned", "to",
      "dri",        "who",      "due",      "date",     "day",       "by",       "on",
      "until",      "before",   "eta",      "deadline", "target",    "done",     "completed",
      "complete",   "closed",   "finished", "fixed",    "resolved",  "shipped",  "completion",
      "type",       "category", "priority", "prio",     "pri",       "ticket",   "tickets",
      "issue",      "bug",      "jira",     "tracked",  "tracking",  "in",       "see",
      "status",     "state",    "open",     "todo",     "and",       "the",      "of",
      "responsible"};
  if (std::ranges::find(kLabels, word) != kLabels.end()) return true;
  constexpr std::array<std::string_view, 14> kSigns = {"☐", "□",      "⬜", "☑", "☒", "✅", "✔",
                                                       "✓", "✔️", "📅", "•", "–", "—", "·"};
  if (std::ranges::find(kSigns, word) != kSigns.end()) return true;
  if (!item.due && !item.completed) return false;
  return month_of(word) || is_weekday(word) || day_of_month(word);
}

// No word of the old line is missing in the new one but labels and days.
bool loses_nothing(std::string_view before, const std::string& after, const ActionItem& item) {
  const std::vector<std::string> kept = words_of(after);
  return std::ranges::all_of(words_of(before), [&](const std::string& word) {
    return std::ranges::find(kept, word) != kept.end() || is_label(word, item);
  });
}

// Where what is to be done may begin: behind tags, signs and a priority.
std::vector<std::size_t> beginnings(std::string_view text) {
  constexpr std::size_t kMostTags = 4;
  std::vector<std::size_t> found = {0};
  for (std::size_t at = text.find(' '); at != std::string_view::npos && found.size() <= kMostTags;
       at = text.find(' ', at)) {
    at = text.find_first_not_of(' ', at);
    if (at != std::string_view::npos) found.push_back(at);
  }
  return found;
}

// Where it may end: before a dash, a bracket, a state or a sign.
std::vector<std::size_t> ends(std::string_view text) {
  constexpr std::array<std::string_view, 11> kBehind = {" - ",   " – ", " — ", " (", " [", " **",
                                                        " DONE", " ✅",  " ✔",  " 📅", " <"};
  std::vector<std::size_t> found = {text.size()};
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (std::ranges::any_of(
            kBehind, [&](std::string_view sign) { return text.substr(at).starts_with(sign); })) {
      found.push_back(at);
    }
  }
  return found;
}

// Whether the text is what is to be done and nothing else: what is said twice is not the one form.
bool is_text_alone(std::string_view text, const ActionItem& item, const NotBefore& not_before) {
  const auto alone = read_alone("[ ] " + std::string(text), not_before);
  ActionItem bare;
  bare.text = item.text;
  return alone && is_same_item(*alone, bare);
}

// The line in its one form; absent if there is none that says the same.
std::optional<std::string> rewritten(std::string_view text, const ActionItem& item,
                                     const NotBefore& not_before) {
  std::optional<std::string> best;
  for (const std::size_t begin : beginnings(text)) {
    for (const std::size_t end : ends(text)) {
      if (end <= begin) continue;
      const std::string_view part = trim(text.substr(begin, end - begin));
      const std::string line = in_one_form(item, part);
      if (part.empty() || (best && best->size() <= line.size())) continue;
      const auto again = read_alone(line, not_before);
      if (again && is_same_item(*again, item) && loses_nothing(text, line, item) &&
          is_text_alone(part, item, not_before)) {
        best = line;
      }
    }
  }
  return best;
}

// One line of a list: "  * [X] text", without spaces at its end.
struct ItemLine {
  std::size_t marker = 0;  // where the bullet stands
  std::size_t begin = 0;   // where the box or the text begins
  std::string_view box;    // "[X] ", or empty
  std::string_view text;
};

std::optional<ItemLine> item_line(std::string_view line) {
  static const RE2 kLine(R"(([ \t]*)([-*+])([ \t]+)(\[[ xX]\][ \t]+)?(\S.*))");
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  re2::StringPiece indent;
  re2::StringPiece bullet;
  re2::StringPiece space;
  re2::StringPiece box;
  if (!RE2::FullMatch(line, kLine, &indent, &bullet, &space, &box)) return std::nullopt;
  ItemLine item;
  item.marker = indent.size();
  item.begin = indent.size() + bullet.size() + space.size();
  item.box = line.substr(item.begin, box.size());
  item.text = line.substr(item.begin + box.size());
  return item;
}

class ListReader {
 public:
  ListReader(const Report& report, const SourceText& file)
      : file_(file),
        not_before_(report.started ? std::optional(report.started->time) : std::nullopt) {
    for (const ActionItem& item : report.actions) items_[item.line] = &item;
  }

  void read(const std::vector<Section>& sections, bool in_actions, std::vector<Fix>& fixes) {
    for (const Section& section : sections) {
      const bool inside = in_actions || section.kind == "action-items";
      if (inside) read(section.blocks, fixes);
      read(section.sections, inside, fixes);
    }
  }

 private:
  // Quotes have signs of their own before each line.
  void read(const std::vector<Node>& blocks, std::vector<Fix>& fixes) {
    const auto is_bulleted = [&blocks](std::size_t i) {
      return i < blocks.size() && blocks[i].kind == NodeKind::list && !blocks[i].ordered;
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      // Two lists in a row are two because their bullets differ.
      const bool stands_alone = !is_bulleted(i + 1) && (i == 0 || !is_bulleted(i - 1));
      if (is_bulleted(i)) read_list(blocks[i], stands_alone, fixes);
      if (blocks[i].kind != NodeKind::list) continue;
      for (const Node& item : blocks[i].children) read(item.children, fixes);
    }
  }

  // Without a box, and with nothing said of who, when or how urgent, a list may as well tell what
  // has been done since: a box would claim that it has not.
  bool is_list_of_tasks(const Node& list) const {
    return std::ranges::any_of(list.children, [this](const Node& node) {
      const auto found = items_.find(node.line);
      if (found == items_.end()) return false;
      const ActionItem& item = *found->second;
      return node.task != Task::none || item.done || item.dropped || item.due || item.completed ||
             !item.owners.empty() || !item.due_text.empty() || !item.priority.empty() ||
             !item.ticket.empty() || !item.progress.empty();
    });
  }

  // A list is mended as a whole: items with other bullets are another list.
  void read_list(const Node& list, bool may_change_bullets, std::vector<Fix>& fixes) {
    if (!is_list_of_tasks(list)) return;
    std::vector<TextEdit> edits;
    std::size_t items = 0;
    std::size_t changed = 0;
    int first = 0;
    for (const Node& node : list.children) {
      const std::string_view line = file_.line(node.line);
      const auto written = item_line(line);
      if (!written) return;
      const std::size_t offset = line_offset(file_, node.line);
      bool is_changed = may_change_bullets && line[written->marker] != '-';
      if (is_changed) edits.push_back({offset + written->marker, 1, "-"});
      if (const auto item = items_.find(node.line); item != items_.end()) {
        ++items;
        const std::string now = mended(node, *written, *item->second);
        const std::size_t length = written->box.size() + written->text.size();
        if (now != line.substr(written->begin, length)) {
          edits.push_back({offset + written->begin, length, now});
          is_changed = true;
        }
      }
      if (!is_changed) continue;
      ++changed;
      if (first == 0) first = node.line;
    }
    if (items == 0 || edits.empty()) return;
    fixes.push_back({"task-list-form", file_.at(first), message(changed, list.children.size()),
                     std::move(edits)});
  }

  static std::string message(std::size_t changed, std::size_t all) {
    constexpr std::string_view kForm = "'- [ ] [P1] Text - @owner - Due 2026-12-07'";
    if (all == 1) return fmt::format("the action item is not in the form {}", kForm);
    if (changed == all)
      return fmt::format("the {} items of this list are not in the form {}", all, kForm);
    return fmt::format("{} of the {} items of this list {} not in the form {}", changed, all,
                       changed == 1 ? "is" : "are", kForm);
  }

  // Box and text as they should be.
  std::string mended(const Node& node, const ItemLine& written, const ActionItem& item) const {
    const std::string as_it_is = std::string(written.box) + std::string(written.text);
    if (node.children.empty() || node.children.front().kind != NodeKind::paragraph) return as_it_is;
    const bool has_box = !written.box.empty();
    // An empty box would deny it, and a ticked one is for a person to set.
    if (!has_box && !item.done && tells_that_it_is_done(spoken_text(item.text))) return as_it_is;
    const std::string with_box = (item.done ? "[x] " : "[ ] ") + std::string(written.text);
    // A box that would stand beside one of another editor, or before what is no plain text.
    const char c = written.text.front();
    const bool begins_plainly = is_letter(c) || is_digit(c) ||
                                std::string_view("\"'`*_~[(@$/.").find(c) != std::string::npos;
    const std::string kept = has_box || begins_plainly ? with_box : as_it_is;
    const bool is_wrapped =
        std::ranges::any_of(node.children.front().children, [](const Node& inline_node) {
          return inline_node.kind == NodeKind::soft_break ||
                 inline_node.kind == NodeKind::line_break;
        });
    if (is_in_form(written.text, item) && !says_done_twice(written.text)) return kept;
    if (is_wrapped || must_stay(written.text, item)) return kept;
    const auto alone = read_alone(as_it_is, not_before_);
    if (!alone || must_stay(written.text, *alone)) return kept;
    if (is_in_form(written.text, *alone) && !says_done_twice(written.text)) return kept;
    return rewritten(written.text, *alone, not_before_).value_or(kept);
  }

  // "… **DONE**", "[DONE] …": the box says so.
  static bool says_done_twice(std::string_view text) {
    static const RE2 kDone(
        R"((?:^|[\s*\[(])(?i:done|completed|closed|fixed)[\s*\]):]*$|^[*\[(]*DONE\b)");
    return RE2::PartialMatch(text, kDone);
  }

  const SourceText& file_;
  const NotBefore not_before_;
  std::map<int, const ActionItem*> items_;
};

}  // namespace

std::vector<Fix> task_list_fixes(const Report& report, const SourceText& file) {
  std::vector<Fix> fixes;
  ListReader(report, file).read(report.body.sections, false, fixes);
  return fixes;
}

}  // namespace debrief
