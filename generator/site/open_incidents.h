// What is going on, for the home pages: each open incident with what was last said of it.
#pragma once

#include <optional>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {count ("1 ongoing incident"), rows: as incident_rows and, of each, `has_updates` and
// `updates`: [{machine, shown, utc, said}], the newest three entries of its timeline that say when,
// the newest first}; absent if none is ongoing.
std::optional<PageData> open_incidents(const Site& site, const Links& links);

}  // namespace debrief
