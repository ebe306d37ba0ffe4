#include "generator/site/figure_table.h"

#include <algorithm>

namespace debrief {

namespace {

constexpr std::size_t kHeatLevels = 5;

}  // namespace

FigureCell count_cell(const Texts& texts, std::size_t count, std::string href) {
  return {count_text(texts, count), "", count == 0 ? "" : std::move(href), ""};
}

FigureCell share_cell(const Texts& texts, std::size_t part, std::size_t all) {
  // 100 only when it is all.
  const std::size_t rounded = all == 0 ? 0 : (200 * part + all) / (2 * all);
  const std::size_t share = part == all ? rounded : std::min<std::size_t>(rounded, 99);
  return {count_text(texts, part), part == 0 ? "" : std::to_string(share) + " %", "", ""};
}

FigureCell heat_cell(const Texts& texts, std::size_t count, std::size_t largest, std::string href) {
  FigureCell cell = count_cell(texts, count, std::move(href));
  const std::size_t level = (count * kHeatLevels + largest - 1) / std::max<std::size_t>(1, largest);
  cell.style = "heat-" + std::to_string(level);
  return cell;
}

PageData table_data(FigureTable table) {
  PageData::List columns;
  for (std::string& column : table.columns) columns.emplace_back().text("label", std::move(column));
  PageData::List rows;
  for (FigureRow& each : table.rows) {
    PageData::List cells;
    for (FigureCell& cell : each.cells) {
      PageData& data = cells.emplace_back();
      data.text("value", std::move(cell.text)).text("note", std::move(cell.note));
      data.text("href", std::move(cell.href)).text("style", std::move(cell.style));
    }
    PageData& row = rows.emplace_back();
    row.text("label", std::move(each.label)).text("href", std::move(each.href));
    row.flag("is_own", each.is_own).list("cells", std::move(cells));
  }
  PageData data;
  data.list("columns", std::move(columns)).list("rows", std::move(rows));
  return data;
}

}  // namespace debrief
