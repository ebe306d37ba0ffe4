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
#include "generator/site/time_table.h"
#include "generator/site/trend.h"

namespace debrief {

namespace {

constexpr std::size_t kServicesShown = 8;

Count cause_count(const Site& site, const Links& links, std::size_t i) {
  const ViewCause& cause = site.view.causes()[i];
  return {cause.name, links.to(cause_path(cause.key)), site.index.by_cause[i].size(),
          cause.description};
}

std::vector<Count> child_counts(const Site& site, const Links& links, std::size_t category) {
  std::vector<Count> counts;
  for (const std::size_t child : site.index.cause_children[category]) {
    counts.push_back(cause_count(site, links, child));
  }
  return counts;
}

}  // namespace

PageData cause_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("causes");
  head.description = titled_text(site.texts, site.view.site().title, site.texts.label("causes"));
  PageData data = page_frame(site, page, links, head);

  PageData::List categories;
  for (std::size_t i = 0; i < site.view.causes().size(); ++i) {
    const ViewCause& cause = site.view.causes()[i];
    if (cause.parent) continue;
    PageData& row = categories.emplace_back();
    row.text("name", cause.name).text("href", links.to(cause_path(cause.key)));
    row.text("description", cause.description);
    row.text("count", incident_count_text(site.texts, site.index.by_cause[i].size()));
    const std::vector<Count> children = child_counts(site, links, i);
    row.flag("has_children", !children.empty());
    row.list("children", count_rows(site.texts, children));
  }
  data.flag("has_causes", !categories.empty());
  data.list("causes", std::move(categories));
  return data;
}

PageData cause_page(const Site& site, const Page& page, const Links& links) {
  const ViewCause& cause = site.view.causes()[page.index];
  const IncidentList& incidents = site.index.by_cause[page.index];
  PageHead head;
  head.title = cause.name;
  head.description =
      cause.description.empty()
          ? titled_text(site.texts, cause.name, incident_count_text(site.texts, incidents.size()))
          : cause.description;
  head.crumbs = {{site.texts.label("causes"), std::string(kCausesPath)}};
  if (cause.parent) {
    const ViewCause& category = site.view.causes()[*cause.parent];
    head.crumbs.push_back({category.name, cause_path(category.key)});
  }
  head.feeds_beside = cause_path(cause.key);

  PageData data = page_frame(site, page, links, head);
  data.text("description", cause.description);
  data.flag("is_first", page.number == 1);
  set_optional(data, "children",
               count_table(site.texts, site.texts.label("sub_causes"), site.texts.label("cause"),
                           child_counts(site, links, page.index)));
  // What is said of all incidents of a long list stands on its first page.
  const IncidentList& all = page.number == 1 ? incidents : IncidentList();
  set_optional(data, "services",
               count_table(site.texts, site.texts.label("by_service"), site.texts.label("service"),
                           service_counts(site, links, all, kServicesShown)));
  set_optional(data, "times", time_table(site, all));
  set_optional(data, "trend", trend(site, all));
  data.group("incidents",
             incident_list(site, links, incidents, {cause_path(cause.key), {{"cause", cause.key}}},
                           page.number));
  return data;
}

}  // namespace debrief
