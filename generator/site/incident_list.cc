#include "generator/site/incident_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "generator/site/fact_text.h"
#include "generator/site/optional_data.h"
#include "generator/site/paging.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

PageData row(const Site& site, const Links& links, const ViewIncident& incident) {
  PageData data;
  set_incident_link(data, site, links, incident);
  data.text("summary", incident.summary);
  data.text("services", services_text(site.view, incident));
  set_incident_state(data, site, links, incident);
  return data;
}

PageData::List rows_of(const Site& site, const Links& links, const IncidentList& incidents,
                       std::size_t begin, std::size_t end) {
  PageData::List rows;
  rows.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    rows.push_back(row(site, links, site.view.incidents()[incidents[i]]));
  }
  return rows;
}

std::optional<PageData> search_fields(const ListPlace& place) {
  if (place.query.empty()) return std::nullopt;
  PageData::List fields;
  for (const auto& [name, value] : place.query) {
    fields.emplace_back().text("name", name).text("value", value);
  }
  PageData data;
  data.list("fields", std::move(fields));
  return data;
}

}  // namespace

std::optional<PageData> severity_data(const Site& site, const Links& links,
                                      const ViewIncident& incident) {
  PageData data;
  if (incident.severity) {
    const ViewSeverity& severity = site.view.severities()[*incident.severity];
    data.text("label", severity.label).text("name", severity.name);
    data.text("level", std::to_string(*incident.severity + 1));
    data.text("href", links.to(severity_path(severity.key)));
    return data;
  }
  if (incident.severity_label.empty()) return std::nullopt;
  data.text("label", incident.severity_label).text("name", "");
  data.text("level", "unknown").text("href", "");
  return data;
}

void set_incident_link(PageData& data, const Site& site, const Links& links,
                       const ViewIncident& incident) {
  data.text("title", incident.title).text("href", links.to(incident_path(incident.slug)));
  set_optional(data, "started", date_data(site, incident.started));
}

void set_incident_state(PageData& data, const Site& site, const Links& links,
                        const ViewIncident& incident) {
  using State = ViewIncident::State;
  set_optional(data, "severity", severity_data(site, links, incident));
  data.flag("is_open", incident.state == State::open);
  data.flag("is_resolved", incident.state == State::resolved);
  data.text("state", state_text(site.texts, incident.state));
  data.text("workflow", workflow_text(site.texts, incident.workflow));
  data.flag("is_public", incident.is_public());
  data.flag("times_in_doubt", incident.times_in_doubt);
  std::optional<PageData> duration;
  if (incident.duration && !incident.times_in_doubt) {
    duration = duration_data(site, *incident.duration, incident.duration_is_approximate);
  }
  set_optional(data, "duration", std::move(duration));
}

PageData::List incident_rows(const Site& site, const Links& links, const IncidentList& incidents,
                             std::size_t most) {
  return rows_of(site, links, incidents, 0, std::min(most, incidents.size()));
}

PageData incident_list(const Site& site, const Links& links, const IncidentList& incidents,
                       const ListPlace& place, std::size_t number) {
  const std::size_t count = incidents.size();
  const auto [begin, end] = rows_on_page(number, count);
  const std::size_t pages = page_count(count);

  PageData data;
  data.text("count", pages == 1 ? incident_count_text(site.texts, count)
                                : range_text(site.texts, begin + 1, end, count));
  data.list("rows", rows_of(site, links, incidents, begin, end));
  data.flag("has_rows", begin != end);
  data.flag("has_tools", is_worth_tools(count));
  set_optional(data, "search", pages == 1 ? std::nullopt : search_fields(place));
  set_optional(data, "paging", paging(site, links, place.path, number, count));
  return data;
}

}  // namespace debrief
