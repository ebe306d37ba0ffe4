// Announced work: all of it, and one.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/article.h"
#include "generator/site/fact_text.h"
#include "generator/site/maintenance_rows.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/paging.h"
#include "generator/site/publication.h"
#include "generator/site/report_facts.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

std::optional<PageData> rows_group(const Site& site, const Links& links,
                                   const std::vector<std::size_t>& places) {
  if (places.empty()) return std::nullopt;
  PageData data;
  data.list("rows", maintenance_rows(site, links, places));
  return data;
}

}  // namespace

// What is to come stands on the first page, what is over on as many as it takes.
PageData maintenance_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("maintenance");
  head.description =
      titled_text(site.texts, site.view.site().title, site.texts.label("maintenance"));
  PageData data = page_frame(site, page, links, head);
  const std::vector<std::size_t>& over = site.maintenance.completed;
  data.flag("is_first", page.number == 1);
  set_optional(data, "coming", rows_group(site, links, coming(site.maintenance)));
  const auto [begin, end] = rows_on_page(page.number, over.size());
  const std::span<const std::size_t> shown = std::span(over).subspan(begin, end - begin);
  set_optional(data, "completed", rows_group(site, links, {shown.begin(), shown.end()}));
  set_optional(data, "paging", paging(site, links, kMaintenancePath, page.number, over.size()));
  return data;
}

PageData maintenance_page(const Site& site, const Page& page, const Links& links) {
  const ViewIncident& maintenance = site.view.maintenance()[page.index];
  PageHead head;
  head.title = maintenance.title;
  head.description =
      maintenance.summary.empty() ? opening_text(maintenance.body) : maintenance.summary;
  head.crumbs = {{site.texts.label("maintenance"), std::string(kMaintenancePath)}};

  PageData data = page_frame(site, page, links, head);
  set_maintenance_state(data, site, page.index);
  data.text("id", maintenance.id).text("summary", maintenance.summary);
  data.text("workflow", workflow_text(site.texts, maintenance.workflow));
  data.flag("is_public", maintenance.is_public());
  data.flag("has_services", !maintenance.services.empty());
  data.list("services", service_links(site, links, maintenance));
  set_optional(data, "publication",
               publication(site, links, maintenance, maintenance_path(maintenance.slug)));
  set_article(data, site, links, maintenance.body, maintenance.footnotes);
  data.flag("has_links", !maintenance.links.empty());
  data.list("links", outer_links(maintenance.links));
  data.text("authors", joined(maintenance.authors));
  set_last_change(data, site, maintenance.changed);
  data.text("edit_href", edit_address(site, maintenance.source_path));
  return data;
}

}  // namespace debrief
