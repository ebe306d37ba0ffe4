// How much of the time services were available: all of them, and each by month and by day.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/availability_text.h"
#include "generator/site/chart_places.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::size_t kMonthsBeside = 3;  // in the table of all services
constexpr std::size_t kLeftOutNamed = 20;
constexpr double kShareOfDay = 0.7;  // of its place in the drawing; the rest is the gap

std::string whole_time_text(const Site& site, std::string_view label) {
  return fill_text(site.texts.label(label),
                   {{"from", date_text(site.texts, Seconds(site.counted_time->first))}});
}

// What the figures mean, for those who do not know.
void set_definition(PageData& data, const Site& site) {
  data.text("counts", fill_text(site.texts.label("availability_counts"),
                                {{"zone", site.view.site().time_zone.name()}}));
  PageData::List weights;
  for (const ViewSeverity& severity : site.view.severities()) {
    const std::string name =
        severity.name.empty() ? severity.label : severity.label + " · " + severity.name;
    weights.emplace_back().text(
        "label",
        fill_text(site.texts.label("availability_weight"),
                  {{"severity", name}, {"percent", fmt::format("{} %", severity.downtime)}}));
  }
  data.list("weights", std::move(weights));
}

// Whole seconds, and one where there was less.
std::chrono::seconds shown_downtime(Downtime down) {
  const auto seconds = std::chrono::round<std::chrono::seconds>(down);
  return down > Downtime(0) ? std::max(seconds, std::chrono::seconds(1)) : seconds;
}

void set_figure(PageData& row, const Site& site, const Availability& figure) {
  row.text("percent", availability_text(site.texts, figure));
  std::optional<PageData> down;
  if (figure.down > Downtime(0)) down = duration_data(site, shown_downtime(figure.down));
  set_optional(row, "down", std::move(down));
}

std::string level_of(const View& view, const DayAvailability& day) {
  std::optional<std::size_t> worst;
  for (const IncidentIndex i : day.incidents) {
    const std::optional<std::size_t>& severity = view.incidents()[i].severity;
    if (severity && (!worst || *severity < *worst)) worst = severity;
  }
  return worst ? std::to_string(*worst + 1) : "unknown";
}

// As _day_strip.mustache draws it: a place for each day that is counted.
PageData strip(const Site& site, const MonthAvailability& month) {
  const auto places = static_cast<double>((month.last - month.first).count() + 1);
  PageData::List days;
  for (const DayAvailability& day : month.down_days) {
    PageData& row = days.emplace_back();
    row.text("x", percent(static_cast<double>((day.day - month.first).count()) / places));
    row.text("width", percent(kShareOfDay / places)).text("level", level_of(site.view, day));
    row.text("label", titled_text(site.texts, date_text(site.texts, Seconds(day.day)),
                                  availability_text(site.texts, day.figure)));
  }
  PageData data;
  data.text("count", fmt::format("{}", places));
  data.text("summary", titled_text(site.texts, month_text(site.texts, month.month),
                                   availability_text(site.texts, month.figure)));
  data.list("days", std::move(days));
  return data;
}

PageData::List month_rows(const Site& site, const ServiceAvailability& figures) {
  PageData::List rows;
  for (const MonthAvailability& month : figures.months) {
    PageData& row = rows.emplace_back();
    row.text("label", month_text(site.texts, month.month));
    set_figure(row, site, month.figure);
    row.group("strip", strip(site, month));
  }
  return rows;
}

PageData::List links_to(const Site& site, const Links& links,
                        const std::vector<IncidentIndex>& incidents, std::size_t most) {
  PageData::List rows;
  for (const IncidentIndex i : incidents) {
    if (rows.size() == most) break;
    set_incident_link(rows.emplace_back(), site, links, site.view.incidents()[i]);
  }
  return rows;
}

// The newest first.
std::optional<PageData> down_days(const Site& site, const Links& links,
                                  const ServiceAvailability& figures) {
  PageData::List rows;
  for (const MonthAvailability& month : figures.months) {
    for (auto day = month.down_days.rbegin(); day != month.down_days.rend(); ++day) {
      PageData& row = rows.emplace_back();
      row.text("machine", to_string(day->day));
      row.text("shown", date_text(site.texts, Seconds(day->day)));
      set_figure(row, site, day->figure);
      row.list("incidents", links_to(site, links, day->incidents, day->incidents.size()));
    }
  }
  if (rows.empty()) return std::nullopt;
  PageData data;
  data.list("rows", std::move(rows));
  return data;
}

std::optional<PageData> left_out(const Site& site, const Links& links,
                                 const ServiceAvailability& figures) {
  if (figures.left_out.empty()) return std::nullopt;
  PageData data;
  data.text("note", counted_text(site.texts, "left_out_of_availability", figures.left_out.size()));
  data.list("rows", links_to(site, links, figures.left_out, kLeftOutNamed));
  return data;
}

}  // namespace

PageData availability_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("availability");
  head.description =
      titled_text(site.texts, site.view.site().title, site.texts.label("availability_by_month"));
  head.crumbs = {{site.texts.label("services"), std::string(kServicesPath)}};
  PageData data = page_frame(site, page, links, head);
  data.text("whole_time", whole_time_text(site, "whole_time"));
  const std::vector<MonthAvailability>& first = site.availability.front().months;
  const std::size_t beside = std::min(kMonthsBeside, first.size());
  PageData::List columns;
  for (std::size_t i = 0; i < beside; ++i) {
    columns.emplace_back().text("label", month_text(site.texts, first[i].month));
  }
  data.list("columns", std::move(columns));
  const bool has_left_out = std::ranges::any_of(
      site.availability, [](const ServiceAvailability& each) { return !each.left_out.empty(); });
  data.flag("has_left_out", has_left_out);
  PageData::List rows;
  for (std::size_t i = 0; i < site.availability.size(); ++i) {
    const ServiceAvailability& figures = site.availability[i];
    const ViewService& service = site.view.services()[i];
    PageData& row = rows.emplace_back();
    row.text("name", service.name).text("href", links.to(service_availability_path(service.key)));
    set_figure(row, site, figures.all);
    row.flag("has_left_out", has_left_out);
    row.text("left_out",
             figures.left_out.empty() ? "" : count_text(site.texts, figures.left_out.size()));
    PageData::List months;
    for (std::size_t m = 0; m < beside; ++m) {
      set_figure(months.emplace_back(), site, figures.months[m].figure);
    }
    row.list("months", std::move(months));
  }
  data.list("rows", std::move(rows));
  data.text("json_href", links.to(kAvailabilityJsonPath));
  set_definition(data, site);
  return data;
}

PageData service_availability_page(const Site& site, const Page& page, const Links& links) {
  const ViewService& service = site.view.services()[page.index];
  const ServiceAvailability& figures = site.availability[page.index];
  PageHead head;
  head.title = fill_text(site.texts.label("availability_of"), {{"service", service.name}});
  head.crumbs = {{site.texts.label("services"), std::string(kServicesPath)},
                 {service.name, service_path(service.key)},
                 {site.texts.label("availability"), std::string(kAvailabilityPath)}};
  PageData data = page_frame(site, page, links, head);
  data.text("whole_time", whole_time_text(site, "whole_time"));
  set_figure(data, site, figures.all);
  data.list("months", month_rows(site, figures));
  set_optional(data, "down_days", down_days(site, links, figures));
  set_optional(data, "left_out", left_out(site, links, figures));
  set_definition(data, site);
  return data;
}

}  // namespace debrief
