#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "generator/base/day.h"
#include "generator/base/error.h"
#include "generator/base/new_file.h"
#include "generator/base/parallel.h"
#include "generator/base/slug.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/cli/clock.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/likeness_text.h"
#include "generator/cli/terminal.h"
#include "generator/insight/related_incidents.h"
#include "generator/model/knowledge_base.h"
#include "generator/scaffold/new_post_mortem.h"
#include "generator/scaffold/next_id.h"
#include "generator/scaffold/post_mortem_template.h"
#include "generator/source/git_changes.h"
#include "generator/source/git_revision.h"
#include "generator/source/source_tree.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSimilar = 3;

const PostMortemTemplate& chosen_template(const std::vector<PostMortemTemplate>& templates,
                                          const std::string& name) {
  if (name.empty()) return default_template(templates);
  const auto found = std::ranges::find(templates, name, &PostMortemTemplate::name);
  if (found != templates.end()) return *found;
  std::vector<std::string> names;
  for (const PostMortemTemplate& known : templates) names.push_back(known.name);
  throw Error(fmt::format("there is no template '{}'{}; 'debrief new --list-templates' lists them",
                          name, did_you_mean(name, names)));
}

// A time without offset is meant on the clock of the knowledge base.
Timestamp started_of(const std::string& text, const TimeZone& zone) {
  if (text.empty()) {
    Timestamp today;
    today.utc = day_in(zone, now());
    today.precision = Timestamp::Precision::day;
    return today;
  }
  std::optional<Timestamp> time = parse_timestamp(text);
  if (!time || time->precision < Timestamp::Precision::day) {
    throw Error(
        fmt::format("'{}' is no time such as 2026-02-15T14:32+01:00, or day such as "
                    "2026-02-15, for --started",
                    text));
  }
  if (time->has_clock() && time->zone == Timestamp::Zone::assumed_utc) {
    const Seconds utc = zone.to_utc(time->utc);
    time->offset = std::chrono::duration_cast<std::chrono::minutes>(time->utc - utc);
    time->utc = utc;
    time->zone = Timestamp::Zone::stated;
  }
  return *time;
}

std::vector<std::string> service_ids(const std::vector<std::string>& names,
                                     const Vocabulary& vocabulary) {
  std::vector<std::string> ids;
  for (const std::string& name : names) {
    const auto service = vocabulary.find_service(name);
    if (!service && !vocabulary.services_are_open) {
      throw Error(fmt::format("there is no service '{}' in services.yaml{}", name,
                              did_you_mean(name, vocabulary.service_ids())));
    }
    ids.push_back(service ? vocabulary.services[*service].id : name);
  }
  return ids;
}

std::string severity_label(const std::string& name, const Config& config) {
  if (name.empty()) return "";
  const auto level = find_severity(config.severities, name);
  if (level) return config.severities[*level].id;
  std::vector<std::string> labels;
  for (const SeverityLevel& known : config.severities) labels.push_back(known.id);
  throw Error(
      fmt::format("there is no severity '{}' in the scale: {}", name, fmt::join(labels, ", ")));
}

void print_similar(const KnowledgeBase& kb, const NewPostMortem& values, Diagnostics& ignored) {
  ViewOptions options;
  options.public_texts = false;
  const View view = internal_view(kb, options, ignored);
  IncidentDraft draft;
  draft.title = values.title;
  for (const std::string& id : values.services) {
    const auto service = std::ranges::find(view.services(), make_slug(id), &ViewService::key);
    if (service != view.services().end()) {
      draft.services.push_back(static_cast<std::size_t>(service - view.services().begin()));
    }
  }
  const auto similar = incidents_like(view, draft, kSimilar, default_jobs());
  if (similar.empty()) return;
  fmt::print("\nSimilar incidents in the past:\n");
  for (const RelatedIncident& other : similar) {
    const ViewIncident& found = view.incidents()[other.incident];
    const std::string date =
        found.started ? to_string(std::chrono::floor<std::chrono::days>(found.started->utc)) : "";
    fmt::print("  {}\n    {}\n",
               collapse_spaces(fmt::format("{} {} {}", date, found.id, found.title)),
               likeness_text(view, other));
  }
}

// Those that a post-mortem here has, and those that one on another branch has that git knows: two
// people who begin on the same day would get the same.
std::vector<std::string> taken_ids(const fs::path& root, const KnowledgeBase& kb) {
  std::vector<std::string> ids;
  for (const Incident& incident : kb.incidents) ids.push_back(incident.report.id);
  try {
    const GitRevision head = find_git_revision(root, "HEAD");
    for (const BranchFile& other : added_on_other_branches(root, head)) {
      Diagnostics of_the_other;
      const auto report = read_report(other.file, kb.config, of_the_other);
      if (report) ids.push_back(report->id);
    }
  } catch (const Error&) {
    // No git, or nothing committed yet: nobody else can have begun.
  }
  return ids;
}

int list_templates(const std::vector<PostMortemTemplate>& templates) {
  std::size_t width = 0;
  for (const PostMortemTemplate& known : templates) width = std::max(width, known.name.size());
  const PostMortemTemplate& preset = default_template(templates);
  for (const PostMortemTemplate& known : templates) {
    const std::string_view mark = &known == &preset ? " (the default)" : "";
    fmt::print("{:{}}  {}{}\n", known.name, width, known.description, mark);
  }
  return kExitFine;
}

}  // namespace

int new_command(const fs::path& root, const NewOptions& options) {
  // Problems elsewhere in the content are for 'build' to tell: nobody should have to mend
  // them first, with an incident at hand.
  Diagnostics elsewhere;
  const SourceTree sources = read_content(root, elsewhere);
  const std::vector<PostMortemTemplate> templates = post_mortem_templates(sources);
  if (options.list_templates) return list_templates(templates);
  if (options.title.find_first_not_of(" \t\n") == std::string::npos) {
    throw Error("a post-mortem needs a title: debrief new \"What happened\"");
  }
  const PostMortemTemplate& source = chosen_template(templates, options.template_name);
  const KnowledgeBase kb = read_knowledge_base(sources, default_jobs(), elsewhere);

  NewPostMortem values;
  values.title = collapse_spaces(options.title);
  values.started = started_of(options.started, kb.config.time_zone);
  values.services = service_ids(options.services, kb.vocabulary);
  values.severity = severity_label(options.severity, kb.config);
  const int year = civil_date_utc(values.started.utc + values.started.offset).year;
  values.id = next_id(taken_ids(root, kb), year);

  Diagnostics problems;
  const auto text = fill_template(source, values, problems);
  print_diagnostics(problems);
  if (!text) return kExitContentProblems;
  const std::string path = new_post_mortem_path(kb, values);
  if (!write_new_file(root / path, *text)) {
    throw Error(
        fmt::format("{} exists already; nothing was written", (root / path).generic_string()));
  }
  fmt::print("{}\n", (root / path).generic_string());
  print_similar(kb, values, elsewhere);
  return kExitFine;
}

}  // namespace debrief
