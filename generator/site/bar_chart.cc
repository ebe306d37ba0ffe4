#include "generator/site/bar_chart.h"

#include "generator/site/chart_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace debrief {

namespace {

// Pixels from the top.
constexpr std::size_t kTop = 18;  // room for the count above the tallest bar
constexpr std::size_t kBarHeight = 72;
constexpr std::size_t kBase = kTop + kBarHeight;
constexpr std::size_t kLabel = kBase + 16;
constexpr std::size_t kGroup = kLabel + 15;
constexpr std::size_t kHeight = kGroup + 6;

constexpr double kShareOfBar = 0.7;  // of its place; the rest is the gap to the next one

// Rounded up, so that even one of thousands can be seen.
std::size_t height_of(std::size_t count, std::size_t largest) {
  return (count * kBarHeight + largest - 1) / largest;
}

}  // namespace

PageData bar_chart(const Texts& texts, ChartText text, const std::vector<Bar>& bars) {
  const std::size_t largest =
      std::max<std::size_t>(1, std::ranges::max(bars, {}, &Bar::count).count);
  const double place = 1.0 / static_cast<double>(bars.size());
  PageData::List drawn;
  PageData::List rows;
  std::string group;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const std::size_t height = height_of(bar.count, largest);
    const double left = place * static_cast<double>(i);
    PageData& data = drawn.emplace_back();
    data.text("x", percent(left + place * (1 - kShareOfBar) / 2));
    data.text("width", percent(place * kShareOfBar));
    data.text("middle", percent(left + place / 2));
    data.text("y", std::to_string(kBase - height)).text("height", std::to_string(height));
    data.text("count", bar.count == 0 ? "" : count_text(texts, bar.count));
    data.text("count_y", std::to_string(kBase - height - 5));
    data.text("label", bar.axis_label).text("label_y", std::to_string(kLabel));
    data.text("group", bar.axis_group == group ? "" : bar.axis_group);
    data.text("group_y", std::to_string(kGroup));
    group = bar.axis_group;
    rows.emplace_back().text("label", bar.label).text("count", count_text(texts, bar.count));
  }
  PageData data;
  data.text("title", std::move(text.title)).text("description", std::move(text.description));
  data.text("column", std::move(text.column));
  data.text("height", std::to_string(kHeight)).text("base_y", std::to_string(kBase));
  data.list("bars", std::move(drawn)).list("rows", std::move(rows));
  return data;
}

}  // namespace debrief
