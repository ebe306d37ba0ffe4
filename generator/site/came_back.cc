#include "generator/site/came_back.h"

#include <string>
#include <utility>
#include <vector>

#include "generator/insight/recurring_causes.h"
#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

// A cause of many services says so by their number.
constexpr std::size_t kServicesNamed = 3;

std::string services_text(const Site& site, const std::vector<std::size_t>& services) {
  std::vector<std::string> names;
  for (const std::size_t i : services) {
    if (names.size() == kServicesNamed && services.size() > kServicesNamed) {
      names.emplace_back("…");
      break;
    }
    names.push_back(site.view.services()[i].name);
  }
  return joined(names);
}

PageData::List incident_links(const Site& site, const Links& links,
                              const std::vector<IncidentIndex>& incidents) {
  PageData::List rows;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = site.view.incidents()[i];
    PageData& row = rows.emplace_back();
    row.text("title", incident.title).text("href", links.to(incident_path(incident.slug)));
  }
  return rows;
}

std::optional<PageData> rows_group(PageData::List rows) {
  if (rows.empty()) return std::nullopt;
  PageData data;
  data.list("rows", std::move(rows));
  return data;
}

}  // namespace

std::optional<PageData> recurring_cause_rows(const Site& site, const Links& links,
                                             const IncidentList& incidents, std::size_t most) {
  PageData::List rows;
  for (const RecurringCause& recurring : recurring_causes(site.view, incidents)) {
    if (rows.size() == most) break;
    PageData& row = rows.emplace_back();
    row.text("name", full_cause_name(site.view, recurring.cause));
    row.text("href", links.to(cause_path(site.view.causes()[recurring.cause].key)));
    row.text("count", incident_count_text(site.texts, recurring.incidents.size()));
    row.text("services", services_text(site, recurring.services));
    set_optional(row, "latest",
                 date_data(site, site.view.incidents()[recurring.incidents.front()].started));
  }
  return rows_group(std::move(rows));
}

std::optional<PageData> repeat_rows(const Site& site, const Links& links,
                                    const IncidentList& incidents, std::size_t most) {
  PageData::List rows;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = site.view.incidents()[i];
    if (rows.size() == most) break;
    if (incident.repeats.empty()) continue;
    PageData& row = rows.emplace_back();
    set_incident_link(row, site, links, incident);
    row.list("earlier", incident_links(site, links, incident.repeats));
  }
  return rows_group(std::move(rows));
}

}  // namespace debrief
