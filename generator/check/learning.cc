// Whether what happened before is known.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "generator/check/review.h"
#include "generator/insight/action_register.h"
#include "generator/insight/related_incidents.h"

namespace debrief {
namespace {

std::vector<std::string> in_common(const View& view, const RelatedIncident& related) {
  std::vector<std::string> things;
  for (const std::size_t cause : related.causes) things.push_back(view.causes()[cause].name);
  for (const std::size_t service : related.services)
    things.push_back(view.services()[service].name);
  things.insert(things.end(), related.words.begin(), related.words.end());
  return things;
}

std::string some_of(std::vector<std::string> things) {
  if (things.size() > 5) things.resize(5);
  return fmt::format("{}", fmt::join(things, ", "));
}

bool is_earlier(const ViewIncident& one, const ViewIncident& other) {
  return one.started && other.started && one.started->utc < other.started->utc;
}

}  // namespace

std::vector<Rule> learning_rules() {
  return {
      {"similar-not-linked",
       "learning",
       Level::info,
       {{"percent", 35, 1, 100, "how alike two must be, as 'debrief related' measures it"}},
       "very like an earlier post-mortem that it does not name",
       "The same gap shows in another service, under another name, two years later. Who writes "
       "'repeats' or 'related' makes the chain visible, and the question that goes with it: why "
       "was the last fix not enough? 'debrief related ID' lists candidates. It is info by "
       "default: alike is not the same.",
       "    title: Quote pool exhausted again",
       "    title: Quote pool exhausted again\n    repeats: [PM-2025-003]"},
      {"repeats-with-open-actions",
       "learning",
       Level::warning,
       {},
       "repeats an incident whose action items are still open",
       "It was known what would have prevented this, and it was not done. That is worth saying in "
       "the root cause, without blame: what got in the way? And the items of the earlier one "
       "come first now.",
       "    repeats: [PM-2025-003]   (where two items are open)",
       "    repeats: [PM-2025-003]   (its items are done, or dropped with a reason)"},
  };
}

SimilarIncidents similar_incidents(const View& view, int percent, unsigned jobs) {
  SimilarIncidents similar;
  const auto& incidents = view.incidents();
  const auto related = related_incidents(view, kMostSimilar, jobs);
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    for (const RelatedIncident& other : related[i]) {
      const ViewIncident& found = incidents[other.incident];
      if (other.likeness < percent || !is_earlier(found, incidents[i])) continue;
      similar[incidents[i].source_path] = {found.id, found.title, in_common(view, other)};
      break;  // The most alike is enough.
    }
  }
  return similar;
}

void check_learning(const KnowledgeBase& kb, const SourceTree& sources, const View& view,
                    const SimilarIncidents& similar, Day today, Findings& findings) {
  std::map<std::string_view, const Report*> reports;
  for (const Incident& incident : kb.incidents) reports[incident.report.path] = &incident.report;
  for (const auto& [path, other] : similar) {
    // Announcements are alike because they are written from one template.
    if (looks_announced(*reports.at(path))) continue;
    findings.add("similar-not-linked", field_place(*reports.at(path), "title", sources),
                 fmt::format("very like {0} '{1}' ({2}); if it is the same again, add 'repeats: "
                             "[{0}]', else 'related: [{0}]'",
                             other.id, other.title, some_of(other.in_common)));
  }

  std::map<IncidentIndex, std::size_t> open;
  for (const RegisterItem& item : action_register(view, today)) {
    if (is_open(item.state)) ++open[item.incident];
  }
  const auto& incidents = view.incidents();
  for (const ViewIncident& incident : incidents) {
    for (const IncidentIndex earlier : incident.repeats) {
      const auto found = open.find(earlier);
      if (found == open.end()) continue;
      findings.add(
          "repeats-with-open-actions",
          field_place(*reports.at(incident.source_path), "repeats", sources),
          fmt::format(
              "{} of {}, which this repeats, {}; do that first, or drop it with a reason",
              found->second == 1 ? "an action item" : fmt::format("{} action items", found->second),
              incidents[earlier].id, found->second == 1 ? "is still open" : "are still open"));
    }
  }
}

}  // namespace debrief
