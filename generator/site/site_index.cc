#include "generator/site/site_index.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "generator/base/slug.h"
#include "generator/insight/closest_causes.h"
#include "generator/insight/future_improvements.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

void add_tags(const View& view, SiteIndex& index) {
  std::map<std::string, IncidentList> incidents_of;
  for (const IncidentIndex i : index.all) {
    for (const std::string& tag : view.incidents()[i].tags) incidents_of[tag].push_back(i);
  }
  UniqueNames slugs;
  for (auto& [name, incidents] : incidents_of) {
    index.tags.push_back({name, slugs.take(make_slug(name)), std::move(incidents)});
  }
}

void add_periods(const View& view, SiteIndex& index) {
  std::map<std::pair<int, int>, IncidentList, std::greater<>> incidents_of;
  for (const IncidentIndex i : index.all) {
    const auto& started = view.incidents()[i].started;
    if (!started) {
      index.undated.push_back(i);
      continue;
    }
    const CivilDate date = civil_date_utc(started->utc);
    const bool is_quarter_known = started->precision != Timestamp::Precision::year;
    incidents_of[{date.year, is_quarter_known ? date.quarter() : 0}].push_back(i);
  }
  for (auto& [period, incidents] : incidents_of) {
    if (index.years.empty() || index.years.back().year != period.first) {
      index.years.push_back({period.first, {}, 0});
    }
    index.years.back().quarters.push_back(index.quarters.size());
    index.years.back().count += incidents.size();
    index.quarters.push_back({period.first, period.second, std::move(incidents)});
  }
}

void add_causes(const View& view, SiteIndex& index) {
  for (const IncidentIndex i : index.all) {
    for (const std::size_t cause : counted_causes(view, view.incidents()[i])) {
      index.by_cause[cause].push_back(i);
    }
  }
}

template <typename Item>
std::vector<std::vector<std::size_t>> children_of(const std::vector<Item>& items) {
  std::vector<std::vector<std::size_t>> children(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].parent) children[*items[i].parent].push_back(i);
  }
  return children;
}

}  // namespace

SiteIndex make_site_index(const View& view) {
  SiteIndex index;
  index.by_severity.resize(view.severities().size());
  index.by_service.resize(view.services().size());
  index.by_cause.resize(view.causes().size());
  index.service_children = children_of(view.services());
  index.cause_children = children_of(view.causes());

  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    index.all.push_back(i);
    if (incident.state == ViewIncident::State::open) index.open.push_back(i);
    (incident.severity ? index.by_severity[*incident.severity] : index.without_severity)
        .push_back(i);
    for (const std::size_t service : incident.services) index.by_service[service].push_back(i);
    if (!future_improvements(view, incident).empty()) index.with_improvements.push_back(i);
    index.page_paths.emplace(incident.key, incident_path(incident.slug));
  }
  for (const ViewIncident& maintenance : view.maintenance()) {
    index.page_paths.emplace(maintenance.key, maintenance_path(maintenance.slug));
  }
  for (const ViewGuide& guide : view.guides()) {
    index.page_paths.emplace(guide.key, guide_path(guide.slug));
  }
  add_causes(view, index);
  add_tags(view, index);
  add_periods(view, index);
  return index;
}

const SiteIndex::Tag& find_tag(const SiteIndex& index, const std::string& name) {
  const auto found = std::lower_bound(
      index.tags.begin(), index.tags.end(), name,
      [](const SiteIndex::Tag& tag, const std::string& wanted) { return tag.name < wanted; });
  if (found == index.tags.end() || found->name != name) {
    throw std::logic_error("the tag '" + name + "' is in no list");
  }
  return *found;
}

}  // namespace debrief
