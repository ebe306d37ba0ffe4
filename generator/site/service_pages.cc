#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/availability_text.h"
#include "generator/site/came_back.h"
#include "generator/site/count_table.h"
#include "generator/site/day_strip.h"
#include "generator/site/incident_list.h"
#include "generator/site/maintenance_rows.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/service_rows.h"
#include "generator/site/texts.h"
#include "generator/site/time_table.h"
#include "generator/site/trend.h"

namespace debrief {

namespace {

constexpr std::size_t kCausesShown = 8;

Count service_count(const Site& site, const Links& links, std::size_t i) {
  const ViewService& service = site.view.services()[i];
  return {service.name, links.to(service_path(service.key)), site.index.by_service[i].size(), ""};
}

std::optional<PageData> parent_link(const Site& site, const Links& links,
                                    const ViewService& service) {
  if (!service.parent) return std::nullopt;
  const ViewService& parent = site.view.services()[*service.parent];
  PageData data;
  data.text("name", parent.name).text("href", links.to(service_path(parent.key)));
  return data;
}

}  // namespace

PageData service_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("services");
  head.description = titled_text(site.texts, site.view.site().title, site.texts.label("services"));
  PageData data = page_frame(site, page, links, head);
  data.flag("has_services", !site.view.services().empty());
  data.list("services", service_rows(site, links));
  data.text("availability_href", site.availability.empty() ? "" : links.to(kAvailabilityPath));
  return data;
}

PageData service_page(const Site& site, const Page& page, const Links& links) {
  const ViewService& service = site.view.services()[page.index];
  const IncidentList& incidents = site.index.by_service[page.index];
  PageHead head;
  head.title = service.name;
  head.description =
      service.description.empty()
          ? titled_text(site.texts, service.name, incident_count_text(site.texts, incidents.size()))
          : service.description;
  head.crumbs = {{site.texts.label("services"), std::string(kServicesPath)}};
  head.feeds_beside = service_path(service.key);

  PageData data = page_frame(site, page, links, head);
  const bool is_first = page.number == 1;
  data.flag("is_first", is_first);
  data.text("description", service.description);
  data.text("team", service.team).text("tier", service.tier);
  set_optional(data, "parent", parent_link(site, links, service));
  std::vector<Count> parts;
  for (const std::size_t child : site.index.service_children[page.index]) {
    parts.push_back(service_count(site, links, child));
  }
  set_optional(
      data, "parts",
      count_table(site.texts, site.texts.label("parts"), site.texts.label("service"), parts));
  set_optional(data, "maintenance",
               is_first ? coming_maintenance(site, links, page.index) : std::nullopt);
  // What is said of all incidents of a long list stands on its first page.
  const IncidentList& all = is_first ? incidents : IncidentList();
  set_optional(data, "recurring", recurring_cause_rows(site, links, all, kCausesShown));
  set_optional(data, "times", time_table(site, all));
  set_optional(data, "trend", trend(site, all));
  set_optional(data, "strip", is_first ? std::optional(day_strip(site, all)) : std::nullopt);
  set_optional(data, "availability",
               is_first ? availability_link(site, links, page.index) : std::nullopt);
  data.group("incidents",
             incident_list(site, links, incidents,
                           {service_path(service.key), {{"service", service.key}}}, page.number));
  return data;
}

}  // namespace debrief
