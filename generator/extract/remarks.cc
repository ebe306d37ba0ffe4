#include "generator/extract/remarks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/loose_date.h"
#include "generator/extract/placeholder.h"

namespace debrief {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// "Owner: Alice": what stands behind one of the words and a colon.
std::optional<std::string_view> behind_label(std::string_view piece,
                                             std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (piece.size() <= word.size() || !equal_ignoring_case(piece.substr(0, word.size()), word)) {
      continue;
    }
    const std::string_view rest = trim(piece.substr(word.size()));
    if (rest.starts_with(':')) return trim(rest.substr(1));
  }
  return std::nullopt;
}

// "due by 2/15": what stands behind one of the words and a space.
std::optional<std::string_view> behind_words(std::string_view piece,
                                             std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (piece.size() > word.size() && piece[word.size()] == ' ' &&
        equal_ignoring_case(piece.substr(0, word.size()), word)) {
      return trim(piece.substr(word.size()));
    }
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 8> kDone = {"done",  "closed",   "complete", "completed",
                                                   "fixed", "resolved", "finished", "shipped"};

constexpr std::array<std::string_view, 23> kDropped = {
    "dropped",   "won't do",     "won't fix",   "wont do",          "wont fix",  "wontfix",
    "wontdo",    "will not fix", "will not do", "cancelled",        "canceled",  "declined",
    "obsolete",  "rejected",     "abandoned",   "not planned",      "not doing", "discarded",
    "withdrawn", "superseded",   "not needed",  "no longer needed", "duplicate"};

constexpr std::array<std::string_view, 13> kOpen = {
    "open",    "todo",    "to do",     "in progress", "in-progress", "wip",     "not started",
    "blocked", "pending", "in review", "planned",     "ongoing",     "not done"};

// Of these, those that say no more than a box without a tick.
constexpr std::array<std::string_view, 6> kPlainlyOpen = {"open",     "todo",        "to do",
                                                          "not done", "not started", "no"};

bool is_one_of(std::string_view word, auto& words) {
  return std::ranges::find(words, word) != words.end();
}

// In lower case, with "’" as "'" and without what surrounds words.
std::string status_words(std::string_view text) {
  std::string spaced = to_lower(text);
  for (std::size_t at = spaced.find("’"); at != std::string::npos; at = spaced.find("’", at)) {
    spaced.replace(at, std::string_view("’").size(), "'");
  }
  for (char& c : spaced)
    c = std::string_view(",.:;()[]").find(c) == std::string_view::npos ? c : ' ';
  return collapse_spaces(spaced);
}

bool says_done(std::string_view word) {
  constexpr std::array<std::string_view, 7> kSigns = {"yes", "x", "✅", "☑", "✔", "✔️", "✓"};
  return is_one_of(word, kDone) || is_one_of(word, kSigns);
}

// "Alice & Bob", "Alice / Bob", "Alice and Bob"; not "Sales and Support team".
std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> names;
  const std::string lower = to_lower(text);
  const bool is_team =
      lower.find("team") != std::string::npos && lower.find('@') == std::string::npos;
  std::size_t begin = 0;
  while (true) {
    std::size_t at = text.size();
    std::size_t length = 0;
    for (const std::string_view sign : {" & ", " / ", " + ", " and "}) {
      if (is_team && (sign == " and " || sign == " & ")) continue;
      const std::size_t found = lower.find(sign, begin);
      if (found < at) {
        at = found;
        length = sign.size();
      }
    }
    names.push_back(trim(text.substr(begin, at - begin)));
    if (at == text.size()) return names;
    begin = at + length;
  }
}

// Only these words themselves: "monitoring" or "the release process" behind a dash is text.
bool is_type_word(std::string_view text) {
  constexpr std::array<std::string_view, 5> kTypes = {"prevent", "detect", "mitigate", "process",
                                                      "investigate"};
  return is_one_of(to_lower(text), kTypes);
}

bool is_nobody(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNobody = {"unassigned", "nobody", "no one", "no owner",
                                                       "unowned"};
  return is_placeholder(name) || is_one_of(to_lower(name), kNobody);
}

}  // namespace

bool looks_like_day(std::string_view text) {
  static const std::optional<Timestamp> kAnyDay = parse_timestamp("2000-01-01");
  return parse_loose_day(text, kAnyDay).has_value();
}

bool is_priority(std::string_view text) {
  return text.size() == 2 && (text[0] == 'P' || text[0] == 'p') && text[1] >= '0' && text[1] <= '5';
}

