#include "generator/model/action_check.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/source_text.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/extract/remarks.h"

namespace debrief {
namespace {

constexpr std::string_view kWayOut =
    "owner and day at the end of an action item are read if they are separated by ' - ': "
    "'… - @amina - Due 2026-12-07'";

// What may stand behind an unread owner or day: more of their kind, and no words of a sentence.
constexpr char kOnlyRemarks[] =
    "(?i)([\\s,;:.()&!–—-]|@[\\pL\\pN._/-]+|\\d{1,4}([./-]\\d{1,4}){1,2}|"
    "\\b(due|by|until|before|on|and|type|p[0-5]|prevent|detect|mitigate|process|investigate)\\b)*";

// Of the text of an item, with "…" for code: "`@types`" is nobody.
void append_spoken(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::code) {
      out += "…";
    } else if (node.children.empty()) {
      out += plain_text(node);
    } else {
      append_spoken(node.children, out);
    }
  }
}

std::string spoken_text(const std::vector<Node>& nodes) {
  std::string text;
  append_spoken(nodes, text);
  return collapse_spaces(text);
}

// "Add a limit - amina - Due 2026-12-07": the parts between dashes.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view dash : {" - ", " – ", " — "}) {
      if (!text.substr(at).starts_with(dash)) continue;
      parts.push_back(trim(text.substr(begin, at - begin)));
      begin = at + dash.size();
      at = begin - 1;
      break;
    }
  }
  parts.push_back(trim(text.substr(begin)));
  return parts;
}

// "2026-13-45", "31/12"; not "2026-12" or "12/2026", which are months.
bool is_no_day(std::string_view text) {
  static const RE2 kNumbers("(\\d{1,4})[-/.](\\d{1,4})(?:[-/.](\\d{1,4}))?");
  std::string first;
  std::string second;
  std::string third;
  if (looks_like_day(text) || !RE2::FullMatch(text, kNumbers, &first, &second, &third)) {
    return false;
  }
  if (!third.empty() || (first.size() < 3 && second.size() < 3)) return true;
  const auto month = whole_number(first.size() < 3 ? first : second);
  return std::min(first.size(), second.size()) < 3 && (*month < 1 || *month > 12);
}

// "Due 2026-12-07", "@amina": what would have been read at the end.
bool is_owner(std::string_view part) {
  static const RE2 kHandles("@[\\pL\\pN][\\pL\\pN._/-]*([\\s,&]+(and\\s+)?@[\\pL\\pN._/-]+)*");
  return RE2::FullMatch(part, kHandles);
}

bool is_due(std::string_view part) {
  static const RE2 kDue("(?i)due(\\s+(date|by|on))?(:.*|\\s+\\d.*)?");
  if (RE2::FullMatch(part, kDue)) return true;
  return to_lower(part).starts_with("due ") && looks_like_day(part.substr(4));
}

// "by 2026-12-07": the rest; others are returned as they are.
std::string_view behind_by(std::string_view part) {
  for (const std::string_view word : {"by ", "until ", "before "}) {
    if (to_lower(part).starts_with(word)) return trim(part.substr(word.size()));
  }
  return part;
}

// "… due 2026-12-07" in a sentence, with nothing but remarks behind it.
bool ends_with_due(std::string_view text) {
  static const RE2 kDue("(?i)^(?:.*[\\s,;(])?due:?\\s+(?:(?:by|on):?\\s+)?(.*)$");
  static const RE2 kRest(kOnlyRemarks);
  std::string behind;
  if (!RE2::PartialMatch(text, kDue, &behind)) return false;
  const std::vector<std::string_view> words = split(behind, ' ');
  std::size_t length = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 4); ++i) {
    length += words[i].size() + (i == 0 ? 0 : 1);
    std::string_view day = std::string_view(behind).substr(0, length);
    while (day.ends_with('.') || day.ends_with(',') || day.ends_with(';')) day.remove_suffix(1);
    if ((looks_like_day(day) || is_no_day(day)) &&
        RE2::FullMatch(std::string_view(behind).substr(length), kRest)) {
      return true;
    }
  }
  return false;
}

class ActionChecker {
 public:
  ActionChecker(const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : vocabulary_(vocabulary), diagnostics_(diagnostics) {
    for (const Person& person : vocabulary.people) names_.push_back(person.handle);
    for (const Person& person : vocabulary.people) add_team(person.team);
    for (const Service& service : vocabulary.services) add_team(service.team);
  }

  void check(const Report& report, const SourceFile& source) const {
    // Most post-mortems have no such problem, and their lines need not be counted.
    std::optional<SourceText> text;
    const auto file = [&]() -> const SourceText& {
      if (!text) text.emplace(source.path, source.bytes);
      return *text;
    };
    for (std::size_t i = 0; i < report.actions.size(); ++i) {
      const ActionItem& item = report.actions[i];
      const auto warn = [&](const char* id, std::string message) {
        diagnostics_.warning(id, file().at(item.line), std::move(message));
      };
      if (is_no_day(item.due_text)) warn("bad-due-date", no_day(item.due_text));
      check_text(item, warn);
      if (!vocabulary_.people.empty()) check_owners(report, i, file, warn);
    }
  }

 private:
  void add_team(const std::string& team) {
    if (team.empty() || is_team(team)) return;
    teams_.push_back(team);
    names_.push_back(team);
  }

  bool is_team(std::string_view name) const {
    return std::ranges::any_of(
        teams_, [name](const std::string& team) { return equal_ignoring_case(team, name); });
  }

  static std::string no_day(std::string_view text) {
    return fmt::format("'{}' is no day that can be read; write it as 2026-12-07", text);
  }

  // What of owner and day has stayed in the text. One warning is enough: mending it shows the next.
  void check_text(const ActionItem& item, const auto& warn) const {
    const std::string text = spoken_text(item.text);
    const std::vector<std::string_view> parts = parts_of(text);
    const bool has_day = item.due || !item.due_text.empty();
    const std::string_view last = parts.size() > 1 ? parts.back() : std::string_view();
    if (const std::string_view day = behind_by(last); !has_day && is_no_day(day)) {
      warn("bad-due-date", no_day(day));
      return;
    }
    if (item.owners.empty()) {
      if (const std::string handle = meant_owner(last); !handle.empty()) {
        warn("unread-action-part",
             fmt::format("'{}' is not read as the owner of this action item; write {}", last,
                         handle));
        return;
      }
    }
    // Parts are read from the end, up to the first that is nothing but text.
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
      const bool is_unread = (item.owners.empty() && is_owner(parts[i])) ||
                             (!has_day && (is_due(parts[i]) || looks_like_day(parts[i])));
      if (!is_unread) continue;
      warn("unread-action-part",
           fmt::format("'{}' is not read, because '{}' behind it is text; put owner and day at the "
                       "end: '… - @amina - Due 2026-12-07'",
                       parts[i], shorten(last, 40)));
      return;
    }
    if ((item.owners.empty() && ends_with_owner(text)) ||
        (!has_day && (ends_with_due(text) || is_due(last)))) {
      warn("unread-action-part", std::string(kWayOut));
    }
  }

