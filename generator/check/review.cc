#include "generator/check/review.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "generator/base/text.h"

namespace debrief {
namespace {

const Section* find_in(const std::vector<Section>& sections, std::string_view kind) {
  for (const Section& section : sections) {
    if (section.kind == kind && says_anything(section)) return &section;
    if (const Section* found = find_in(section.sections, kind)) return found;
  }
  return nullptr;
}

}  // namespace

SourceLocation IncidentReview::at(int line, std::string_view words) const {
  const std::size_t found = file.line(line).find(words);
  if (line <= 0 || found == std::string_view::npos) return at(line);
  const std::size_t before = count_characters(file.line(line).substr(0, found));
  return file.at(line, static_cast<int>(before) + 1);
}

SourceLocation IncidentReview::at_field(std::string_view field) const {
  return at(line_of_field(report(), field));
}

SourceLocation field_place(const Report& report, std::string_view field,
                           const SourceTree& sources) {
  const int line = line_of_field(report, field);
  const SourceFile* file = sources.find(report.path);
  if (line == 0 || file == nullptr) return report.where;
  return SourceText(file->path, file->bytes).at(line);
}

std::optional<Seconds> end_of(const Report& report) {
  std::optional<Timestamp> end;
  if (report.resolved) end = report.resolved->time;
  const auto& told = report.times.at(Phase::resolved);
  if (told && (!end || !end->has_clock())) end = told->time;
  if (!end) return std::nullopt;
  if (end->has_clock()) return end->utc;
  return Seconds(last_day(*end) + std::chrono::days(1));
}

bool is_going_on(const Report& report, Day today) {
  if (end_of(report) || report.is_resolved.value_or(false)) return false;
  return report.started && report.started->time.has_clock() &&
         report.started->time.utc + std::chrono::days(7) > Seconds(today);
}

bool looks_announced(const Report& report) {
  // "Maintenance of …", "Upgrade to …", "Mail migration", "Migration of the mails": no verb tells
  // what happened.
  static const RE2 kWork(
      "(?i)\\bmaintenance\\b|"
      "^(?:\\[[^\\]]*\\]\\s*)?(?:(?:planned|scheduled)\\s+)?"
      "(?:updates?|upgrades?|migrations?|migrate|preparation)\\b|"
      "\\b(?:migration|upgrade|update)(?:\\s+(?:of|to)\\b.*|\\s+and\\s+restart)?$");
  static const RE2 kTrouble(
      "(?i)\\b(outages?|down|un(?:planned|intended|expected)|accident\\w*|emergency|"
      "fail\\w*|"
      "degrad\\w*|errors?|unavailab\\w*|unreachable|brok\\w+|break\\w*|disrupt\\w*|incidents?|"
      "issues?|"
      "problems?|post-?mortem|slow\\w*|los[st]\\w*|after|during|because|caus\\w+|overr[au]n\\w*|"
      "longer|"
      "late|goes|went|wrong|stuck|block\\w*|lock\\w*|stop\\w*|delay\\w*|missing|misconfig\\w*|"
      "leak\\w*|"
      "crash\\w*|hangs?|hung|timeouts?|corrupt\\w*|expir\\w*|duplicat\\w*|exhaust\\w*|empt\\w+|"
      "reject\\w*|refus\\w*|cannot|can't|not|no)\\b");
  // "issues.example.org" is no issue.
  static const RE2 kHost("[\\w-]+(?:\\.[\\w-]+)+");
  std::string title = report.title;
  RE2::GlobalReplace(&title, kHost, "host");
  if (report.kind != ReportKind::incident || !RE2::PartialMatch(title, kWork) ||
      RE2::PartialMatch(title, kTrouble)) {
    return false;
  }
  // Who wrote of causes and of what to do wrote a post-mortem.
  return std::ranges::none_of(
      std::array{"root-cause", "five-whys", "contributing-factors", "action-items"},
      [&report](std::string_view kind) { return find_section(report.body, kind) != nullptr; });
}

bool says_anything(const Section& section) {
  const bool says = std::ranges::any_of(section.blocks, [](const Node& block) {
    return block.kind != NodeKind::comment_block &&
           (block.kind != NodeKind::paragraph || !trim(plain_text(block)).empty() ||
            std::ranges::any_of(block.children,
                                [](const Node& node) { return node.kind == NodeKind::image; }));
  });
  return says || std::ranges::any_of(section.sections, says_anything);
}

const Section* find_section(const Outline& body, std::string_view kind) {
  return find_in(body.sections, kind);
}

}  // namespace debrief
