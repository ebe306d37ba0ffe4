#include "generator/site/time_table.h"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "generator/insight/time_figures.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::size_t kWorthCounting = 2;  // incidents; of one, its own page says as much

// Of minutes and more, seconds say nothing.
std::chrono::seconds rounded(std::chrono::seconds duration) {
  if (duration < std::chrono::minutes(1)) return duration;
  return std::chrono::floor<std::chrono::minutes>(duration);
}

void add_row(PageData::List& rows, const Site& site, std::string_view label,
             const std::optional<TimeFigure>& figure) {
  if (!figure || figure->count < kWorthCounting) return;
  PageData& row = rows.emplace_back();
  row.text("label", site.texts.label(label));
  row.group("median", duration_data(site, rounded(figure->median)));
  row.group("percentile_90", duration_data(site, rounded(figure->percentile_90)));
  row.text("count", count_text(site.texts, figure->count));
}

}  // namespace

std::optional<PageData> time_table(const Site& site, const IncidentList& incidents) {
  const TimeFigures figures = time_figures(site.view, incidents);
  PageData::List rows;
  add_row(rows, site, "detected", figures.to_detect);
  add_row(rows, site, "acknowledged", figures.to_acknowledge);
  add_row(rows, site, "mitigated", figures.to_mitigate);
  add_row(rows, site, "resolved", figures.to_resolve);
  if (rows.empty()) return std::nullopt;
  PageData data;
  data.list("rows", std::move(rows));
  data.text("note", figures.in_doubt == 0
                        ? ""
                        : counted_text(site.texts, "left_out_of_times", figures.in_doubt));
  return data;
}

}  // namespace debrief
