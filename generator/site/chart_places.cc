#include "generator/site/chart_places.h"

#include <fmt/format.h>

#include <algorithm>

namespace debrief {

std::string percent(double share) {
  return fmt::format("{:.2f}%", 100 * share);
}

double column_width(std::size_t columns) {
  return 1.0 / static_cast<double>(std::max<std::size_t>(columns, 6));
}

std::string period_text(const Texts& texts, const Period& period) {
  return period.length == PeriodLength::quarter
             ? quarter_text(texts, period.year, period.number)
             : month_text(texts, Month{period.year, period.number});
}

std::string short_period_text(const Texts& texts, const Period& period) {
  return period.length == PeriodLength::quarter
             ? short_quarter_text(texts, period.number)
             : texts.label(fmt::format("month_short_{}", period.number));
}

void set_axis_labels(PageData& data, const Texts& texts, const Period& period, const Period* before,
                     double middle, std::size_t base) {
  const bool begins_year = before == nullptr || before->year != period.year;
  data.text("middle", percent(middle));
  data.text("label", short_period_text(texts, period)).text("label_y", std::to_string(base + 16));
  data.text("group", begins_year ? std::to_string(period.year) : "");
  data.text("group_y", std::to_string(base + 31));
  data.flag("is_extra", period.length == PeriodLength::month && period.number % 3 != 1);
}

}  // namespace debrief
