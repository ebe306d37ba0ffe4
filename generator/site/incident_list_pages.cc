#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/day.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// The lists on both sides of this one; a quarter has them.
struct Neighbours {
  std::optional<Crumb> earlier;
  std::optional<Crumb> later;
};

std::optional<PageData> neighbour(const Links& links, const std::optional<Crumb>& list) {
  if (!list) return std::nullopt;
  PageData data;
  data.text("label", list->label).text("href", links.to(list->path));
  return data;
}

PageData list_page(const Site& site, const Page& page, const Links& links, PageHead head,
                   const IncidentList& incidents, const ListPlace& place,
                   const Neighbours& neighbours = {}) {
  if (head.description.empty()) {
    head.description =
        titled_text(site.texts, head.title, incident_count_text(site.texts, incidents.size()));
  }
  PageData data = page_frame(site, page, links, head);
  data.group("incidents", incident_list(site, links, incidents, place, page.number));
  data.flag("has_neighbours", neighbours.earlier || neighbours.later);
  set_optional(data, "earlier", neighbour(links, neighbours.earlier));
  set_optional(data, "later", neighbour(links, neighbours.later));
  return data;
}

Crumb quarter_link(const Site& site, const SiteIndex::Quarter& quarter) {
  return {quarter_text(site.texts, quarter.year, quarter.quarter),
          quarter_path(quarter.year, quarter.quarter)};
}

// The search knows months, so it cannot be asked for those of which only the year is known.
std::vector<std::pair<std::string, std::string>> quarter_query(const SiteIndex::Quarter& quarter) {
  if (quarter.quarter == 0) return {};
  const Quarter first{quarter.year, quarter.quarter};
  return {{"after", to_string(first.first_day())},
          {"before", to_string(first.after().first_day())}};
}

}  // namespace

PageData incident_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("incidents");
  return list_page(site, page, links, head, site.index.all,
                   {std::string(kIncidentsPath), {{"q", "kind:incident"}}});
}

PageData severity_page(const Site& site, const Page& page, const Links& links) {
  const ViewSeverity& severity = site.view.severities()[page.index];
  PageHead head;
  head.title = severity.name.empty() ? severity.label
                                     : titled_text(site.texts, severity.label, severity.name);
  head.crumbs = {{site.texts.label("severities"), std::string(kSeveritiesPath)}};
  return list_page(site, page, links, head, site.index.by_severity[page.index],
                   {severity_path(severity.key), {{"severity", severity.label}}});
}

PageData tag_page(const Site& site, const Page& page, const Links& links) {
  const SiteIndex::Tag& tag = site.index.tags[page.index];
  PageHead head;
  head.title = tag.name;
  head.crumbs = {{site.texts.label("tags"), std::string(kTagsPath)}};
  return list_page(site, page, links, head, tag.incidents,
                   {tag_path(tag.slug), {{"q", fmt::format("tag:\"{}\"", tag.name)}}});
}

PageData quarter_page(const Site& site, const Page& page, const Links& links) {
  const std::vector<SiteIndex::Quarter>& quarters = site.index.quarters;
  const SiteIndex::Quarter& quarter = quarters[page.index];
  PageHead head;
  head.title = quarter_text(site.texts, quarter.year, quarter.quarter);
  head.crumbs = {{site.texts.label("archive"), std::string(kArchivePath)},
                 {std::to_string(quarter.year), year_path(quarter.year)}};
  Neighbours neighbours;
  if (page.index + 1 < quarters.size())
    neighbours.earlier = quarter_link(site, quarters[page.index + 1]);
  if (page.index > 0) neighbours.later = quarter_link(site, quarters[page.index - 1]);
  return list_page(site, page, links, head, quarter.incidents,
                   {quarter_path(quarter.year, quarter.quarter), quarter_query(quarter)},
                   neighbours);
}

PageData undated_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("undated");
  head.crumbs = {{site.texts.label("archive"), std::string(kArchivePath)}};
  return list_page(site, page, links, head, site.index.undated, {std::string(kUndatedPath), {}});
}

}  // namespace debrief
