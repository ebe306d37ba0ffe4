#include <optional>
#include <string>
#include <utility>

#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// A year leads on to its quarters, so it shows the latest of each.
constexpr std::size_t kRowsPerQuarter = 25;

// One cell a quarter; one without incidents is empty.
PageData::List quarter_cells(const Site& site, const Links& links, const SiteIndex::Year& year) {
  PageData::List cells;
  for (int number = 1; number <= 4; ++number) {
    PageData& cell = cells.emplace_back();
    std::string count;
    std::string href;
    for (const std::size_t i : year.quarters) {
      const SiteIndex::Quarter& quarter = site.index.quarters[i];
      if (quarter.quarter != number) continue;
      count = count_text(site.texts, quarter.incidents.size());
      href = links.to(quarter_path(quarter.year, number));
    }
    cell.flag("has_incidents", !href.empty());
    cell.text("count", std::move(count)).text("href", std::move(href));
    cell.text("label", quarter_text(site.texts, year.year, number));
  }
  return cells;
}

std::optional<PageData> year_link(const Site& site, const Links& links, std::size_t index) {
  if (index >= site.index.years.size()) return std::nullopt;
  const int year = site.index.years[index].year;
  PageData data;
  data.text("label", std::to_string(year)).text("href", links.to(year_path(year)));
  return data;
}

}  // namespace

PageData archive_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("archive");
  head.description =
      titled_text(site.texts, head.title, incident_count_text(site.texts, site.index.all.size()));
  PageData data = page_frame(site, page, links, head);

  PageData::List years;
  for (const SiteIndex::Year& year : site.index.years) {
    PageData& row = years.emplace_back();
    row.text("year", std::to_string(year.year)).text("href", links.to(year_path(year.year)));
    row.text("count", count_text(site.texts, year.count));
    row.list("quarters", quarter_cells(site, links, year));
  }
  data.text("count", incident_count_text(site.texts, site.index.all.size()));
  data.flag("has_years", !years.empty());
  data.list("years", std::move(years));
  std::optional<PageData> undated;
  if (!site.index.undated.empty()) {
    undated.emplace().text("href", links.to(kUndatedPath));
    undated->text("count", incident_count_text(site.texts, site.index.undated.size()));
  }
  set_optional(data, "undated", std::move(undated));
  return data;
}

PageData year_page(const Site& site, const Page& page, const Links& links) {
  const SiteIndex::Year& year = site.index.years[page.index];
  PageHead head;
  head.title = std::to_string(year.year);
  head.description =
      titled_text(site.texts, head.title, incident_count_text(site.texts, year.count));
  head.crumbs = {{site.texts.label("archive"), std::string(kArchivePath)}};
  PageData data = page_frame(site, page, links, head);

  PageData::List quarters;
  for (const std::size_t i : year.quarters) {
    const SiteIndex::Quarter& quarter = site.index.quarters[i];
    PageData& row = quarters.emplace_back();
    row.text("label", quarter_text(site.texts, quarter.year, quarter.quarter));
    row.text("href", links.to(quarter_path(quarter.year, quarter.quarter)));
    row.text("count", incident_count_text(site.texts, quarter.incidents.size()));
    row.flag("has_more", quarter.incidents.size() > kRowsPerQuarter);
    row.list("rows", incident_rows(site, links, quarter.incidents, kRowsPerQuarter));
  }
  data.text("count", incident_count_text(site.texts, year.count));
  data.list("quarters", std::move(quarters));
  // Newest first, so the year before this one comes after it.
  set_optional(data, "earlier", year_link(site, links, page.index + 1));
  set_optional(data, "later",
               page.index > 0 ? year_link(site, links, page.index - 1) : std::nullopt);
  data.flag("has_neighbours", site.index.years.size() > 1);
  return data;
}

}  // namespace debrief
