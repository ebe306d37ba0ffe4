#include "generator/site/trend.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/insight/quarter_counts.h"
#include "generator/site/bar_chart.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kQuarters = 12;
constexpr std::size_t kWorthDrawing = 3;  // incidents; fewer show no course of things

}  // namespace

std::optional<PageData> trend(const Site& site, const IncidentList& incidents) {
  const std::vector<QuarterCount> counts =
      quarter_counts(site.view, incidents, site.today, kQuarters);
  std::size_t total = 0;
  std::vector<Bar> bars;
  for (const auto& [quarter, count] : counts) {
    total += count;
    bars.push_back({quarter_text(site.texts, quarter.year, quarter.number),
                    short_quarter_text(site.texts, quarter.number), std::to_string(quarter.year),
                    count});
  }
  if (total < kWorthDrawing) return std::nullopt;
  ChartText text;
  text.title = site.texts.label("by_quarter");
  text.description = fill_text(site.texts.label("trend_description"),
                               {{"count", incident_count_text(site.texts, total)},
                                {"from", bars.front().label},
                                {"to", bars.back().label}});
  text.column = site.texts.label("quarter");
  return bar_chart(site.texts, std::move(text), bars);
}

}  // namespace debrief
