// How long it took, over time.
#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "generator/site/chart_places.h"
#include "generator/site/range_chart.h"
#include "generator/site/texts.h"
#include "generator/site/trend_figures.h"

namespace debrief {

namespace {

// Of minutes and more, seconds say nothing.
std::string shown(const Texts& texts, std::chrono::seconds time) {
  return duration_text(texts, time < std::chrono::minutes(1)
                                  ? time
                                  : std::chrono::floor<std::chrono::minutes>(time));
}

// "46 min – 1 h 2 min", of 3; of one, once.
FigureCell time_cell(const Texts& texts, const PhaseDuration& time) {
  if (!time.figure) return {"–"};
  const std::string median = shown(texts, time.figure->median);
  const std::string count =
      fill_text(texts.label("of_count"), {{"count", count_text(texts, time.figure->count)}});
  if (time.figure->count == 1) return {median, count};
  return {fill_text(texts.label("from_to"),
                    {{"from", median}, {"to", shown(texts, time.figure->percentile_90)}}),
          count};
}

}  // namespace

PageData time_figure(const TrendPage& page) {
  const Texts& texts = page.site.texts;
  FigureTable table;
  table.columns = {texts.label(page.trends.by == PeriodLength::quarter ? "quarter" : "month"),
                   texts.label("resolved"), texts.label("detected"), texts.label("acknowledged"),
                   texts.label("mitigated")};
  std::vector<RangeColumn> columns;
  for (const PeriodFigures& period : page.shown) {
    columns.push_back({period.period, period.figures.times.to_resolve.figure});
  }
  for (auto period = page.shown.rbegin(); period != page.shown.rend(); ++period) {
    const PhaseDurations& times = period->figures.times;
    table.rows.push_back(
        {period_text(texts, period->period),
         period_href(page, *period),
         {time_cell(texts, times.to_resolve), time_cell(texts, times.to_detect),
          time_cell(texts, times.to_acknowledge), time_cell(texts, times.to_mitigate)}});
  }
  TrendFigure figure(page, "trend_times");
  figure.draw(range_chart(texts, texts.label("trend_times"), drawn_text(page), columns));
  figure.put_away(std::move(table));
  const PhaseDurations& times = page.all_shown.times;
  figure.note("left_out_in_doubt", times.in_doubt);
  figure.note("left_out_open", times.to_resolve.open);
  figure.note("left_out_without_times", times.to_resolve.not_said);
  return figure.take();
}

}  // namespace debrief
