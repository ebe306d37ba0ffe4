// What keeps coming back: causes of several incidents, and incidents that repeat earlier ones.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {rows: [{name, href, count ("4 incidents"), services (their names, as one text), latest (time of
// a day, or nothing)}]}, the most frequent first, at most `most`; absent if no cause came back.
std::optional<PageData> recurring_cause_rows(const Site& site, const Links& links,
                                             const IncidentList& incidents, std::size_t most);

// {rows: [{title, href, started (time of a day, or nothing), earlier: [{title, href}]}]}, newest
// first, at most `most`; absent if none of them repeats another.
std::optional<PageData> repeat_rows(const Site& site, const Links& links,
                                    const IncidentList& incidents, std::size_t most);

}  // namespace debrief
