#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/base/escape.h"
#include "generator/insight/trends_json.h"
#include "generator/site/chart_places.h"
#include "generator/site/optional_data.h"
#include "generator/site/texts.h"
#include "generator/site/trend_figures.h"

namespace debrief {

namespace {

constexpr std::size_t kIncidentsNamed = 8;

}  // namespace

std::string search_href(const TrendPage& page, std::string_view query, const Period& period) {
  return search_href(page, query, period, period);
}

std::string search_href(const TrendPage& page, std::string_view query, const Period& first,
                        const Period& last) {
  // What starts after today is not counted.
  const Day end = std::min(last.last_day(), page.trends.today);
  const std::string range = to_string(first.first_day()) + ".." + to_string(end);
  const std::string all = query.empty() ? range : fmt::format("{} {}", query, range);
  return page.links.to(kSearchPath) + "?q=" + encode_path(all);
}

std::string period_href(const TrendPage& page, const PeriodFigures& period) {
  if (period.figures.incidents.empty()) return "";
  const Period& when = period.period;
  return when.length == PeriodLength::quarter ? page.links.to(quarter_path(when.year, when.number))
                                              : search_href(page, "", when);
}

std::string drawn_text(const TrendPage& page) {
  const Texts& texts = page.site.texts;
  if (page.shown.size() == 1) {
    return titled_text(texts, period_text(texts, page.shown.front().period),
                       incident_count_text(texts, page.all_shown.incidents.size()));
  }
  return fill_text(texts.label("trend_description"),
                   {{"count", incident_count_text(texts, page.all_shown.incidents.size())},
                    {"from", period_text(texts, page.shown.front().period)},
                    {"to", period_text(texts, page.shown.back().period)}});
}

TrendFigure::TrendFigure(const TrendPage& page, std::string_view name)
    : page_(page), title_(page.site.texts.label(name)) {
  data_.text("id", std::string(name)).text("title", title_);
  data_.text("meaning", page.site.texts.label(fmt::format("{}_meaning", name)));
  data_.text("definition_href", fmt::format("{}#{}", page.links.to(kDefinitionsPath), name));
}

void TrendFigure::draw(const std::vector<BarSeries>& series, const std::vector<StackedBar>& bars,
                       BarLayout layout) {
  bars_ = stacked_bars(page_.site.texts, title_, drawn_text(page_), series, bars, layout);
}

void TrendFigure::draw(std::optional<PageData> ranges) {
  ranges_ = std::move(ranges);
}

void TrendFigure::put_away(FigureTable table) {
  table_ = table_data(std::move(table));
}

void TrendFigure::show(FigureTable table) {
  put_away(std::move(table));
  is_table_first_ = true;
}

void TrendFigure::note(std::string_view name, std::size_t count) {
  add_note(name, count, {});
}

void TrendFigure::note(std::string_view name, const Incidents& incidents) {
  add_note(name, incidents.size(), incidents);
}

void TrendFigure::add_note(std::string_view name, std::size_t count, const Incidents& incidents) {
  if (count == 0) return;
  const View& view = page_.site.view;
  PageData::List rows;
  for (const IncidentIndex i : incidents) {
    if (rows.size() == kIncidentsNamed) break;
    PageData& row = rows.emplace_back();
    row.text("name", traced_name(view, i));
    row.text("href", page_.links.to(incident_path(view.incidents()[i].slug)));
  }
  PageData& note = notes_.emplace_back();
  note.text("note", counted_text(page_.site.texts, name, count));
  note.flag("has_more", rows.size() < incidents.size());
  note.flag("has_incidents", !rows.empty());
  note.list("incidents", std::move(rows));
}

void TrendFigure::more(std::string_view label_name, std::string_view path) {
  more_.emplace();
  more_->text("label", page_.site.texts.label(label_name)).text("href", page_.links.to(path));
}

PageData TrendFigure::take() {
  set_optional(data_, "bars", std::move(bars_));
  set_optional(data_, "ranges", std::move(ranges_));
  data_.flag("has_table", table_.has_value());
  set_optional(data_, "table", std::move(table_));
  data_.flag("is_table_first", is_table_first_).list("notes", std::move(notes_));
  set_optional(data_, "more", std::move(more_));
  return std::move(data_);
}

}  // namespace debrief