bool is_ticket(std::string_view text) {
  if (text.starts_with("https://") || text.starts_with("http://")) {
    while (text.ends_with('/')) text.remove_suffix(1);
    const std::string_view last = text.substr(text.rfind('/') + 1);
    return text.find(' ') == std::string_view::npos && (all_digits(last) || is_ticket(last));
  }
  for (const std::string_view word : {"bug ", "issue ", "ticket ", "pr ", "task ", "story "}) {
    if (text.size() > word.size() && equal_ignoring_case(text.substr(0, word.size()), word)) {
      std::string_view number = text.substr(word.size());
      if (number.starts_with('#')) number.remove_prefix(1);
      return all_digits(number);
    }
  }
  if (text.find(' ') != std::string_view::npos) return false;
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    return all_digits(text.substr(hash + 1)) && (hash == 0 || text.find('/') < hash);
  }
  // "OPS-17", also "OPS2-17".
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash < 2 || !is_upper(text[0])) return false;
  return all_digits(text.substr(dash + 1)) &&
         std::ranges::all_of(text.substr(0, dash),
                             [](char c) { return is_upper(c) || is_digit(c) || c == '_'; }) &&
         text.substr(0, dash) != "SHA" && text.substr(0, dash) != "UTF";
}

std::string_view type_of_words(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kTypes = {{
      {"prevent", "prevent"},
      {"detect", "detect"},
      {"monitor", "detect"},
      {"alerting", "detect"},
      {"mitigat", "mitigate"},
      {"process", "process"},
      {"investigat", "investigate"},
      {"research", "investigate"},
      {"repair", "mitigate"},
  }};
  const std::string lower = to_lower(words);
  for (const auto& [start, type] : kTypes) {
    if (lower.starts_with(start)) return type;
  }
  return "";
}

bool Remarks::take(std::string_view piece) {
  piece = trim(piece);
  if (piece.empty()) return false;
  if (is_priority(piece)) {
    priority(piece);
    return true;
  }
  if (piece.front() == '@') return take_handles(piece);
  if (is_type_word(piece)) {
    type(piece);
    return true;
  }
  if (take_labelled(piece) || take_status_word(piece)) return true;
  if (is_ticket(piece)) {
    ticket(piece);
    return true;
  }
  if (!looks_like_day(piece)) return false;
  due(piece);
  return true;
}

bool Remarks::take_labelled(std::string_view piece) {
  if (const auto value =
          behind_label(piece, {"owner", "owners", "owner(s)", "assignee", "assignees",
                               "assigned to", "dri", "responsible", "team", "who"})) {
    owners(*value);
  } else if (const auto day = behind_label(piece, {"due", "due date", "due by", "due on",
                                                   "deadline", "by", "target", "target date"})) {
    due(*day);
  } else if (const auto done_day =
                 behind_label(piece, {"done", "done on", "completed", "completed on", "closed",
                                      "closed on", "finished", "completion date", "fixed"})) {
    completed(*done_day);
  } else if (const auto words = behind_label(piece, {"type", "category"})) {
    type(*words);
  } else if (const auto word = behind_words(piece, {"type"}); word && is_type_word(*word)) {
    type(*word);
  } else if (const auto level = behind_label(piece, {"priority", "prio", "pri"})) {
    priority(*level);
  } else if (const auto name =
                 behind_label(piece, {"ticket", "tickets", "issue", "bug", "jira", "tracking",
                                      "tracked in", "tracked by", "work item"})) {
    ticket(*name);
  } else if (const auto state = behind_label(piece, {"status", "state"})) {
    status(*state);
  } else if (const auto owner = behind_words(piece, {"owned by", "assigned to"});
             owner && owner->starts_with('@')) {
    owners(*owner);
  } else if (const auto late = behind_words(piece, {"due by", "due on", "due"});
             late && !behind_words(piece, {"due to"})) {
    // Without a colon, "due to the load" is part of the sentence.
    due(*late);
  } else if (const auto until = behind_words(piece, {"by", "until", "before", "eta"});
             until && looks_like_day(*until)) {
    due(*until);
  } else if (const auto key =
                 behind_words(piece, {"tracked in", "tracked by", "tracked as", "see"});
             key && is_ticket(*key)) {
    ticket(*key);
  } else {
    return false;
  }
  return true;
}

// "done", "won't fix", "done 2026-02-20", "✅ 2026-02-20", and nothing else.
bool Remarks::take_status_word(std::string_view piece) {
  const std::string words = status_words(piece);
  if (is_one_of(words, kDone) || is_one_of(words, kDropped) || is_one_of(words, kOpen)) {
    status(piece);
    return true;
  }
  for (const std::string_view sign : {"✅", "☑", "✔️", "✔", "✓"}) {
    if (!piece.starts_with(sign)) continue;
    const std::string_view rest = trim(piece.substr(sign.size()));
    if (!rest.empty() && !looks_like_day(rest)) return take_status_word(rest);
    completed(rest);
    return true;
  }
  for (const std::string_view word : kDone) {
    const auto rest = behind_words(piece, {word});
    if (!rest) continue;
    const std::string_view day = behind_words(*rest, {"on", "at"}).value_or(*rest);
    if (!looks_like_day(day)) return false;
    completed(day);
    return true;
  }
  return false;
}

