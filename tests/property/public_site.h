// The whole public site of a content folder, in memory; for comparison, the internal one as well.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "generator/source/source_tree.h"
#include "generator/view/view.h"
#include "search/document.h"
#include "tests/support/sample_view.h"

namespace debrief {

struct PublicSite {
  // Every file that a build writes, by path; the theme's own assets left out, and in place of
  // the search index all that it is made from, under "search".
  std::map<std::string, std::string> files;
  std::vector<search::Document> documents;  // what the search index is made from
  std::string problems;                     // errors; then there are no files
};

PublicSite build_public_site(const SourceTree& folder);

// The same of either audience, on any day; the one above is of kSampleToday.
PublicSite build_site(const SourceTree& folder, Audience audience, Day today = kSampleToday);

}  // namespace debrief
