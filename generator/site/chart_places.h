// Places along charts that have a column for each period of time, as numbers of per cent of the
// width, so that a drawing fits every screen.
#pragma once

#include <cstddef>
#include <string>

#include "generator/insight/period.h"
#include "generator/site/page_data.h"
#include "generator/site/texts.h"

namespace debrief {

std::string percent(double share);  // 0.125: "12.50%"

std::string period_text(const Texts& texts, const Period& period);        // "Q1 2026", "May 2026"
std::string short_period_text(const Texts& texts, const Period& period);  // "Q1", "May"

// Sets what stands below a column: `middle`, `label`, `label_y`, `group` (the year, where another
// begins; `before` is the period of the column before, or null), `group_y` and `is_extra`: the
// label has no room on narrow screens. `base` is where the axis is, in pixels from the top.
void set_axis_labels(PageData& data, const Texts& texts, const Period& period, const Period* before,
                     double middle, std::size_t base);

// How much of the width a column has: a few are not drawn wider than six would be.
double column_width(std::size_t columns);

// From the axis to the lower edge of the drawing.
inline constexpr std::size_t kAxisHeight = 37;

}  // namespace debrief
