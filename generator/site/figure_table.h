// A table of figures, of which each cell may lead to the incidents behind it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/page_data.h"
#include "generator/site/texts.h"

namespace debrief {

struct FigureCell {
  std::string text;
  std::string note = "";   // said beside it, softly
  std::string href = "";   // empty: leads nowhere
  std::string style = "";  // "heat-3"
};

struct FigureRow {
  std::string label;
  std::string href;  // empty: leads nowhere
  std::vector<FigureCell> cells;
  bool is_own = false;  // the label is a text of the knowledge base
};

struct FigureTable {
  std::vector<std::string> columns;  // the first is that of the labels
  std::vector<FigureRow> rows;
};

// "12", leading to `href`; "0" leads nowhere.
FigureCell count_cell(const Texts& texts, std::size_t count, std::string href = "");
// "3" and "60 %".
FigureCell share_cell(const Texts& texts, std::size_t part, std::size_t all);
// As count_cell, in a stronger colour the more there are: heat-1 to heat-5, which is for `largest`.
FigureCell heat_cell(const Texts& texts, std::size_t count, std::size_t largest, std::string href);

// {columns: [{label}], rows: [{label, href, is_own, cells: [{value, note, href, style}]}]}
PageData table_data(FigureTable table);

}  // namespace debrief
