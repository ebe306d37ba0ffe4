// Counts over time, drawn as bars, with the same as a table.
//
// Places are in per cent of the width and in pixels from the top, and there is no viewBox: the
// drawing fits every screen, and its text keeps its size.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/site/page_data.h"
#include "generator/site/texts.h"

namespace debrief {

struct Bar {
  std::string label;       // of the table: "Q1 2026"
  std::string axis_label;  // below the bar: "Q1"
  std::string axis_group;  // below that, where it changes: "2026"
  std::size_t count = 0;
};

// What the chart is of, in words: the heading and, for those who do not see it, what it shows.
struct ChartText {
  std::string title;
  std::string description;
  std::string column;  // the head of the table's first column
};

// {title, description, column, height, base_y, bars: [{x, width, middle, y, height, count, count_y,
// label, label_y, group, group_y}], rows: [{label, count}]}. Requires: there are bars.
PageData bar_chart(const Texts& texts, ChartText text, const std::vector<Bar>& bars);

}  // namespace debrief
