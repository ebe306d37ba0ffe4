// What is counted over time, and what the figures mean. Internal only.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "generator/insight/trends.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/texts.h"
#include "generator/site/trend_figures.h"

namespace debrief {

namespace {

// What is drawn; older time is behind the archive.
constexpr std::size_t kQuartersShown = 12;
constexpr std::size_t kMonthsShown = 24;

// In the order of the page.
constexpr std::array kFigures = {"trend_severities",   "trend_times",    "trend_detection",
                                 "trend_causes",       "trend_services", "trend_triggers",
                                 "trend_recurrence",   "trend_actions",  "trend_reviews",
                                 "trend_publications", "trend_quiet"};

void add(PageData::List& figures, std::optional<PageData> figure) {
  if (figure) figures.push_back(std::move(*figure));
}

PageData::List figures_of_page(const TrendPage& page) {
  PageData::List figures;
  figures.push_back(severity_figure(page));
  figures.push_back(time_figure(page));
  figures.push_back(detection_figure(page));
  add(figures, cause_figure(page));
  add(figures, service_figure(page));
  add(figures, trigger_figure(page));
  figures.push_back(recurrence_figure(page));
  add(figures, action_figure(page));
  figures.push_back(review_figure(page));
  figures.push_back(publication_figure(page));
  add(figures, quiet_figure(page));
  return figures;
}

PageHead trend_head(const Site& site, std::string_view title) {
  PageHead head;
  head.title = site.texts.label(title);
  head.description = titled_text(site.texts, site.view.site().title, head.title);
  if (title != "trends") {
    head.crumbs = {{site.texts.label("trends"), std::string(kTrendsPath)}};
  }
  return head;
}

}  // namespace

PageData trend_page(const Site& site, const Page& page, const Links& links) {
  const bool is_by_month = page.kind == PageKind::month_trends;
  PageData data =
      page_frame(site, page, links, trend_head(site, is_by_month ? "trends_by_month" : "trends"));
  const Trends figures =
      trends(site.view, site.today, is_by_month ? PeriodLength::month : PeriodLength::quarter);
  const std::size_t shown =
      std::min(figures.periods.size(), is_by_month ? kMonthsShown : kQuartersShown);
  data.flag("is_by_month", is_by_month);
  data.text("quarters_href", links.to(kTrendsPath)).text("months_href", links.to(kMonthTrendsPath));
  data.text("definitions_href", links.to(kDefinitionsPath));
  data.flag("has_figures", shown != 0);
  if (shown == 0) {
    data.text("summary", "").list("figures", {});
    return data;
  }
  const auto periods = std::span(figures.periods).last(shown);
  Incidents incidents;
  for (const PeriodFigures& period : periods) {
    incidents.insert(incidents.end(), period.figures.incidents.begin(),
                     period.figures.incidents.end());
  }
  std::ranges::sort(incidents);
  const TrendPage all{site, links, figures, periods, figures_of(site.view, incidents, site.today)};
  data.text("summary", drawn_text(all)).list("figures", figures_of_page(all));
  return data;
}

PageData definition_page(const Site& site, const Page& page, const Links& links) {
  PageData data = page_frame(site, page, links, trend_head(site, "definitions"));
  PageData::List rows;
  for (const std::string_view name : kFigures) {
    PageData& row = rows.emplace_back();
    row.text("id", std::string(name)).text("title", site.texts.label(name));
    row.text("definition", site.texts.label(fmt::format("{}_definition", name)));
  }
  data.list("rows", std::move(rows));
  return data;
}

}  // namespace debrief
