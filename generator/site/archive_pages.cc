#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "generator/site/incident_list.h"
#include "generator/site/month_rows.h"
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

// Months to come are left out, unless something happens in them.
Month last_month(const Site& site, const SiteIndex::Year& year) {
  const Month now = month_of(site.today);
  if (now.year > year.year) return {year.year, 12};
  Month last = now.year == year.year ? now : Month{year.year, 1};
  for (const std::size_t i : year.quarters) {
    const SiteIndex::Quarter& quarter = site.index.quarters[i];
    if (quarter.quarter == 0) continue;
    const CivilDate newest =
        civil_date_utc(site.view.incidents()[quarter.incidents.front()].started->utc);
    last = std::max(last, Month{newest.year, newest.month});
  }
  return last;
}

PageData quarter_row(const Site& site, const Links& links, const SiteIndex::Quarter& quarter) {
  PageData row;
  row.text("label", quarter_text(site.texts, quarter.year, quarter.quarter));
  row.text("href", links.to(quarter_path(quarter.year, quarter.quarter)));
  row.text("count", incident_count_text(site.texts, quarter.incidents.size()));
  row.flag("has_more", quarter.incidents.size() > kRowsPerQuarter);
  row.list("rows", incident_rows(site, links, quarter.incidents, kRowsPerQuarter));
  return row;
}

// Teams look back by quarters. A status page tells its history by months, and of quarters only what
// is in no month.
void set_periods(PageData& data, const Site& site, const Links& links,
                 const SiteIndex::Year& year) {
  PageData::List months;
  PageData::List quarters;
  for (const std::size_t i : year.quarters) {
    const SiteIndex::Quarter& quarter = site.index.quarters[i];
    if (site.view.is_internal() || quarter.quarter == 0) {
      quarters.push_back(quarter_row(site, links, quarter));
    }
  }
  if (!site.view.is_internal()) {
    months = month_rows(site, links, {year.year, 1}, last_month(site, year));
  }
  data.list("months", std::move(months)).list("quarters", std::move(quarters));
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

  data.text("count", incident_count_text(site.texts, year.count));
  set_periods(data, site, links, year);
  // Newest first, so the year before this one comes after it.
  set_optional(data, "earlier", year_link(site, links, page.index + 1));
  set_optional(data, "later",
               page.index > 0 ? year_link(site, links, page.index - 1) : std::nullopt);
  data.flag("has_neighbours", site.index.years.size() > 1);
  return data;
}

}  // namespace debrief
