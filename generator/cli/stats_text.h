// The trends as tables for the terminal. For other programs there is JSON.
#pragma once

#include <string>

#include "generator/insight/trends.h"
#include "generator/view/view.h"

namespace debrief {

std::string stats_text(const View& view, const Trends& trends);

}  // namespace debrief
