#include "generator/site/range_chart.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include "generator/site/chart_places.h"

namespace debrief {

namespace {

using std::chrono::seconds;

// Pixels from the top.
constexpr std::size_t kTop = 18;
constexpr std::size_t kPlotHeight = 150;
constexpr std::size_t kBase = kTop + kPlotHeight;

constexpr double kLeft = 0.08;  // of the width: room for the labels of the scale

// What the scale may begin and end with, and what is labelled on it.
constexpr std::array kTicks = {seconds(std::chrono::minutes(1)), seconds(std::chrono::minutes(10)),
                               seconds(std::chrono::hours(1)),   seconds(std::chrono::hours(6)),
                               seconds(std::chrono::days(1)),    seconds(std::chrono::days(7)),
                               seconds(std::chrono::days(30)),   seconds(std::chrono::days(365))};

struct Scale {
  seconds low, high;  // of kTicks

  std::size_t y_of(seconds time) const {
    const auto logarithm = [](seconds each) { return std::log(static_cast<double>(each.count())); };
    const double share = (logarithm(std::clamp(time, low, high)) - logarithm(low)) /
                         (logarithm(high) - logarithm(low));
    return kBase - static_cast<std::size_t>(std::lround(share * kPlotHeight));
  }
};

// Absent if there is nothing to show.
std::optional<Scale> scale_of(const std::vector<RangeColumn>& columns) {
  std::optional<seconds> shortest, longest;
  for (const auto& [period, figure] : columns) {
    if (!figure) continue;
    shortest = std::min(shortest.value_or(figure->median), figure->median);
    longest = std::max(longest.value_or(figure->percentile_90), figure->percentile_90);
  }
  if (!shortest) return std::nullopt;
  std::size_t low = 0;
  while (low + 2 < kTicks.size() && kTicks[low + 1] <= *shortest) ++low;
  std::size_t high = low + 1;
  while (high + 1 < kTicks.size() && kTicks[high] < *longest) ++high;
  return Scale{kTicks[low], kTicks[high]};
}

PageData::List tick_rows(const Texts& texts, const Scale& scale) {
  PageData::List rows;
  for (const seconds tick : kTicks) {
    if (tick < scale.low || tick > scale.high) continue;
    const std::size_t y = scale.y_of(tick);
    PageData& row = rows.emplace_back();
    row.text("y", std::to_string(y)).text("label_y", std::to_string(y - 4));
    row.text("label", duration_text(texts, tick));
  }
  return rows;
}

}  // namespace

std::optional<PageData> range_chart(const Texts& texts, std::string title, std::string description,
                                    const std::vector<RangeColumn>& columns) {
  const std::optional<Scale> scale = scale_of(columns);
  if (!scale) return std::nullopt;
  const double place = (1 - kLeft) * column_width(columns.size());
  PageData::List drawn;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::optional<TimeFigure>& figure = columns[i].figure;
    PageData& data = drawn.emplace_back();
    set_axis_labels(data, texts, columns[i].period, i == 0 ? nullptr : &columns[i - 1].period,
                    kLeft + place * (static_cast<double>(i) + 0.5), kBase);
    data.flag("has_figure", figure.has_value());
    data.text("median_y", figure ? std::to_string(scale->y_of(figure->median)) : "");
    data.text("percentile_90_y", figure ? std::to_string(scale->y_of(figure->percentile_90)) : "");
  }
  PageData data;
  data.text("title", std::move(title)).text("description", std::move(description));
  data.text("height", std::to_string(kBase + kAxisHeight)).text("base_y", std::to_string(kBase));
  data.list("ticks", tick_rows(texts, *scale)).list("columns", std::move(drawn));
  return data;
}

}  // namespace debrief