bool Remarks::take_all(std::string_view pieces) {
  ActionItem trial;  // What a remark is does not depend on those taken before it.
  Remarks remarks(trial, not_before_);
  // "Due: March 28, 2026" holds a comma of its own: a piece that is none joins the one before.
  std::vector<std::string> joined;
  std::string semicolons(pieces);
  std::ranges::replace(semicolons, ';', ',');
  for (const std::string_view part : split(semicolons, ',')) {
    if (!joined.empty() && !remarks.take(part)) {
      joined.back() += "," + std::string(part);
    } else {
      joined.emplace_back(part);
    }
  }
  if (!remarks.take(joined.front())) return false;
  for (const std::string& piece : joined) take(piece);
  return true;
}

bool Remarks::take_handles(std::string_view piece) {
  std::vector<std::string> handles;
  std::string spaced(piece);
  for (char& c : spaced) c = c == ',' ? ' ' : c;
  const std::string collapsed = collapse_spaces(spaced);
  for (const std::string_view word : split(collapsed, ' ')) {
    if (word == "and" || word == "&" || word == "/" || word == "+") continue;
    if (!word.starts_with('@') || word.size() < 2) return false;
    handles.emplace_back(word.substr(1));
  }
  std::ranges::move(handles, std::back_inserter(item_.owners));
  return true;
}

void Remarks::owners(std::string_view text) {
  std::string commas(text);
  std::ranges::replace(commas, ';', ',');
  for (const std::string_view part : split(commas, ',')) {
    if (trim(part).starts_with('@') && take_handles(trim(part))) continue;
    for (std::string_view name : split_names(part)) {
      if (name.starts_with('@')) name.remove_prefix(1);
      if (!is_nobody(name)) item_.owners.emplace_back(name);
    }
  }
}

void Remarks::due(std::string_view text) {
  text = trim(text);
  constexpr std::array<std::string_view, 3> kUnknown = {"tbd", "tba", "?"};
  const bool says_unknown = is_one_of(to_lower(text), kUnknown);
  if (is_placeholder(text) && !says_unknown) return;
  item_.due = parse_loose_day(text, not_before_);
  item_.due_text = item_.due ? "" : std::string(text);
}

void Remarks::completed(std::string_view text) {
  text = trim(text);
  if (looks_like_day(text)) {
    item_.completed = parse_loose_day(text, not_before_);
  } else if (!text.empty()) {
    status(text);
    return;
  }
  item_.done = true;
  item_.dropped = false;
}

void Remarks::priority(std::string_view text) {
  text = trim(text);
  if (!is_placeholder(text)) item_.priority = std::string(text);
}

void Remarks::type(std::string_view text) {
  text = trim(text);
  if (is_placeholder(text)) return;
  const std::string_view known = type_of_words(text);
  item_.type = known.empty() ? to_lower(text) : std::string(known);
}

void Remarks::status(std::string_view text) {
  const std::string collapsed = status_words(text);
  const auto drops = [&collapsed](std::string_view words) {
    return collapsed == words || collapsed.starts_with(std::string(words) + " ") ||
           collapsed.ends_with(" " + std::string(words));
  };
  const std::vector<std::string_view> words = split(collapsed, ' ');
  if (!item_.done && std::ranges::any_of(kDropped, drops)) item_.dropped = true;
  const bool is_not_done = words.front() == "not" || words.front() == "to";
  if (is_not_done || item_.dropped || (!says_done(words.front()) && !says_done(words.back()))) {
    if (!item_.dropped && !is_placeholder(text) && !is_one_of(collapsed, kPlainlyOpen)) {
      item_.progress = std::string(trim(text));
    }
    return;
  }
  item_.done = true;
  // "Done 2026-02-20", "done (on 20 February)"
  const std::size_t behind = text.find_first_of(" (:");
  if (behind == std::string_view::npos || !says_done(words.front())) return;
  std::string day(trim(text.substr(behind)));
  std::erase_if(day, [](char c) { return c == '(' || c == ')' || c == ':'; });
  const std::string_view rest = trim(day);
  const std::string_view when = behind_words(rest, {"on", "done", "done on"}).value_or(rest);
  if (looks_like_day(when)) item_.completed = parse_loose_day(when, not_before_);
}

void Remarks::ticket(std::string_view text) {
  text = trim(text);
  std::string shown(text);
  for (const std::string_view state :
       {"DONE", "TODO", "WONTFIX", "WON'T FIX", "CLOSED", "FIXED", "OPEN", "IN PROGRESS", "✅"}) {
    if (shown == state) shown.clear();
    if (!shown.ends_with(" " + std::string(state))) continue;
    shown = std::string(trim(std::string_view(shown).substr(0, shown.size() - state.size())));
  }
  // "Bug 17 **DONE**" keeps its state here.
  if (shown != text) status(trim(text.substr(shown.size())));
  if (!is_placeholder(shown)) item_.ticket = shown;
}

}  // namespace debrief
