// What post-mortems would like to be done some day, by the quarter of their incidents. Internal
// only.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/insight/counted_day.h"
#include "generator/insight/future_improvements.h"
#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/paging.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// Of incidents without a start: that they are without a date; of those with a year alone, it.
std::string period_text(const Site& site, const ViewIncident& incident) {
  if (const std::optional<Day> day = counted_day(incident)) {
    const Quarter quarter = quarter_of(*day);
    return quarter_text(site.texts, quarter.year, quarter.number);
  }
  if (!incident.started) return site.texts.label("undated");
  return quarter_text(site.texts, civil_date_utc(incident.started->utc).year, 0);
}

PageData::List point_rows(const std::vector<SectionPoint>& points) {
  PageData::List rows;
  for (const SectionPoint& point : points) {
    rows.emplace_back().text("item", point.text).flag("is_done", point.done);
  }
  return rows;
}

PageData incident_row(const Site& site, const Links& links, const ViewIncident& incident) {
  PageData row;
  set_incident_link(row, site, links, incident);
  row.text("services", services_text(site.view, incident));
  row.list("points", point_rows(future_improvements(site.view, incident)));
  return row;
}

// {label, incidents}: neighbours of the same quarter, newest first.
PageData::List periods(const Site& site, const Links& links, const RowsOnPage& shown) {
  std::vector<std::pair<std::string, PageData::List>> groups;
  for (std::size_t i = shown.begin; i < shown.end; ++i) {
    const ViewIncident& incident = site.view.incidents()[site.index.with_improvements[i]];
    std::string period = period_text(site, incident);
    if (groups.empty() || groups.back().first != period) groups.push_back({std::move(period), {}});
    groups.back().second.push_back(incident_row(site, links, incident));
  }
  PageData::List rows;
  for (auto& [period, incidents] : groups) {
    rows.emplace_back().text("label", period).list("incidents", std::move(incidents));
  }
  return rows;
}

}  // namespace

PageData improvement_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("improvements");
  head.description = titled_text(site.texts, site.view.site().title, head.title);
  PageData data = page_frame(site, page, links, head);
  const std::size_t count = site.index.with_improvements.size();
  const Quarter quarter = quarter_of(site.today);
  data.flag("is_first", page.number == 1);
  data.text("due", fill_text(site.texts.label("improvements_due"),
                             {{"quarter", quarter_text(site.texts, quarter.year, quarter.number)},
                              {"date", date_text(site.texts, Seconds(review_due(site.today)))}}));
  data.list("quarters", periods(site, links, rows_on_page(page.number, count)));
  set_optional(data, "paging", paging(site, links, kImprovementsPath, page.number, count));
  return data;
}

}  // namespace debrief
