// Announced work in lists.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/insight/maintenance.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// Sets what a row and the page itself show alike: `state`, `is_now`, `started` and `ended` (times;
// the end without the day if it is the same) and `duration`.
void set_maintenance_state(PageData& data, const Site& site, std::size_t maintenance);

// A row for each: `title`, `href`, `summary`, `services`, `workflow` and its state. `places` are in
// View::maintenance().
PageData::List maintenance_rows(const Site& site, const Links& links,
                                const std::vector<std::size_t>& places);

// {rows, href (of the page with all)} of what goes on and what is to come, at most six; of one
// service (in View::services), or of all. Absent if there is nothing.
std::optional<PageData> coming_maintenance(const Site& site, const Links& links,
                                           std::optional<std::size_t> service = std::nullopt);

}  // namespace debrief
