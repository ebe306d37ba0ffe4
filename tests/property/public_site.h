// The whole public site of a content folder, in memory.
#pragma once

#include <map>
#include <string>

#include "generator/source/source_tree.h"

namespace debrief {

struct PublicSite {
  // Every file that a build writes, by path; the theme's own assets left out, and in place of
  // the search index all that it is made from, under "search".
  std::map<std::string, std::string> files;
  std::string problems;  // errors; then there are no files
};

PublicSite build_public_site(const SourceTree& folder);

}  // namespace debrief
