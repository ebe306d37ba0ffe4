// How a browser searches the site from its address bar.
#pragma once

#include <string>

#include "generator/site/site.h"

namespace debrief {

// An OpenSearch 1.1 description document. It leads to the search page.
std::string opensearch_description(const Site& site);

}  // namespace debrief
