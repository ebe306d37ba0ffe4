// From a content folder to finished sites: the passes of a build, in order.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/cli/terminal.h"
#include "generator/view/view.h"

namespace debrief {

struct BuildRequest {
  std::filesystem::path root;         // the folder with debrief.yaml
  std::filesystem::path destination;  // gets internal/ and public/
  std::vector<Audience> audiences;    // at least one
  std::string base_url;               // instead of the configured one; for one audience only
  bool drafts = false;
  unsigned jobs = 1;
};

struct BuiltSite {
  Audience audience;
  std::size_t pages = 0;
  std::size_t incidents = 0;
};

// Builds and publishes all requested sites at once, or, if the content has errors, writes nothing
// and returns an empty list. Throws Error for a broken environment; the old sites stay.
std::vector<BuiltSite> build_sites(const BuildRequest& request, Progress& progress,
                                   Diagnostics& diagnostics);

// Where a build puts the search index of a site.
std::filesystem::path search_index_path(const std::filesystem::path& destination,
                                        Audience audience);

}  // namespace debrief
