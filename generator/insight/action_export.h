// Action items for other programs. The formats are described in README.md of this folder and are
// kept stable.
#pragma once

#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/insight/action_register.h"
#include "generator/view/view.h"

namespace debrief {

std::string actions_json(const View& view, const std::vector<RegisterItem>& items, Day today);

// RFC 4180, with a head. A text that a spreadsheet would take for a formula has an apostrophe in
// front.
std::string actions_csv(const View& view, const std::vector<RegisterItem>& items);

// An iCalendar (RFC 5545) with an event for the day on which each open item is due; those without
// a day are not in it. An event keeps its UID as long as text and incident stay the same.
std::string actions_calendar(const View& view, const std::vector<RegisterItem>& items, Day today);

}  // namespace debrief
