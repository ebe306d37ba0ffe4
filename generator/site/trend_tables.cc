// The figures of trends that are tables.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "generator/base/escape.h"
#include "generator/site/chart_places.h"
#include "generator/site/texts.h"
#include "generator/site/trend_figures.h"

namespace debrief {

namespace {

constexpr std::size_t kRowsShown = 12;
constexpr std::size_t kTriggersShown = 10;

using Lists = std::vector<Incidents> KindCounts::*;

// Those of most incidents first, in the order of the view among equals; none without.
std::vector<std::size_t> most_frequent(const TrendPage& page, Lists lists,
                                       const std::vector<std::size_t>& among) {
  std::vector<std::size_t> order;
  const auto count = [&](std::size_t i) { return (page.all_shown.kinds.*lists)[i].size(); };
  std::ranges::copy_if(among, std::back_inserter(order),
                       [&](std::size_t i) { return count(i) != 0; });
  std::ranges::stable_sort(order, std::ranges::greater(), count);
  return order;
}

// "service:pool"; what is more than one word is quoted.
std::string filter(std::string_view field, const std::string& key) {
  const bool is_word = key.find(' ') == std::string::npos;
  return is_word ? fmt::format("{}:{}", field, key) : fmt::format("{}:\"{}\"", field, key);
}

struct HeatRow {
  std::string label, href, query;
  std::size_t place = 0;  // in the lists
};

// A row for each, a column for each period.
FigureTable heat_table(const TrendPage& page, std::string_view column,
                       const std::vector<HeatRow>& rows, Lists lists) {
  const Texts& texts = page.site.texts;
  FigureTable table;
  table.columns.push_back(texts.label(column));
  std::size_t largest = 1;
  for (const PeriodFigures& period : page.shown) {
    table.columns.push_back(
        fmt::format("{} {}", short_period_text(texts, period.period), period.period.year));
    for (const HeatRow& row : rows) {
      largest = std::max(largest, (period.figures.kinds.*lists)[row.place].size());
    }
  }
  table.columns.push_back(texts.label("total"));
  for (const HeatRow& row : rows) {
    FigureRow& data = table.rows.emplace_back(FigureRow{row.label, row.href, {}, true});
    for (const PeriodFigures& period : page.shown) {
      data.cells.push_back(heat_cell(texts, (period.figures.kinds.*lists)[row.place].size(),
                                     largest, search_href(page, row.query, period.period)));
    }
    data.cells.push_back(count_cell(
        texts, (page.all_shown.kinds.*lists)[row.place].size(),
        search_href(page, row.query, page.shown.front().period, page.shown.back().period)));
  }
  return table;
}

std::optional<PageData> heat_figure(const TrendPage& page, std::string_view name,
                                    std::string_view column, std::vector<HeatRow> rows, Lists lists,
                                    const Incidents& without, std::string_view all_label,
                                    std::string_view all_path) {
  if (rows.empty()) return std::nullopt;
  const std::size_t left = rows.size() - std::min(rows.size(), kRowsShown);
  rows.resize(rows.size() - left);
  TrendFigure figure(page, name);
  figure.show(heat_table(page, column, rows, lists));
  figure.note("rows_left_out", left);
  figure.note(std::string("left_out_") + std::string(column), without);
  figure.more(all_label, all_path);
  return figure.take();
}

std::string days_text(const Texts& texts, const QuietSpell& spell) {
  return counted_text(texts, "day_count", static_cast<std::size_t>(spell.length().count()));
}

FigureCell spell_cell(const TrendPage& page, const QuietSpell& spell) {
  const Texts& texts = page.site.texts;
  const std::string to = spell.next ? date_text(texts, spell.to) : texts.label("today");
  return {days_text(texts, spell),
          fill_text(texts.label("from_to"), {{"from", date_text(texts, spell.from)}, {"to", to}}),
          page.links.to(incident_path(page.site.view.incidents()[spell.after].slug))};
}

std::vector<std::size_t> all_of(std::size_t count) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

}  // namespace

std::optional<PageData> cause_figure(const TrendPage& page) {
  const std::vector<ViewCause>& causes = page.site.view.causes();
  std::vector<std::size_t> categories = all_of(causes.size());
  std::erase_if(categories, [&](std::size_t i) { return causes[i].parent.has_value(); });
  std::vector<HeatRow> rows;
  for (const std::size_t i : most_frequent(page, &KindCounts::by_cause, categories)) {
    rows.push_back({causes[i].name, page.links.to(cause_path(causes[i].key)),
                    filter("cause", causes[i].key), i});
  }
  return heat_figure(page, "trend_causes", "cause", std::move(rows), &KindCounts::by_cause,
                     page.all_shown.kinds.without_cause, "all_causes", kCausesPath);
}

std::optional<PageData> service_figure(const TrendPage& page) {
  const std::vector<ViewService>& services = page.site.view.services();
  std::vector<HeatRow> rows;
  for (const std::size_t i :
       most_frequent(page, &KindCounts::by_service, all_of(services.size()))) {
    rows.push_back({services[i].name, page.links.to(service_path(services[i].key)),
                    filter("service", services[i].key), i});
  }
  return heat_figure(page, "trend_services", "service", std::move(rows), &KindCounts::by_service,
                     page.all_shown.kinds.without_service, "all_services", kServicesPath);
}

std::optional<PageData> trigger_figure(const TrendPage& page) {
  const Texts& texts = page.site.texts;
  FigureTable table;
  table.columns = {texts.label("trigger"), texts.label("number_of_incidents"),
                   texts.label("latest")};
  for (const TriggerCount& each : page.all_shown.kinds.by_trigger) {
    if (each.incidents.size() < 2 || table.rows.size() == kTriggersShown) break;
    const ViewIncident& latest = page.site.view.incidents()[each.incidents.front()];
    table.rows.push_back(
        {each.trigger,
         page.links.to(kSearchPath) + "?q=" + encode_path("\"" + each.trigger + "\""),
         {count_cell(texts, each.incidents.size()),
          {date_text(texts, *latest.started), "", page.links.to(incident_path(latest.slug))}},
         true});
  }
  if (table.rows.empty()) return std::nullopt;
  TrendFigure figure(page, "trend_triggers");
  figure.show(std::move(table));
  figure.note("left_out_trigger", page.all_shown.kinds.without_trigger);
  return figure.take();
}

std::optional<PageData> quiet_figure(const TrendPage& page) {
  const Texts& texts = page.site.texts;
  std::vector<ServiceQuiet> quiet = page.trends.quiet;
  if (quiet.empty()) return std::nullopt;
  // Those that were quiet for the shortest time ask for most.
  std::ranges::stable_sort(quiet, {},
                           [](const ServiceQuiet& each) { return each.longest.length(); });
  FigureTable table;
  table.columns = {texts.label("service"), texts.label("quiet_longest"),
                   texts.label("quiet_present")};
  for (const ServiceQuiet& each : quiet) {
    if (table.rows.size() == 2 * kRowsShown) break;
    const ViewService& service = page.site.view.services()[each.service];
    table.rows.push_back(
        {service.name,
         page.links.to(service_path(service.key)),
         {spell_cell(page, each.longest), each.present ? FigureCell{days_text(texts, *each.present)}
                                                       : FigureCell{texts.label("open")}},
         true});
  }
  TrendFigure figure(page, "trend_quiet");
  const std::size_t left = quiet.size() - table.rows.size();
  figure.show(std::move(table));
  figure.note("rows_left_out", left);
  figure.more("all_services", kServicesPath);
  return figure.take();
}

}  // namespace debrief
