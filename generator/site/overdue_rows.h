// Action items that are overdue, as rows of a list.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {count ("12 overdue action items"), rows: [{item, owner (may be empty), priority (may be empty),
// due (time of a day), overdue ("3 days late"), title, href (of the incident)}], more ("7 more", or
// empty), href (of the register)}: the longest overdue first, at most `most` rows. Absent if
// nothing is overdue.
std::optional<PageData> overdue_rows(const Site& site, const Links& links, std::size_t most);

}  // namespace debrief
