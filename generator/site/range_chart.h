// How long things took over time, drawn as a dot for the median and a line up to the 90th
// percentile.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/insight/period.h"
#include "generator/insight/time_figures.h"
#include "generator/site/page_data.h"
#include "generator/site/texts.h"

namespace debrief {

struct RangeColumn {
  Period period;
  std::optional<TimeFigure> figure;  // absent: nothing is drawn
};

// The scale is logarithmic: minutes and days are on one drawing. What is shorter than a minute is
// drawn as one. {title, description, height, base_y, ticks: [{y, label, label_y}], columns:
// [{has_figure, median_y, percentile_90_y, and the labels of the axis (chart_places.h)}]}. Absent
// if no column has a figure.
std::optional<PageData> range_chart(const Texts& texts, std::string title, std::string description,
                                    const std::vector<RangeColumn>& columns);

}  // namespace debrief
