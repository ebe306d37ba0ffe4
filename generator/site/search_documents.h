// What can be found: the incidents and guides of a view, as the search index takes them.
#pragma once

#include <vector>

#include "generator/view/view.h"
#include "search/document.h"

namespace debrief {

// In the order of the view, incidents first.
std::vector<search::Document> search_documents(const View& view);

}  // namespace debrief
