#include "generator/import/label_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/placeholder.h"
#include "generator/extract/section_names.h"
#include "generator/extract/stated_duration.h"

namespace debrief {
namespace {

bool is_one_of(std::string_view word, const std::vector<std::string_view>& words) {
  return std::ranges::find(words, word) != words.end();
}

// Without one pair of brackets, emphasis or quotes around all of it.
std::string_view bare(std::string_view text) {
  text = trim(text);
  constexpr std::array<std::pair<char, char>, 7> kPairs = {
      {{'[', ']'}, {'<', '>'}, {'{', '}'}, {'(', ')'}, {'"', '"'}, {'*', '*'}, {'_', '_'}}};
  for (const auto& [open, close] : kPairs) {
    if (text.size() >= 2 && text.front() == open && text.back() == close) {
      return trim(text.substr(1, text.size() - 2));
    }
  }
  return text;
}

std::vector<std::string> split_at(std::string_view text,
                                  const std::vector<std::string_view>& separators) {
  std::vector<std::string> parts;
  std::string part;
  const auto finish = [&] {
    if (std::string clean = collapse_spaces(part); !clean.empty())
      parts.push_back(std::move(clean));
    part.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto separator = std::ranges::find_if(separators, [&](std::string_view candidate) {
      return text.substr(at).starts_with(candidate);
    });
    if (separator == separators.end()) {
      part += text[at++];
    } else {
      finish();
      at += separator->size();
    }
  }
  finish();
  return parts;
}

// "RF" in "RF PW AN".
bool is_initials(std::string_view word) {
  return (word.size() == 2 || word.size() == 3) &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string_view field_of_label(std::string_view label) {
  static const std::map<std::string_view, std::vector<std::string_view>> kLabels = {
      {"id", {"id", "incident id", "incident number", "incident #", "postmortem id", "reference"}},
      {"title", {"title", "incident title", "incident name"}},
      {"date",
       {"date", "date/time", "date and time", "date & time", "incident date", "date of incident",
        "date of the incident", "date of outage", "day", "when"}},
      {"started",
       {"started", "start", "start time", "start date", "started at", "began", "incident start",
        "incident start time", "incident started", "outage start", "time of incident", "from",
        "time started", "start of incident"}},
      {"resolved",
       {"resolved", "resolved at", "end", "ended", "end time", "end date", "resolution time",
        "incident end", "incident end time", "incident resolved", "outage end", "time resolved",
        "end of incident", "recovered", "recovered at", "restored"}},
      {"detected", {"detected", "detected at", "time detected", "detection time", "discovered"}},
      {"acknowledged", {"acknowledged", "acknowledged at", "time acknowledged"}},
      {"mitigated", {"mitigated", "mitigated at", "time mitigated", "mitigation time"}},
      {"duration",
       {"duration", "incident duration", "outage duration", "time", "incident time", "outage",
        "outage window", "time window"}},
      {"severity",
       {"severity", "sev", "priority", "level", "severity level", "incident severity",
        "incident level", "impact level", "sev level", "incident priority"}},
      {"services",
       {"services",
        "service",
        "affected services",
        "service affected",
        "services affected",
        "affected service",
        "service(s)",
        "service(s) affected",
        "affected service(s)",
        "components",
        "component",
        "affected components",
        "components affected",
        "systems",
        "affected systems",
        "systems affected",
        "impacted services",
        "services impacted",
        "impacted systems",
        "affected",
        "product",
        "products"}},
      {"causes",
       {"category", "categories", "root cause category", "cause category", "root cause type",
        "cause type", "incident category", "root cause categories"}},
      {"status", {"status", "document status", "postmortem status", "post-mortem status"}},
      {"authors",
       {"author", "authors", "author(s)", "owner", "owners", "written by", "owner(s)",
        "postmortem owner", "post-mortem owner", "document owner", "report author", "prepared by"}},
      {"review.attendees",
       {"attendees", "participants", "attendee(s)", "review attendees", "meeting attendees",
        "postmortem attendees", "postmortem participants"}},
      {"review.facilitator",
       {"facilitator", "moderator", "review facilitator", "postmortem facilitator"}},
      {"review.date",
       {"review date", "date of review", "postmortem date", "post-mortem date", "meeting date",
        "postmortem meeting", "date of postmortem"}},
      {"impact", {"impact", "customer impact", "user impact", "business impact"}},
      {"summary", {"summary", "tl;dr", "tldr", "executive summary"}},
      {"trigger", {"trigger", "triggered by"}},
      {"detection",
       {"detected by", "detection source", "detection method", "detection", "reported by",
        "discovered by", "how detected"}},
      {"tags", {"tags", "keywords", "labels"}},
  };
  for (const auto& [field, labels] : kLabels) {
    if (is_one_of(label, labels)) return field;
  }
  return "";
}

bool is_section_of_facts(std::string_view section) {
  static const std::vector<std::string_view> kSections = {"",
                                                          "stats",
                                                          "statistics",
                                                          "metadata",
                                                          "meta data",
                                                          "meta",
                                                          "details",
                                                          "incident details",
                                                          "information",
                                                          "incident information",
                                                          "info",
                                                          "facts",
                                                          "incident info",
                                                          "key facts",
                                                          "at a glance",
                                                          "general",
                                                          "about",
                                                          "general information",
                                                          "incident metadata",
                                                          "incident",
                                                          "incident report",
                                                          "postmortem",
                                                          "post-mortem",
                                                          "overview",
                                                          "report",
                                                          "incident data",
                                                          "key information",
                                                          "basic information",
                                                          "summary",
                                                          "impact",
                                                          "detection",
                                                          "metrics",
                                                          "properties",
                                                          "classification"};
  return is_one_of(section, kSections);
}

bool is_section_of_story(std::string_view section) {
  const auto& names = section_names();
  return !is_section_of_facts(section) && std::ranges::find(names, section) != names.end();
}

bool is_not_given(std::string_view text) {
  text = trim(text);
  if (says_not_known(text) || is_placeholder(text)) return true;
  const bool is_bracketed =
      text.size() >= 2 && ((text.front() == '[' && text.find(']') == text.size() - 1) ||
                           (text.front() == '<' && text.find('>') == text.size() - 1) ||
                           (text.starts_with("{{") && text.find("}}") == text.size() - 2) ||
                           (text.front() == '{' && text.find('}') == text.size() - 1));
  if (is_bracketed && text.find("://") == std::string_view::npos) return true;
  const std::string lower = to_lower(bare(text));
  if (says_not_known(lower) || lower.find_first_not_of("?-–—._ /") == std::string::npos)
    return true;
  // "XXX", "yyyy-mm-dd hh:mm", "20xx-MM-DD"; "MM" and "XX" are initials.
  const bool is_pattern =
      lower.size() >= 3 && lower.find_first_not_of("xyzmdhs?:-/. _20t") == std::string::npos;
  const auto has = [&lower](std::string_view part) {
    return lower.find(part) != std::string::npos;
  };
  if (is_pattern && (has("xxx") || has("yyy") || has("zzz") || has("20xx") ||
                     (has("mm") && (has("hh") || has("dd") || has("yy"))))) {
    return true;
  }
  return is_one_of(lower, {"todo", "to do", "tba", "to be determined", "to be decided", "none",
                           "nil", "not yet known", "fill in", "...", "…", "unassigned", "nobody"});
}

std::optional<StatedStatus> status_of(std::string_view text) {
  const std::string word = to_lower(bare(text));
  if (is_one_of(word, {"draft", "wip", "work in progress", "in progress", "unfinished"})) {
    return StatedStatus{"draft", false};
  }
  if (is_one_of(word, {"in-review", "in review", "in_review", "review", "under review",
                       "ready for review", "reviewing", "awaiting review", "proposed"})) {
    return StatedStatus{"in-review", false};
  }
  if (is_one_of(word, {"published", "final", "finalized", "finalised", "complete", "completed",
                       "approved", "reviewed", "done"})) {
    return StatedStatus{"published", false};
  }
  if (is_one_of(word, {"resolved", "closed", "fixed"})) return StatedStatus{"", true};
  return std::nullopt;
}

std::optional<std::string> detection_of(std::string_view text) {
  static const std::vector<std::pair<std::string_view, std::vector<std::string_view>>> kWords = {
      {"alert",
       {"alert", "alerts", "alerting", "monitoring", "monitor", "alarm", "alarms", "pager",
        "pagerduty", "opsgenie", "datadog", "prometheus", "nagios", "cloudwatch", "probe"}},
      {"customer",
       {"customer", "customers", "user", "users", "client", "clients", "support", "merchant"}},
      {"employee",
       {"employee", "employees", "engineer", "engineers", "developer", "developers", "staff",
        "colleague", "internal", "team", "on-call", "oncall"}},
      {"partner", {"partner", "partners", "vendor", "supplier", "provider"}},
  };
  constexpr std::size_t kMostWords = 6;
  std::string spaced = to_lower(text);
  for (char& c : spaced) {
    if (std::string_view(",.;:()/\"").find(c) != std::string_view::npos) c = ' ';
  }
  const std::string collapsed = collapse_spaces(spaced);
  const std::vector<std::string_view> words = split(collapsed, ' ');
  if (words.size() > kMostWords) return std::nullopt;
  std::optional<std::string> found;
  for (const std::string_view word : words) {
    if (word == "not" || word == "no") return std::nullopt;
    for (const auto& [kind, spellings] : kWords) {
      if (!is_one_of(word, spellings)) continue;
      if (found && *found != kind) return std::nullopt;
      found = kind;
    }
  }
  return found;
}

std::vector<std::string> people_in(std::string_view text) {
  constexpr std::size_t kMostWordsOfAName = 4;
  std::vector<std::string> people;
  const std::string collapsed = collapse_spaces(text);
  const std::vector<std::string_view> words_of_all = split(collapsed, ' ');
  if (words_of_all.size() > 1 && std::ranges::all_of(words_of_all, is_initials)) {
    return {words_of_all.begin(), words_of_all.end()};
  }
  for (std::string& name : split_at(text, {",", ";", "\n", " and ", " & ", "•"})) {
    // "Ann Lee <ann@lighthouse.example>", "Ann Lee (facilitator)"
    const std::size_t remark = name.find_first_of("<(");
    std::string clean = collapse_spaces(name.substr(0, remark));
    if (clean.empty() || is_not_given(clean)) continue;
    const std::vector<std::string_view> words = split(clean, ' ');
    const bool is_sentence = words.size() > kMostWordsOfAName ||
                             clean.find_first_of(":?!") != std::string::npos ||
                             (clean.ends_with('.') && words.back().size() > 3);
    if (is_sentence) return {};
    if (clean.starts_with('@')) clean.erase(0, 1);
    if (!clean.empty() && std::ranges::find(people, clean) == people.end()) {
      people.push_back(std::move(clean));
    }
  }
  return people;
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::string& name : split_at(text, {",", ";", "\n", "•"})) {
    // A label of GitLab's: ~"Service::Search".
    if (name.starts_with('~')) name.erase(0, 1);
    for (const char quote : {'`', '"'}) {
      if (name.size() > 2 && name.front() == quote && name.back() == quote) {
        name = name.substr(1, name.size() - 2);
      }
    }
    if (!is_not_given(name) && std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace debrief
