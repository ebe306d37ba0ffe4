// Where a reader finds something without searching.
#pragma once

#include <string_view>
#include <vector>

#include "generator/site/site_index.h"
#include "generator/view/view.h"

namespace debrief {

struct BrowsePage {
  std::string_view label;  // the name of its text (Texts::label)
  std::string_view path;
};

// Lists that have something in them.
std::vector<BrowsePage> browse_pages(const View& view, const SiteIndex& index);

}  // namespace debrief
