#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/count_table.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/service_rows.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kCausesShown = 10;

Count service_count(const Site& site, const Links& links, std::size_t i) {
  const ViewService& service = site.view.services()[i];
  return {service.name, links.to(service_path(service.key)), site.index.by_service[i].size(), ""};
}

std::vector<Count> cause_counts(const Site& site, const Links& links,
                                const IncidentList& incidents) {
  std::map<std::size_t, std::size_t> counts;
  for (const IncidentIndex i : incidents) {
    for (const std::size_t cause : site.view.incidents()[i].causes) ++counts[cause];
  }
  std::vector<Count> rows;
  for (const auto& [cause, count] : counts) {
    const ViewCause& about = site.view.causes()[cause];
    rows.push_back({about.name, links.to(cause_path(about.key)), count, ""});
  }
  return largest_counts(std::move(rows), kCausesShown);
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
  head.feed_path = service_feed_path(service.key);

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
  set_optional(data, "causes",
               count_table(site.texts, site.texts.label("by_cause"), site.texts.label("cause"),
                           is_first ? cause_counts(site, links, incidents) : std::vector<Count>()));
  data.group("incidents",
             incident_list(site, links, incidents, service_path(service.key), page.number));
  return data;
}

}  // namespace debrief
