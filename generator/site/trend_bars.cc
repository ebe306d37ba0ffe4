// The figures of trends that are drawn as bars.
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "generator/site/chart_places.h"
#include "generator/site/texts.h"
#include "generator/site/trend_figures.h"

namespace debrief {

namespace {

// One kind of incidents in each period, as a part of the bars and as a column of the table.
struct Kind {
  BarSeries series;
  std::function<std::size_t(const PeriodFigures&)> count;
  std::string query = "";  // what the search finds them by; empty: it cannot
};

Kind kind_of(const TrendPage& page, std::string style, std::string_view label,
             std::function<std::size_t(const PeriodFigures&)> count) {
  return {{std::move(style), page.site.texts.label(label)}, std::move(count)};
}

std::vector<BarSeries> series_of(const std::vector<Kind>& kinds) {
  std::vector<BarSeries> series;
  for (const Kind& kind : kinds) series.push_back(kind.series);
  return series;
}

std::vector<StackedBar> bars_of(const TrendPage& page, const std::vector<Kind>& kinds) {
  std::vector<StackedBar> bars;
  for (const PeriodFigures& period : page.shown) {
    StackedBar& bar = bars.emplace_back(StackedBar{period.period, {}});
    for (const Kind& kind : kinds) bar.counts.push_back(kind.count(period));
  }
  return bars;
}

FigureCell cell_of(const TrendPage& page, const Kind& kind, const PeriodFigures& period) {
  std::string href = kind.query.empty() ? "" : search_href(page, kind.query, period.period);
  return count_cell(page.site.texts, kind.count(period), std::move(href));
}

enum class Sum { none, incidents };

// The latest period first: that is what one looks for.
FigureTable table_of(const TrendPage& page, const std::vector<Kind>& kinds, Sum sum,
                     BarLayout layout) {
  const Texts& texts = page.site.texts;
  FigureTable table;
  table.columns.push_back(
      texts.label(page.trends.by == PeriodLength::quarter ? "quarter" : "month"));
  if (sum == Sum::incidents) table.columns.push_back(texts.label("number_of_incidents"));
  for (const Kind& kind : kinds) table.columns.push_back(kind.series.label);
  for (auto period = page.shown.rbegin(); period != page.shown.rend(); ++period) {
    FigureRow& row = table.rows.emplace_back(
        FigureRow{period_text(texts, period->period), period_href(page, *period), {}});
    if (sum == Sum::incidents) {
      row.cells.push_back(count_cell(texts, period->figures.incidents.size()));
    }
    std::size_t all = 0;
    for (const Kind& kind : kinds) all += kind.count(*period);
    for (const Kind& kind : kinds) {
      row.cells.push_back(layout == BarLayout::shares ? share_cell(texts, kind.count(*period), all)
                                                      : cell_of(page, kind, *period));
    }
  }
  return table;
}

void draw(TrendFigure& figure, const TrendPage& page, const std::vector<Kind>& kinds, Sum sum,
          BarLayout layout) {
  figure.draw(series_of(kinds), bars_of(page, kinds), layout);
  figure.put_away(table_of(page, kinds, sum, layout));
}

PageData promptness_figure(const TrendPage& page, std::string_view name,
                           Promptness Figures::*figure) {
  const auto count = [figure](Incidents Promptness::*list) {
    return [figure, list](const PeriodFigures& period) {
      return (period.figures.*figure.*list).size();
    };
  };
  const std::vector<Kind> kinds = {
      kind_of(page, "series-3", "prompt_within", count(&Promptness::within)),
      kind_of(page, "series-2", "prompt_late", count(&Promptness::late)),
      kind_of(page, "series-4", "prompt_not_yet", count(&Promptness::not_yet)),
      kind_of(page, "series-5", "prompt_not_said", count(&Promptness::not_said))};
  TrendFigure result(page, name);
  const Promptness& all = page.all_shown.*figure;
  // Where nobody says when, a drawing of that would tell nothing.
  if (all.within.empty() && all.late.empty() && all.not_yet.empty()) {
    result.note("left_out_prompt", all.not_said.size());
  } else {
    draw(result, page, kinds, Sum::none, BarLayout::stacked);
  }
  result.note("late_incidents", all.late);
  result.note("left_out_in_doubt", all.in_doubt);
  return result.take();
}

}  // namespace

PageData severity_figure(const TrendPage& page) {
  const View& view = page.site.view;
  std::vector<Kind> kinds;
  for (std::size_t i = 0; i < view.severities().size(); ++i) {
    const ViewSeverity& severity = view.severities()[i];
    kinds.push_back(
        {{"level-" + std::to_string(i + 1), severity.label},
         [i](const PeriodFigures& period) { return period.figures.kinds.by_severity[i].size(); },
         "severity:" + severity.key});
  }
  if (view.severities().empty() || !page.all_shown.kinds.without_severity.empty()) {
    kinds.push_back(kind_of(page, "series-5", "without_severity", [](const PeriodFigures& period) {
      return period.figures.kinds.without_severity.size();
    }));
  }
  TrendFigure figure(page, "trend_severities");
  draw(figure, page, kinds, Sum::incidents, BarLayout::stacked);
  figure.note("left_out_undated", page.trends.undated);
  figure.note("left_out_after_today", page.trends.after_today);
  return figure.take();
}

PageData detection_figure(const TrendPage& page) {
  const auto count = [](Incidents DetectionShare::*list) {
    return [list](const PeriodFigures& period) { return (period.figures.detection.*list).size(); };
  };
  const std::vector<Kind> kinds = {
      kind_of(page, "series-1", "detection_alert", count(&DetectionShare::alert)),
      kind_of(page, "series-3", "detection_employee", count(&DetectionShare::employee)),
      kind_of(page, "series-4", "detection_partner", count(&DetectionShare::partner)),
      kind_of(page, "series-2", "detection_customer", count(&DetectionShare::customer))};
  TrendFigure figure(page, "trend_detection");
  if (page.all_shown.detection.said() != 0) {
    draw(figure, page, kinds, Sum::none, BarLayout::shares);
  }
  figure.note("left_out_detection", page.all_shown.detection.not_said);
  return figure.take();
}

PageData recurrence_figure(const TrendPage& page) {
  const std::vector<Kind> kinds = {
      kind_of(
          page, "series-2", "trend_recurring",
          [](const PeriodFigures& period) { return period.figures.recurrence.recurring.size(); }),
      kind_of(page, "series-1", "trend_new", [](const PeriodFigures& period) {
        return period.figures.recurrence.first_time.size();
      })};
  TrendFigure figure(page, "trend_recurrence");
  draw(figure, page, kinds, Sum::none, BarLayout::stacked);
  figure.note("recurring_incidents", page.all_shown.recurrence.recurring);
  figure.more("repeat_list", kRepeatsPath);
  return figure.take();
}

std::optional<PageData> action_figure(const TrendPage& page) {
  if (page.site.register_items.empty()) return std::nullopt;
  const std::vector<Kind> kinds = {
      kind_of(page, "series-1", "trend_opened",
              [](const PeriodFigures& period) { return period.actions.opened.size(); }),
      kind_of(page, "series-3", "trend_closed",
              [](const PeriodFigures& period) { return period.actions.closed.size(); })};
  TrendFigure figure(page, "trend_actions");
  draw(figure, page, kinds, Sum::none, BarLayout::side_by_side);
  figure.note("left_out_done_without_day", page.trends.actions.without_day.size());
  figure.note("left_out_done_outside", page.trends.actions.outside.size());
  figure.note("left_out_actions", page.trends.actions.without_period.size());
  figure.more("actions", kActionsPath);
  return figure.take();
}

PageData review_figure(const TrendPage& page) {
  return promptness_figure(page, "trend_reviews", &Figures::reviews);
}

PageData publication_figure(const TrendPage& page) {
  return promptness_figure(page, "trend_publications", &Figures::publications);
}

}  // namespace debrief
