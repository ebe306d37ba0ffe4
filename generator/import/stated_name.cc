#include "generator/import/stated_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "generator/base/text.h"
#include "generator/extract/calendar_words.h"
#include "generator/extract/written_time.h"

namespace debrief {
namespace {

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return is_letter(c) || (c & 0x80) != 0; });
}

std::optional<Timestamp> year_of(std::string_view digits) {
  const auto year = parse_timestamp(digits.substr(0, std::min<std::size_t>(4, digits.size())));
  const bool is_recent = year && civil_date_utc(year->utc).year > 2000;
  return is_recent && year->precision == Timestamp::Precision::year ? year : std::nullopt;
}

// White space, dashes, colons and bars, which stand between the parts of a name. An en dash and an
// em dash are three bytes each.
constexpr std::array<std::string_view, 9> kSeparators = {" ", "\t", "-", ":", "|",
                                                         "_", ",",  "–", "—"};

std::string_view without_separators(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view separator : kSeparators) {
      if (text.starts_with(separator)) {
        text.remove_prefix(separator.size());
        found = true;
      }
      if (text.ends_with(separator)) {
        text.remove_suffix(separator.size());
        found = true;
      }
    }
  }
  return text;
}

struct IdAt {
  std::string_view id;
  std::string_view letters;
  std::string_view digits;  // the first group
};

// Letters, then groups of digits: "PM2022-001", "INC-123", "PM-2026-014".
std::optional<IdAt> id_at(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_letter(text[letters])) ++letters;
  std::size_t at = letters;
  if (at < text.size() && (text[at] == '-' || text[at] == '_' || text[at] == '#')) ++at;
  const std::size_t first_digit = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (letters < 2 || letters > 12 || at == first_digit) return std::nullopt;
  const std::string_view digits = text.substr(first_digit, at - first_digit);
  while (at + 1 < text.size() && (text[at] == '-' || text[at] == '_') && is_digit(text[at + 1])) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  // "inc12b" is a word like any other.
  if (at < text.size() && (is_letter(text[at]) || text[at] == '.')) return std::nullopt;
  return IdAt{text.substr(0, at), text.substr(0, letters), digits};
}

bool is_id_of_incidents(std::string_view letters) {
  constexpr std::array<std::string_view, 10> kPrefixes = {
      "inc", "incident", "pm", "pmr", "postmortem", "pir", "rca", "ir", "cir", "post"};
  return std::ranges::any_of(kPrefixes, [letters](std::string_view prefix) {
    return equal_ignoring_case(prefix, letters);
  });
}

// A severity looks like an id and is none.
bool is_severity(std::string_view letters) {
  return equal_ignoring_case(letters, "sev") || equal_ignoring_case(letters, "severity");
}

void take_id(std::string_view& text, StatedName& name) {
  const std::size_t close = text.find(']');
  const bool is_bracketed = text.starts_with('[') && close != std::string_view::npos;
  const std::string_view place = is_bracketed ? text.substr(1, close - 1) : text;
  const auto found = id_at(place);
  if (!found || is_severity(found->letters)) return;
  if (is_bracketed ? found->id.size() != place.size() : !is_id_of_incidents(found->letters)) return;
  const std::string_view rest = text.substr(is_bracketed ? close + 1 : found->id.size());
  name.id = found->id;
  if (found->digits.size() == 4) name.year = year_of(found->digits);
  text = without_separators(rest);
}

std::optional<Timestamp> day_of(const WrittenTime& time) {
  if (!time.date || !time.date->year || !time.impossible.empty()) return std::nullopt;
  return make_day(*time.date->year, time.date->month, time.date->day);
}

// A day with its year, in front or behind: "2021-05-29: Disk full", "Disk full (May 29, 2021)".
void take_date(std::string_view& text, StatedName& name) {
  if (const auto found = read_written_time(text)) {
    if (auto day = day_of(found->time)) {
      name.date = day;
      text = without_separators(text.substr(found->next));
      return;
    }
  }
  for (std::size_t at = text.size(); at > 1; --at) {
    const char before = text[at - 1];
    if (before != ' ' && before != '(' && before != '[' && before != '-') continue;
    const auto found = read_written_time(text.substr(at));
    if (!found) continue;
    const auto day = day_of(found->time);
    const std::string_view rest = text.substr(std::min(at + found->next, text.size()));
    if (!day || rest.find_first_not_of(")] ") != std::string_view::npos) continue;
    // A word such as "on", or a longer spelling of the date, may stand before it.
    std::string_view title = text.substr(0, at);
    while (!title.empty() && (title.back() == '(' || title.back() == '[')) title.remove_suffix(1);
    title = without_separators(title);
    for (const std::string_view word : {" on", " from", " of"}) {
      if (title.ends_with(word))
        title = without_separators(title.substr(0, title.size() - word.size()));
    }
    while (!title.empty() && (title.back() == '(' || title.back() == '[')) title.remove_suffix(1);
    name.date = day;
    text = without_separators(title);
    return;
  }
}

constexpr std::array<std::string_view, 12> kKinds = {"incident post-mortem",
                                                     "incident postmortem",
                                                     "incident report",
                                                     "post-mortem",
                                                     "post mortem",
                                                     "postmortem",
                                                     "incident review",
                                                     "incident",
                                                     "rca",
                                                     "root cause analysis",
                                                     "outage report",
                                                     "report"};

