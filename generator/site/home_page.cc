#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/count_table.h"
#include "generator/site/guide_rows.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/service_rows.h"
#include "generator/site/severity_counts.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kLatestIncidents = 10;
constexpr std::size_t kServicesShown = 10;
constexpr std::size_t kCausesShown = 10;

// Those that are not shown as ongoing above, newest first.
IncidentList latest_incidents(const Site& site) {
  IncidentList latest;
  for (const IncidentIndex i : site.index.all) {
    if (latest.size() == kLatestIncidents) break;
    if (site.view.incidents()[i].state != ViewIncident::State::open) latest.push_back(i);
  }
  return latest;
}

std::optional<PageData> open_incidents(const Site& site, const Links& links) {
  if (site.index.open.empty()) return std::nullopt;
  PageData data;
  data.text("count", open_count_text(site.texts, site.index.open.size()));
  data.list("rows", incident_rows(site, links, site.index.open, kRowsPerPage));
  return data;
}

PageData latest_group(const Site& site, const Links& links) {
  const IncidentList latest = latest_incidents(site);
  PageData data;
  data.flag("has_rows", !latest.empty());
  data.list("rows", incident_rows(site, links, latest, kLatestIncidents));
  return data;
}

std::vector<Count> service_counts(const Site& site, const Links& links) {
  std::vector<Count> counts;
  for (std::size_t i = 0; i < site.view.services().size(); ++i) {
    const ViewService& service = site.view.services()[i];
    counts.push_back(
        {service.name, links.to(service_path(service.key)), site.index.by_service[i].size(), ""});
  }
  return largest_counts(std::move(counts), kServicesShown);
}

std::vector<Count> category_counts(const Site& site, const Links& links) {
  std::vector<Count> counts;
  for (std::size_t i = 0; i < site.view.causes().size(); ++i) {
    const ViewCause& cause = site.view.causes()[i];
    if (cause.parent) continue;
    counts.push_back(
        {cause.name, links.to(cause_path(cause.key)), site.index.by_cause[i].size(), ""});
  }
  return largest_counts(std::move(counts), kCausesShown);
}

}  // namespace

PageData home_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.description = titled_text(site.texts, site.view.site().title,
                                 incident_count_text(site.texts, site.index.all.size()));
  PageData data = page_frame(site, page, links, head);

  data.flag("has_incidents", !site.index.all.empty());
  data.text("count", count_text(site.texts, site.index.all.size()));
  data.text("incidents_href", links.to(kIncidentsPath));
  data.text("services_href", links.to(kServicesPath));
  data.text("causes_href", links.to(kCausesPath));
  data.text("archive_href", links.to(kArchivePath));
  set_optional(data, "open", open_incidents(site, links));
  data.group("latest", latest_group(site, links));
  set_optional(data, "by_severity",
               count_table(site.texts, site.texts.label("by_severity"),
                           site.texts.label("severity"), severity_counts(site, links)));
  set_optional(data, "by_service",
               count_table(site.texts, site.texts.label("by_service"), site.texts.label("service"),
                           service_counts(site, links)));
  set_optional(data, "by_cause",
               count_table(site.texts, site.texts.label("by_cause"), site.texts.label("cause"),
                           category_counts(site, links)));
  data.flag("has_services", !site.view.services().empty());
  data.list("services", service_rows(site, links));
  data.flag("has_guides", !site.view.guides().empty());
  data.list("guides", guide_rows(site, links));
  return data;
}

}  // namespace debrief