  // What to write for a person or a team that is named without saying that it is the owner.
  std::string meant_owner(std::string_view part) const {
    if (part.empty()) return "";
    if (const Person* person = vocabulary_.find_person(part)) return "@" + person->handle;
    for (const std::string& team : teams_) {
      if (!equal_ignoring_case(team, part)) continue;
      return team.find(' ') == std::string::npos ? "@" + team : "'Owner: " + team + "'";
    }
    return "";
  }

  // "x7 @amina"; not "Remove each @Override" and "Stop writing to @channel".
  bool ends_with_owner(std::string_view text) const {
    static const RE2 kOwner("(?i)^(?:.*[\\s(,])?(\\S*)\\s@([\\pL\\pN][\\pL\\pN._-]*)(" +
                            std::string(kOnlyRemarks) + ")$");
    std::string before;
    std::string handle;
    std::string behind;
    if (!RE2::PartialMatch(text, kOwner, &before, &handle, &behind)) return false;
    while (handle.ends_with('.')) handle.pop_back();
    constexpr std::array<std::string_view, 4> kEverybody = {"here", "channel", "everyone", "all"};
    if (std::ranges::find(kEverybody, to_lower(handle)) != kEverybody.end()) return false;
    if (!vocabulary_.people.empty()) return is_known(handle) || suggest(handle, names_);
    constexpr std::array<std::string_view, 12> kOfSentence = {
        "of", "from", "with", "in", "the", "via", "use", "using", "to", "each", "every", "all"};
    return handle == to_lower(handle) &&
           std::ranges::find(kOfSentence, to_lower(before)) == kOfSentence.end();
  }

  bool is_known(std::string_view handle) const {
    // "@org/team"
    const std::string_view last = handle.substr(handle.rfind('/') + 1);
    return vocabulary_.find_person(handle) != nullptr || is_team(handle) || is_team(last);
  }

  // The lines of an item: up to the next one, or to an empty line.
  static std::string written(const Report& report, std::size_t index, const SourceText& file) {
    const int begin = report.actions[index].line;
    int end = file.line_count() + 1;
    const auto rest = report.actions.begin() + static_cast<std::ptrdiff_t>(index);
    const auto next = std::find_if(rest, report.actions.end(),
                                   [begin](const ActionItem& other) { return other.line > begin; });
    if (next != report.actions.end()) end = next->line;
    std::string lines;
    for (int line = begin; line < end && !trim(file.line(line)).empty(); ++line) {
      lines += file.line(line);
      lines += '\n';
    }
    return lines;
  }

  // A name may be that of somebody outside; a handle is said of colleagues. Items do not keep the
  // '@', so it is looked for where they were read.
  void check_owners(const Report& report, std::size_t index, const auto& file,
                    const auto& warn) const {
    for (const std::string& owner : report.actions[index].owners) {
      if (is_known(owner) || !has_handle(written(report, index, file()), owner)) continue;
      const std::string suggestion = did_you_mean(owner, names_);
      warn("unknown-owner",
           fmt::format("unknown owner '@{}'{}", owner,
                       suggestion.empty() ? "; add it to people.yaml if it is new" : suggestion));
    }
  }

  static bool has_handle(std::string_view lines, const std::string& owner) {
    const std::string handle = "@" + owner;
    for (std::size_t at = lines.find(handle); at != std::string_view::npos;
         at = lines.find(handle, at + 1)) {
      const std::size_t end = at + handle.size();
      if (end == lines.size() || !(is_letter(lines[end]) || is_digit(lines[end]))) return true;
    }
    return false;
  }

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::vector<std::string> teams_;
  std::vector<std::string> names_;  // handles, then teams
};

}  // namespace

void check_action_items(const KnowledgeBase& kb, const SourceTree& sources,
                        Diagnostics& diagnostics) {
  const ActionChecker checker(kb.vocabulary, diagnostics);
  for (const Incident& incident : kb.incidents) {
    if (incident.report.actions.empty()) continue;
    const SourceFile* source = sources.find(incident.report.path);
    if (source != nullptr) checker.check(incident.report, *source);
  }
}

}  // namespace debrief
