#include "generator/insight/kind_counts.h"

#include <algorithm>
#include <map>
#include <utility>

#include "generator/base/text.h"
#include "generator/insight/closest_causes.h"

namespace debrief {

namespace {

std::vector<TriggerCount> trigger_counts(const View& view, const Incidents& incidents) {
  std::map<std::string, TriggerCount> found;
  for (const IncidentIndex i : incidents) {
    const std::string trigger = collapse_spaces(view.incidents()[i].trigger);
    if (trigger.empty()) continue;
    found.try_emplace(to_lower(trigger), TriggerCount{trigger, {}})
        .first->second.incidents.push_back(i);
  }
  std::vector<TriggerCount> counts;
  for (auto& [key, count] : found) counts.push_back(std::move(count));
  std::ranges::stable_sort(counts, [](const TriggerCount& a, const TriggerCount& b) {
    return a.incidents.size() > b.incidents.size();
  });
  return counts;
}

}  // namespace

KindCounts kind_counts(const View& view, const Incidents& incidents) {
  KindCounts counts;
  counts.by_severity.resize(view.severities().size());
  counts.by_service.resize(view.services().size());
  counts.by_cause.resize(view.causes().size());
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = view.incidents()[i];
    (incident.severity ? counts.by_severity[*incident.severity] : counts.without_severity)
        .push_back(i);
    for (const std::size_t service : incident.services) counts.by_service[service].push_back(i);
    for (const std::size_t cause : counted_causes(view, incident))
      counts.by_cause[cause].push_back(i);
    if (incident.services.empty()) counts.without_service.push_back(i);
    if (incident.causes.empty()) counts.without_cause.push_back(i);
    if (trim(incident.trigger).empty()) counts.without_trigger.push_back(i);
  }
  counts.by_trigger = trigger_counts(view, incidents);
  return counts;
}

}  // namespace debrief
