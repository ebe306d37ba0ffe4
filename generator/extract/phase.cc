#include "generator/extract/phase.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/extract/stated_duration.h"
#include "generator/extract/text_cursor.h"

namespace debrief {
namespace {

struct Label {
  Phase phase;
  std::vector<std::string_view> names;
};

const std::vector<Label>& labels() {
  static const std::vector<Label> kLabels = {
      {Phase::started,
       {"start",
        "started",
        "starts",
        "begin",
        "begins",
        "began",
        "onset",
        "start of incident",
        "start of the incident",
        "start of impact",
        "start of the impact",
        "start of outage",
        "incident start",
        "incident starts",
        "incident started",
        "incident begins",
        "incident began",
        "impact start",
        "impact starts",
        "impact started",
        "impact begins",
        "impact began",
        "outage start",
        "outage starts",
        "outage started",
        "outage begins",
        "outage began"}},
      {Phase::detected,
       {"detected", "detection", "discovered", "discovery", "incident detected", "issue detected",
        "problem detected", "first detected", "first detection", "time of detection"}},
      {Phase::acknowledged,
       {"acknowledged", "acknowledgement", "acknowledgment", "acknowledge", "ack", "acked",
        "alert acknowledged", "page acknowledged", "incident acknowledged"}},
      {Phase::mitigated,
       {"mitigated", "mitigation", "incident mitigated", "impact mitigated", "issue mitigated",
        "impact end", "impact ends", "impact ended", "end of impact", "end of the impact"}},
      {Phase::resolved,
       {"resolved",
        "resolution",
        "recovered",
        "recovery",
        "full recovery",
        "fully recovered",
        "fully resolved",
        "restored",
        "service restored",
        "services restored",
        "incident resolved",
        "issue resolved",
        "problem resolved",
        "incident closed",
        "incident end",
        "incident ends",
        "incident ended",
        "end of incident",
        "end of the incident",
        "outage end",
        "outage ends",
        "outage ended",
        "all clear"}},
  };
  return kLabels;
}

std::string_view without_remark(std::string_view text) {
  const std::size_t open = text.find(" (");
  return text.ends_with(')') && open != std::string_view::npos ? text.substr(0, open) : text;
}

// Behind pictures and quotes: "🔔 Detected".
std::string_view from_first_word(std::string_view text) {
  const auto first = std::ranges::find_if(
      text, [](char c) { return is_letter(c) || is_digit(c) || c == '[' || c == '('; });
  return text.substr(static_cast<std::size_t>(first - text.begin()));
}

// "Resolved: not yet"
bool takes_back(std::string_view rest) {
  const std::string lower = to_lower(trim(rest));
  if (!lower.empty() && says_not_known(lower)) return true;
  for (const std::string_view word : {"not ", "no,", "pending", "ongoing", "open"}) {
    if (lower.starts_with(word)) return true;
  }
  return lower == "no";
}

struct LabelEnd {
  std::size_t at;      // where the label ends
  std::size_t behind;  // where the text goes on
};

std::optional<LabelEnd> end_of_label(std::string_view text) {
  std::optional<LabelEnd> end;
  for (const std::string_view mark : {":", " - ", " – ", " — ", " -> ", " → ", ". "}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || (end && end->at < at)) continue;
    end = LabelEnd{at, at + mark.size()};
  }
  return end;
}

std::optional<Phase> label_at_beginning(std::string_view text) {
  text = from_first_word(text);
  for (const auto& [open, close] : {std::pair('[', ']'), std::pair('(', ')')}) {
    if (!text.starts_with(open)) continue;
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) return std::nullopt;
    return phase_named(text.substr(1, end - 1));
  }
  if (const auto end = end_of_label(text)) {
    const auto phase = phase_named(text.substr(0, end->at));
    if (phase && !takes_back(text.substr(end->behind))) return phase;
    if (phase) return std::nullopt;
  }
  if (const auto phase = phase_named(text)) return phase;
  // "Acknowledged by Mirela"
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string first = to_lower(text.substr(0, space));
  if (first != "acknowledged" && first != "detected" && first != "mitigated" &&
      first != "resolved") {
    return std::nullopt;
  }
  const std::string rest = to_lower(text.substr(space + 1));
  for (const std::string_view word :
       {"by ", "via ", "through ", "in ", "after ", "when ", "with "}) {
    if (rest.starts_with(word)) return phase_named(first);
  }
  return std::nullopt;
}

// "Traffic shifted (mitigated)", "Traffic shifted [mitigated]"
std::optional<Phase> tag_at_end(std::string_view text) {
  text = trim(text);
  while (text.ends_with('.')) text.remove_suffix(1);
  for (const auto& [open, close] : {std::pair('[', ']'), std::pair('(', ')')}) {
    if (!text.ends_with(close)) continue;
    const std::size_t at = text.rfind(open);
    if (at == std::string_view::npos) return std::nullopt;
    return phase_named(text.substr(at + 1, text.size() - at - 2));
  }
  return std::nullopt;
}