// "Postmortem: Disk full" is about a full disk.
void drop_kind(std::string_view& text) {
  for (const std::string_view kind : kKinds) {
    if (text.size() < kind.size() || !equal_ignoring_case(text.substr(0, kind.size()), kind))
      continue;
    const std::string_view rest = text.substr(kind.size());
    const std::string_view bare = trim(rest);
    const bool is_separated = bare.starts_with(':') || bare.starts_with("- ") ||
                              bare.starts_with("– ") || bare.starts_with("— ") ||
                              bare.starts_with('|');
    if (bare.empty() || is_separated) {
      text = without_separators(rest);
      return;
    }
  }
}

bool is_generic(std::string_view text) {
  return equal_ignoring_case(text, "index") || equal_ignoring_case(text, "readme") ||
         std::ranges::any_of(
             kKinds, [text](std::string_view kind) { return equal_ignoring_case(kind, text); });
}

// "20180418-disk-full", "2018_04_18_disk" and "2018-04-disk": days and months only file names have.
void take_compact_date(std::string_view& text, StatedName& name) {
  std::string digits;
  std::size_t at = 0;
  std::array<std::size_t, 3> groups = {4, 2, 2};
  std::size_t whole = 0;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    std::size_t end = at;
    if (group > 0 && end < text.size() && (text[end] == '-' || text[end] == '_')) ++end;
    const std::size_t start = end;
    while (end < text.size() && is_digit(text[end]) && end - start < groups.at(group)) ++end;
    if (end - start != groups.at(group)) break;
    if (!digits.empty()) digits += '-';
    digits += text.substr(start, groups.at(group));
    at = end;
    whole = at;
  }
  if (whole < text.size() && is_digit(text[whole])) return;
  const auto time = parse_timestamp(digits);
  if (!time || civil_date_utc(time->utc).year <= 2000) return;
  if (time->precision == Timestamp::Precision::year) {
    // "2024-disk-full", but not "2024 requests failed".
    if (whole >= text.size() || text[whole] == ' ') return;
    if (!name.year) name.year = time;
  } else {
    name.date = time;
  }
  text = without_separators(text.substr(whole));
}

// "Incident 2018-04-18 disk full": what stands around the day is the title.
std::string without_inner_date(std::string_view text, StatedName& name) {
  constexpr std::size_t kLength = std::string_view("2018-04-18").size();
  for (std::size_t at = 1; at + kLength <= text.size(); ++at) {
    const bool is_alone = !is_digit(text[at - 1]) && !is_letter(text[at - 1]) &&
                          (at + kLength == text.size() || !is_digit(text[at + kLength]));
    const auto day = is_alone ? parse_timestamp(text.substr(at, kLength)) : std::nullopt;
    if (!day || day->precision != Timestamp::Precision::day) continue;
    name.date = day;
    const std::string_view before = without_separators(text.substr(0, at));
    const std::string_view after = without_separators(text.substr(at + kLength));
    if (is_generic(before)) return std::string(after);
    return collapse_spaces(std::string(before) + " " + std::string(after));
  }
  return std::string(text);
}

}  // namespace

StatedName read_heading(std::string_view text) {
  StatedName name;
  const std::string collapsed = collapse_spaces(text);
  std::string_view rest = collapsed;
  drop_kind(rest);
  take_id(rest, name);
  take_date(rest, name);
  if (name.id.empty()) take_id(rest, name);
  drop_kind(rest);
  rest = without_separators(rest);
  if (has_letters(rest) && !is_generic(rest)) name.title = rest;
  return name;
}

std::string stem_of(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  std::string_view stem = name;
  for (const std::string_view extension : {".md", ".markdown"}) {
    if (name.size() > extension.size() &&
        equal_ignoring_case(name.substr(name.size() - extension.size()), extension)) {
      stem = name.substr(0, name.size() - extension.size());
    }
  }
  const bool is_of_folder =
      equal_ignoring_case(stem, "index") || equal_ignoring_case(stem, "readme");
  if (!is_of_folder || name.size() == path.size()) return std::string(stem);
  const std::string_view folder = path.substr(0, path.size() - name.size() - 1);
  const std::string_view last = folder.substr(folder.rfind('/') + 1);
  return std::string(last.empty() || last == "." || last == ".." ? stem : last);
}

StatedName read_file_name(std::string_view path) {
  StatedName name;
  const std::string stem = stem_of(path);
  std::string_view rest = trim(stem);
  take_id(rest, name);
  take_compact_date(rest, name);
  if (!name.date) take_date(rest, name);
  if (name.id.empty()) take_id(rest, name);
  rest = without_separators(rest);
  std::string title = name.date ? std::string(rest) : without_inner_date(rest, name);
  // Names made for addresses have a hyphen for each space.
  if (title.find(' ') == std::string::npos) {
    for (char& c : title) c = c == '-' || c == '_' ? ' ' : c;
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
      title[0] = static_cast<char>(title[0] - 'a' + 'A');
    }
  }
  title = collapse_spaces(title);
  if (has_letters(title) && !is_generic(title)) name.title = title;
  return name;
}

}  // namespace debrief
