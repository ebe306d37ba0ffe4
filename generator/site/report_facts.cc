#include "generator/site/report_facts.h"

#include <utility>

#include "generator/site/article.h"

namespace debrief {

PageData named_link(std::string name, std::string href) {
  PageData data;
  data.text("name", std::move(name)).text("href", std::move(href));
  return data;
}

PageData::List service_links(const Site& site, const Links& links, const ViewIncident& incident) {
  PageData::List rows;
  for (const std::size_t i : incident.services) {
    const ViewService& service = site.view.services()[i];
    rows.push_back(named_link(service.name, links.to(service_path(service.key))));
  }
  return rows;
}

PageData::List outer_links(const std::vector<ViewLink>& links) {
  PageData::List rows;
  for (const ViewLink& link : links) {
    rows.push_back(named_link(link.name, safe_address(link.url).value_or("")));
  }
  return rows;
}

}  // namespace debrief
