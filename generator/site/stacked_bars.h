// Counts of several kinds over time, drawn as bars with a part for each kind.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/insight/period.h"
#include "generator/site/page_data.h"
#include "generator/site/texts.h"

namespace debrief {

// One kind of what is counted: a colour of the style sheet, and what it stands for.
struct BarSeries {
  std::string style;  // "level-1", "series-2"
  std::string label;
};

struct StackedBar {
  Period period;
  std::vector<std::size_t> counts;  // one a series
};

enum class BarLayout {
  stacked,       // on top of each other, to scale
  shares,        // the same, but each bar is as high as the others: 100 %
  side_by_side,  // to scale
};

// {title, description, height, base_y, key: [{style, label}], bars: [{middle, total (empty for
// none), total_y, parts: [{style, x, width, y, height}], and the labels of the axis
// (chart_places.h)}]}. Requires: there are bars.
PageData stacked_bars(const Texts& texts, std::string title, std::string description,
                      const std::vector<BarSeries>& series, const std::vector<StackedBar>& bars,
                      BarLayout layout);

}  // namespace debrief
