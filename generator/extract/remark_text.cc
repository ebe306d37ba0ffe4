#include "generator/extract/remark_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "generator/base/text.h"
#include "generator/extract/remarks.h"
#include "generator/markdown/inline_text.h"

namespace debrief {
namespace {

// Longer ones are not read, so that a line of brackets alone does not take long.
constexpr std::size_t kMaxBrackets = 300;

std::string_view trim_end(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

// "Write the runbook -", of "Write the runbook - DONE".
std::string_view without_dash(std::string_view text) {
  for (const std::string_view dash : {" -", " –", " —"}) {
    if (text.ends_with(dash)) return trim_end(text.substr(0, text.size() - dash.size()));
  }
  return text;
}

bool is_strong(const std::vector<Node>& line, std::size_t begin, std::size_t end) {
  const std::vector<Node> part = cut_inline(line, begin, end);
  return !part.empty() && part.front().kind == NodeKind::strong;
}

class LineReader {
 public:
  LineReader(const std::vector<Node>& line, ActionItem& item,
             const std::optional<Timestamp>& not_before)
      : line_(line), full_(plain_text(line)), item_(item), remarks_(item, not_before) {}

  bool read() {
    text_ = full_;
    skip_end_of_sentence();
    const std::string_view untouched = text_;
    while (take_brackets() || take_state() || take_sign() || take_dash() || take_linked_ticket()) {
    }
    const bool taken = text_.size() != untouched.size();
    // With nothing taken from the end, full stop and quote are the author's.
    std::size_t end = taken ? text_.size() : full_.size();
    std::size_t begin = 0;
    while (take_tag(begin, end)) {
    }
    if (taken && quoted_ && std::string_view(full_).substr(begin).starts_with(quoted_begin_)) {
      begin += quoted_begin_.size();
    }
    end = std::max(begin, end);
    item_.text = cut_inline(line_, begin, end);
    if (taken) find_ticket_link(end);
    if (is_struck()) item_.dropped = !item_.done;
    return taken || begin > 0;
  }

 private:
  // "… (Owner: Sarah)." and "… (Owner: Sarah).”"
  void skip_end_of_sentence() {
    const auto skip_stops = [this] {
      while (text_.ends_with('.') || text_.ends_with(' ') || text_.ends_with('\n')) {
        text_.remove_suffix(1);
      }
    };
    skip_stops();
    for (const auto& [begin, end] :
         {std::pair<std::string_view, std::string_view>("\"", "\""), {"“", "”"}, {"'", "'"}}) {
      if (!text_.ends_with(end) || text_.size() < 2) continue;
      text_.remove_suffix(end.size());
      quoted_ = true;
      quoted_begin_ = begin;
      break;
    }
    skip_stops();
  }

  bool take_brackets() {
    if (!text_.ends_with(')')) return false;
    const auto open = matching_bracket();
    if (!open || *open == 0) return false;
    const std::string_view before = trim_end(text_.substr(0, *open));
    const std::string_view inside = text_.substr(*open + 1, text_.size() - *open - 2);
    // "Status: done (2026-02-20)" is one remark.
    if (looks_like_day(inside) && ends_with_state(before)) return false;
    if (!remarks_.take_all(inside)) return false;
    text_ = before;
    return true;
  }

  // Of the bracket that ends the text.
  std::optional<std::size_t> matching_bracket() const {
    const std::size_t from = text_.size() - std::min(text_.size(), kMaxBrackets);
    int depth = 0;
    for (std::size_t at = text_.size(); at-- > from;) {
      if (text_[at] == ')') ++depth;
      if (text_[at] == '(' && --depth == 0) return at;
    }
    return std::nullopt;
  }

  static bool ends_with_state(std::string_view text) {
    const std::string end =
        to_lower(text.substr(text.size() - std::min<std::size_t>(text.size(), 10)));
    constexpr std::array<std::string_view, 5> kStates = {" done", " completed", " closed", " fixed",
                                                         " resolved"};
    return std::ranges::any_of(kStates,
                               [&end](std::string_view state) { return end.ends_with(state); });
  }

  // "Write the runbook **DONE**": glued to the text, in capitals.
  bool take_state() {
    for (const std::string_view state :
         {"DONE", "TODO", "WONTFIX", "WON'T FIX", "DROPPED", "CANCELLED", "OBSOLETE"}) {
      if (!text_.ends_with(state) || text_.size() == state.size()) continue;
      const std::size_t at = text_.size() - state.size();
      if (text_[at - 1] != ' ') continue;
      // "Look at each TODO" is text.
      if (state != "DONE" && !is_strong(line_, at, text_.size())) continue;
      remarks_.status(state);
      text_ = without_dash(trim_end(text_.substr(0, at)));
      return true;
    }
    return false;
  }

  // "… ✅ 2026-02-20", "… 📅 2026-02-15", as plug-ins for to-do lists write it.
  bool take_sign() {
    const std::size_t from = text_.size() - std::min<std::size_t>(text_.size(), 40);
    for (const std::string_view sign : {" ✅", " ✔️", " 📅"}) {
      const std::size_t found = text_.substr(from).rfind(sign);
      if (found == std::string_view::npos || from + found == 0) continue;
      const std::size_t at = from + found;
      std::string_view piece = text_.substr(at + 1);
      if (sign == " 📅") piece = trim(piece.substr(sign.size() - 1));
      if (!remarks_.take(piece)) continue;
      text_ = without_dash(trim_end(text_.substr(0, at)));
      return true;
    }
    return false;
  }

  bool take_dash() {
    for (std::size_t at = text_.size(); at-- > 1;) {
      if (text_[at] != ' ') continue;
      for (const std::string_view dash : {" - ", " – ", " — "}) {
        if (!text_.substr(at).starts_with(dash)) continue;
        if (!remarks_.take_all(text_.substr(at + dash.size()))) return false;
        text_ = trim_end(text_.substr(0, at));
        return true;
      }
    }
    return false;
  }

  // "Add a limit [OPS-12](https://…)", unless the sentence needs it.
  bool take_linked_ticket() {
    if (line_.empty() || line_.back().kind != NodeKind::link) return false;
    const std::string ticket = plain_text(line_.back());
    if (!is_ticket(ticket) || !text_.ends_with(ticket)) return false;
    const std::string_view before = trim_end(text_.substr(0, text_.size() - ticket.size()));
    const std::size_t space = before.rfind(' ');
    if (before.empty() || before.size() + ticket.size() == text_.size()) return false;
    constexpr std::array<std::string_view, 16> kNeeded = {"in", "of",  "on",  "for", "with", "from",
                                                          "to", "as",  "by",  "per", "like", "and",
                                                          "or", "via", "see", "at"};
    const std::string word =
        to_lower(before.substr(space == std::string_view::npos ? 0 : space + 1));
    if (std::ranges::find(kNeeded, word) != kNeeded.end()) return false;
    remarks_.ticket(ticket);
    text_ = before;
    return true;
  }

  // "[P1] …", "P1: …", "**P1** …", "[DONE] …"
  bool take_tag(std::size_t& begin, std::size_t end) {
    const std::string_view rest = std::string_view(full_).substr(begin, end - std::min(begin, end));
    std::size_t behind = 0;
    if (rest.starts_with('[') || rest.starts_with('(')) {
      const std::size_t close = rest.substr(0, kMaxBrackets).find(rest.front() == '[' ? ']' : ')');
      if (close == std::string_view::npos) return false;
      if (!take_tag_text(rest.substr(1, close - 1))) return false;
      behind = close + 1;
    } else if (const std::size_t sign = rest.substr(0, 8).find_first_of(": ");
               sign != std::string_view::npos && sign > 1) {
      const bool marked = rest[sign] == ':' || rest.substr(sign).starts_with(" - ") ||
                          rest.substr(sign).starts_with(" – ") ||
                          is_strong(line_, begin, begin + sign);
      const std::string_view word = rest.substr(0, sign);
      if (!marked || (!is_priority(word) && word != "DONE")) return false;
      remarks_.take(word);
      behind = sign;
    } else {
      return false;
    }
    const std::size_t next = rest.find_first_not_of(": \n", behind);
    begin += next == std::string_view::npos ? rest.size() : next;
    for (const std::string_view dash : {"- ", "– ", "— "}) {
      if (std::string_view(full_).substr(begin, end - begin).starts_with(dash))
        begin += dash.size();
    }
    return true;
  }

  bool take_tag_text(std::string_view tag) {
    if (remarks_.take_all(tag)) return true;
    if (type_of_words(tag).empty() || tag.find(' ') != std::string_view::npos) return false;
    remarks_.type(tag);
    return true;
  }

  // The link that shows the ticket, in what was taken off behind `end`.
  void find_ticket_link(std::size_t end) {
    if (item_.ticket.empty() || item_.ticket_link.kind != LinkTarget::Kind::none) return;
    const std::vector<Node> taken = cut_inline(line_, end, full_.size());
    if (const Node* link = find_link(taken)) {
      if (item_.ticket.find(plain_text(*link)) != std::string::npos) {
        item_.ticket_link = link->target;
      }
    }
  }

  bool is_struck() const {
    bool struck = false;
    for (const Node& node : item_.text) {
      if (node.kind == NodeKind::strikethrough) {
        struck = true;
      } else if (!trim(plain_text(node)).empty()) {
        return false;
      }
    }
    return struck;
  }

  const std::vector<Node>& line_;
  const std::string full_;
  ActionItem& item_;
  Remarks remarks_;
  std::string_view text_;  // of full_, without what has been taken from its end
  bool quoted_ = false;
  std::string_view quoted_begin_;
};

}  // namespace

bool read_remarks(const std::vector<Node>& line, ActionItem& item,
                  const std::optional<Timestamp>& not_before) {
  return LineReader(line, item, not_before).read();
}

const Node* find_link(const std::vector<Node>& nodes) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::link) return &node;
    if (const Node* inner = find_link(node.children)) return inner;
  }
  return nullptr;
}

}  // namespace debrief
