#include "generator/site/stacked_bars.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "generator/site/chart_places.h"

namespace debrief {

namespace {

// Pixels from the top.
constexpr std::size_t kTop = 18;  // room for the number above the tallest bar
constexpr std::size_t kBarHeight = 120;
constexpr std::size_t kBase = kTop + kBarHeight;

constexpr double kShareOfBar = 0.7;  // of its place; the rest is the gap to the next one

std::size_t total_of(const StackedBar& bar) {
  return std::accumulate(bar.counts.begin(), bar.counts.end(), std::size_t{0});
}

std::size_t height_of(const StackedBar& bar, BarLayout layout) {
  return layout == BarLayout::side_by_side ? std::ranges::max(bar.counts) : total_of(bar);
}

// What is as high as the drawing.
std::size_t full_count(const StackedBar& bar, BarLayout layout, std::size_t largest) {
  return std::max<std::size_t>(1, layout == BarLayout::shares ? total_of(bar) : largest);
}

void add_part(PageData::List& parts, const std::string& style, double x, double width,
              std::size_t from, std::size_t to) {
  PageData& part = parts.emplace_back();
  part.text("style", style).text("x", percent(x)).text("width", percent(width));
  part.text("y", std::to_string(kBase - to)).text("height", std::to_string(to - from));
}

PageData::List parts_of(const StackedBar& bar, const std::vector<BarSeries>& series,
                        BarLayout layout, std::size_t full, double left, double width) {
  PageData::List parts;
  // Rounded up, so that even one of thousands can be seen.
  const auto pixels = [full](std::size_t count) { return (count * kBarHeight + full - 1) / full; };
  std::size_t below = 0;
  const double each = width / static_cast<double>(bar.counts.size());
  for (std::size_t i = 0; i < bar.counts.size(); ++i) {
    if (bar.counts[i] == 0) continue;
    if (layout == BarLayout::side_by_side) {
      add_part(parts, series[i].style, left + each * static_cast<double>(i), each, 0,
               pixels(bar.counts[i]));
    } else {
      add_part(parts, series[i].style, left, width, pixels(below), pixels(below + bar.counts[i]));
      below += bar.counts[i];
    }
  }
  return parts;
}

}  // namespace

PageData stacked_bars(const Texts& texts, std::string title, std::string description,
                      const std::vector<BarSeries>& series, const std::vector<StackedBar>& bars,
                      BarLayout layout) {
  std::size_t largest = 1;
  for (const StackedBar& bar : bars) largest = std::max(largest, height_of(bar, layout));
  const double place = column_width(bars.size());
  PageData::List drawn;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const StackedBar& bar = bars[i];
    const double left = place * static_cast<double>(i);
    const std::size_t full = full_count(bar, layout, largest);
    const std::size_t height = (height_of(bar, layout) * kBarHeight + full - 1) / full;
    PageData& data = drawn.emplace_back();
    set_axis_labels(data, texts, bar.period, i == 0 ? nullptr : &bars[i - 1].period,
                    left + place / 2, kBase);
    const std::size_t total = total_of(bar);
    const bool is_numbered = total != 0 && layout != BarLayout::side_by_side;
    data.text("total", is_numbered ? count_text(texts, total) : "");
    data.text("total_y", std::to_string(kBase - height - 5));
    data.list("parts", parts_of(bar, series, layout, full, left + place * (1 - kShareOfBar) / 2,
                                place * kShareOfBar));
  }
  PageData::List key;
  for (const BarSeries& each : series) {
    key.emplace_back().text("style", each.style).text("label", each.label);
  }
  PageData data;
  data.text("title", std::move(title)).text("description", std::move(description));
  data.text("height", std::to_string(kBase + kAxisHeight)).text("base_y", std::to_string(kBase));
  data.list("key", std::move(key)).list("bars", std::move(drawn));
  return data;
}

}  // namespace debrief