// The words of a text in lower case, without what stands between them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(to_lower(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(to_lower(word));
  return words;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// Words that make a statement a denial, a plan, a condition or a part of the truth.
bool raises_doubt(std::string_view word) {
  constexpr std::array<std::string_view, 36> kDoubt = {
      "not",      "no",       "never",       "without",   "unresolved", "will",
      "should",   "would",    "could",       "can",       "may",        "might",
      "cannot",   "until",    "before",      "if",        "but",        "however",
      "although", "expected", "planned",     "partially", "partial",    "partly",
      "believed", "thought",  "appears",     "seems",     "seemed",     "almost",
      "nearly",   "attempt",  "prematurely", "wrongly",   "mistakenly", "nobody"};
  return is_one_of(word, kDoubt) || word.ends_with("n't") || word.ends_with("n’t");
}

// Whether a word of `second` stands at most `distance` words behind one of `first`.
template <std::size_t N, std::size_t M>
bool follows(const std::vector<std::string>& words, const std::array<std::string_view, N>& first,
             const std::array<std::string_view, M>& second, std::size_t distance) {
  std::size_t last = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (last < i && i - last <= distance && is_one_of(words[i], second)) return true;
    if (is_one_of(words[i], first)) last = i;
  }
  return false;
}

std::optional<Phase> phase_by_wording(std::string_view text) {
  constexpr std::array<std::string_view, 5> kAlert = {"alert", "alerts", "alarm", "alarms",
                                                      "monitor"};
  constexpr std::array<std::string_view, 6> kFires = {"fires",  "fired",    "fire",
                                                      "firing", "triggers", "triggered"};
  constexpr std::array<std::string_view, 4> kAcknowledges = {"acknowledges", "acknowledged", "acks",
                                                             "acked"};
  constexpr std::array<std::string_view, 6> kPage = {"alert", "alerts", "page",
                                                     "pages", "alarm",  "incident"};
  constexpr std::array<std::string_view, 1> kAcknowledged = {"acknowledged"};
  constexpr std::array<std::string_view, 4> kService = {"service", "services", "systems", "system"};
  constexpr std::array<std::string_view, 2> kRestored = {"restored", "operational"};
  constexpr std::array<std::string_view, 4> kIncident = {"incident", "issue", "outage", "problem"};
  constexpr std::array<std::string_view, 2> kResolved = {"resolved", "closed"};
  constexpr std::array<std::string_view, 3> kProblem = {"incident", "issue", "problem"};
  constexpr std::array<std::string_view, 1> kDetected = {"detected"};
  constexpr std::array<std::string_view, 1> kMitigated = {"mitigated"};
  constexpr std::array<std::string_view, 4> kIncidentOrImpact = {"incident", "issue", "outage",
                                                                 "impact"};

  std::vector<std::string> words = words_of(text);
  if (std::ranges::any_of(words, raises_doubt)) return std::nullopt;
  if (follows(words, kAcknowledges, kPage, 3) || follows(words, kPage, kAcknowledged, 2)) {
    return Phase::acknowledged;
  }
  // "Service restored for 80% of customers" is not the end.
  const bool is_whole = text.find('%') == std::string_view::npos;
  if (is_whole &&
      (follows(words, kService, kRestored, 3) || follows(words, kIncident, kResolved, 3))) {
    return Phase::resolved;
  }
  if (follows(words, kIncidentOrImpact, kMitigated, 3)) return Phase::mitigated;
  const bool is_paged = std::ranges::find(words, "paged") != words.end();
  // "Users are told how to keep down the number of alerts triggered": further back it is mentioned.
  words.resize(std::min<std::size_t>(words.size(), 9));
  if (follows(words, kProblem, kDetected, 1)) return Phase::detected;
  if (is_paged || follows(words, kAlert, kFires, 5) || follows(words, kFires, kAlert, 2)) {
    return Phase::detected;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Phase phase) {
  constexpr std::array<std::string_view, 5> kNames = {"started", "detected", "acknowledged",
                                                      "mitigated", "resolved"};
  return kNames.at(static_cast<std::size_t>(phase));
}

std::optional<Phase> phase_named(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // A label is short; a text is looked at no further.
  if (text.size() > kLongest) return std::nullopt;
  text = trim(without_remark(trim(text)));
  while (text.ends_with('.') || text.ends_with(':') || text.ends_with('!')) text.remove_suffix(1);
  const std::string lower = to_lower(text);
  for (const Label& label : labels()) {
    if (std::ranges::find(label.names, lower) != label.names.end()) return label.phase;
  }
  return std::nullopt;
}

std::optional<PhaseFound> phase_of(std::string_view text) {
  if (const auto phase = label_at_beginning(text)) return PhaseFound{*phase, true};
  if (const auto phase = tag_at_end(text)) return PhaseFound{*phase, true};
  if (const auto phase = phase_by_wording(text)) return PhaseFound{*phase, false};
  return std::nullopt;
}

}  // namespace debrief
