#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/terminal.h"
#include "generator/extract/factors.h"
#include "generator/extract/five_whys.h"
#include "generator/model/incident_json.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

const Incident* find_incident(const KnowledgeBase& kb, const std::string& name) {
  const auto found = std::ranges::find_if(kb.incidents, [&name](const Incident& incident) {
    return equal_ignoring_case(incident.report.id, name) || incident.report.path == name;
  });
  return found == kb.incidents.end() ? nullptr : &*found;
}

[[noreturn]] void throw_not_found(const KnowledgeBase& kb, const std::string& name) {
  std::vector<std::string> ids;
  for (const Incident& incident : kb.incidents) ids.push_back(incident.report.id);
  throw Error(fmt::format("there is no post-mortem with the id or path '{}' that can be read{}",
                          name, did_you_mean(name, ids)));
}

Diagnostics problems_in(const std::string& path, const Diagnostics& all) {
  Diagnostics found;
  for (const Diagnostic& problem : all.sorted()) {
    if (problem.where.file == path) found.add(problem);
  }
  return found;
}

void print_line(std::string_view label, const std::string& value) {
  if (!value.empty()) fmt::print("{:15} {}\n", label, value);
}

std::string names_of(const std::vector<Reference>& references) {
  std::vector<std::string> names;
  for (const Reference& reference : references) names.push_back(reference.text);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string one_line(const std::vector<Node>& nodes) {
  return collapse_spaces(plain_text(nodes));
}

void print_times(const IncidentTimes& times) {
  for (const Phase phase : kPhases) {
    const auto& found = times.at(phase);
    if (!found) continue;
    print_line(to_string(phase), fmt::format("{}{}  from {}", found->approximate ? "~" : "",
                                             to_string(found->time), describe(*found)));
  }
  const auto print_figure = [](std::string_view label, const Figure& figure) {
    if (figure.value) print_line(label, format_duration(*figure.value));
    if (figure.in_doubt) print_line("", "in doubt: " + figure.doubt);
    for (const StatedFigure& stated : figure.stated) {
      print_line(figure.value ? "" : label,
                 fmt::format("stated: {}  (line {})", stated.text, stated.line));
    }
  };
  print_figure("to detect", times.time_to_detect);
  print_figure("to acknowledge", times.time_to_acknowledge);
  print_figure("to mitigate", times.time_to_mitigate);
  print_figure("to resolve", times.time_to_resolve);
}

void print_timeline(const Timeline& timeline) {
  if (timeline.entries.empty()) return;
  fmt::print("\nTimeline\n");
  for (const TimelineEntry& entry : timeline.entries) {
    std::string when = entry.written.empty() ? "?" : entry.written;
    if (entry.time) {
      when = to_string(*entry.time);
      if (entry.certainty == TimelineEntry::Certainty::approximate) when = "~" + when;
    }
    const std::string phase =
        entry.phase ? fmt::format("  [{}]", to_string(*entry.phase)) : std::string();
    fmt::print("  {:>4}  {:26} {}{}\n", entry.line, when, shorten(one_line(entry.text), 90), phase);
  }
}

void print_whys(const std::vector<Why>& whys, int depth) {
  for (const Why& why : whys) {
    const std::string question = one_line(why.question);
    const std::string answer = one_line(why.answer);
    fmt::print("  {:>4}  {}{}{}{}\n", why.line,
               std::string(2 * static_cast<std::size_t>(std::min(depth, 10)), ' '), question,
               question.empty() || answer.empty() ? "" : " → ", answer);
    print_whys(why.deeper, depth + 1);
  }
}

void print_actions(const std::vector<ActionItem>& items) {
  if (items.empty()) return;
  fmt::print("\nAction items\n");
  for (const ActionItem& item : items) {
    std::vector<std::string> remarks;
    if (!item.priority.empty()) remarks.push_back(item.priority);
    if (!item.type.empty()) remarks.push_back(item.type);
    if (!item.owners.empty()) remarks.push_back(fmt::format("{}", fmt::join(item.owners, ", ")));
    if (item.due) remarks.push_back("due " + to_string(*item.due));
    if (!item.due_text.empty()) remarks.push_back("due " + item.due_text);
    if (!item.progress.empty()) remarks.push_back(item.progress);
    if (!item.ticket.empty()) remarks.push_back(item.ticket);
    fmt::print("  {:>4}  [{}] {}{}\n", item.line,
               item.done      ? 'x'
               : item.dropped ? '-'
                              : ' ',
               one_line(item.text),
               remarks.empty() ? "" : fmt::format("  ({})", fmt::join(remarks, "; ")));
  }
}

std::string_view words_of(Publication::Lack lack) {
  switch (lack) {
    case Publication::Lack::draft:
      return "it is a draft";
    case Publication::Lack::in_review:
      return "it is in review";
    case Publication::Lack::status_not_said:
      return "it does not say 'status: published'";
    case Publication::Lack::approval:
      return "nobody has approved it";
    case Publication::Lack::known_approver:
      return "people.yaml does not know who approved it";
    case Publication::Lack::readable_day:
      return "its 'not_before' cannot be read";
  }
  return "";
}

void print_publication(const KnowledgeBase& kb, const Report& report, const AsOf& as_of) {
  const Publication publication = publication_of(kb, report, as_of);
  if (publication.state == Publication::State::internal) return;
  std::vector<std::string_view> lacks;
  for (const Publication::Lack lack : publication.lacks) lacks.push_back(words_of(lack));
  std::string text = publication.state == Publication::State::public_ ? "yes" : "no";
  if (!lacks.empty()) text += fmt::format(": {}", fmt::join(lacks, "; "));
  if (publication.first_day && publication.state != Publication::State::public_) {
    text += fmt::format("{} not before {}", lacks.empty() ? ":" : ";",
                        to_string(*publication.first_day));
  }
  print_line("public", text);
  print_line("approved by", report.public_wording.approved_by);
}

void print_text(const KnowledgeBase& kb, const Incident& incident, const AsOf& as_of) {
  const Report& report = incident.report;
  fmt::print("{}  {}\n{}\n\n", report.id, report.title, report.path);
  if (report.severity) {
    const std::string label = report.severity->text;
    const std::string id = incident.severity ? kb.config.severities[*incident.severity].id : label;
    print_line("severity", id == label ? id : fmt::format("{} (written {})", id, label));
  }
  print_line("services", names_of(report.services));
  print_line("causes", names_of(report.causes));
  print_publication(kb, report, as_of);
  print_times(report.times);
  print_timeline(timeline_of(report, kb.config));
  if (const FiveWhys found = read_five_whys(report.body); !found.empty()) {
    fmt::print("\nFive whys\n");
    print_whys(found.whys, 0);
    for (const WhyConclusion& conclusion : found.conclusions) {
      const bool is_action = conclusion.kind == WhyConclusion::Kind::action;
      fmt::print("  {:>4}  {}: {}\n", conclusion.line, is_action ? "action" : "root cause",
                 one_line(conclusion.text));
    }
  }
  if (const std::vector<Factor> factors = contributing_factors(report.body); !factors.empty()) {
    fmt::print("\nContributing factors\n");
    for (const Factor& factor : factors)
      fmt::print("  {:>4}  {}\n", factor.line, one_line(factor.text));
  }
  print_actions(report.actions);
}

}  // namespace

int show_command(const fs::path& root, const ShowOptions& options) {
  Diagnostics diagnostics;
  const SourceTree sources = read_content(root, diagnostics);
  const KnowledgeBase kb = read_knowledge_base(sources, default_jobs(), diagnostics);
  const Incident* incident = find_incident(kb, options.id);
  if (incident == nullptr) {
    // The file may be there, and be the one that cannot be read.
    print_diagnostics(diagnostics);
    throw_not_found(kb, options.id);
  }
  const AsOf as_of{day_of(kb.config, options.today)};
  if (options.json) {
    fmt::print("{}\n", incident_json(kb, *incident, as_of));
  } else {
    print_text(kb, *incident, as_of);
  }
  const Diagnostics own = problems_in(incident->report.path, diagnostics);
  print_diagnostics(own);
  return own.has_errors() ? kExitContentProblems : kExitFine;
}

}  // namespace debrief
