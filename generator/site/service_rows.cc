#include "generator/site/service_rows.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/site/optional_data.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

bool has_open_incident(const Site& site, std::size_t service) {
  return std::any_of(site.index.open.begin(), site.index.open.end(), [&](IncidentIndex i) {
    const std::vector<std::size_t>& services = site.view.incidents()[i].services;
    return std::binary_search(services.begin(), services.end(), service);
  });
}

// Those without a time are last in every list.
std::optional<PageData> latest_date(const Site& site, const IncidentList& incidents) {
  if (incidents.empty()) return std::nullopt;
  return date_data(site, site.view.incidents()[incidents.front()].started);
}

}  // namespace

PageData::List service_rows(const Site& site, const Links& links) {
  const std::vector<ViewService>& services = site.view.services();
  PageData::List rows;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const ViewService& service = services[i];
    const IncidentList& incidents = site.index.by_service[i];
    const bool is_open = has_open_incident(site, i);
    PageData& row = rows.emplace_back();
    row.text("name", service.name).text("href", links.to(service_path(service.key)));
    row.text("description", service.description);
    row.text("team", service.team).text("tier", service.tier);
    row.text("parent", service.parent ? services[*service.parent].name : "");
    row.text("count", count_text(site.texts, incidents.size()));
    set_optional(row, "latest", latest_date(site, incidents));
    row.flag("is_open", is_open);
    row.text("state", site.texts.label(is_open ? "something_open" : "service_quiet"));
  }
  return rows;
}

std::vector<Count> service_counts(const Site& site, const Links& links,
                                  const IncidentList& incidents, std::size_t most) {
  std::vector<Count> counts;
  for (const ViewService& service : site.view.services()) {
    counts.push_back({service.name, links.to(service_path(service.key)), 0, ""});
  }
  for (const IncidentIndex i : incidents) {
    for (const std::size_t service : site.view.incidents()[i].services) ++counts[service].count;
  }
  return largest_counts(std::move(counts), most);
}

}  // namespace debrief
