// All of a site but its search index, from a view to a sink.
#pragma once

#include <cstddef>
#include <functional>

#include "generator/base/day.h"
#include "generator/output/output_sink.h"
#include "generator/theme/theme.h"
#include "generator/view/view.h"

namespace debrief {

// As of `today`: pages, feeds, the theme's assets and pictures, on up to `jobs` threads. Returns
// the number of pages; `progress` is told of each.
std::size_t render_site(const View& view, Day today, const Theme& theme, unsigned jobs,
                        OutputSink& sink,
                        const std::function<void(std::size_t done, std::size_t total)>& progress);

}  // namespace debrief
