// From a content folder to finished sites: the passes of a build, in order.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/base/diagnostics.h"
#include "generator/cli/site_proof.h"
#include "generator/cli/terminal.h"
#include "generator/view/view.h"

namespace debrief {

struct BuildRequest {
  std::filesystem::path root;         // the folder with debrief.yaml
  std::filesystem::path destination;  // gets internal/ and public/
  std::vector<Audience> audiences;    // at least one
  std::optional<Day> today;           // that the sites are built for; absent: what the clock says
  std::string base_url;               // instead of the configured one; for one audience only
  bool drafts = false;
  bool publish = true;  // false: everything is built and proved, and nothing replaced
  unsigned jobs = 1;
};

struct BuiltSite {
  Audience audience;
  std::size_t pages = 0;
  std::size_t incidents = 0;
};

struct BuildResult {
  std::vector<BuiltSite> sites;     // empty if the content has errors
  std::optional<BuildAudit> audit;  // of the public site, if that was built
};

// Builds and publishes all requested sites at once, or, if the content has errors or the public
// site cannot be proved clean, publishes none: `diagnostics` has the errors, and the old sites
// stay. Throws Error for a broken environment; the old sites stay.
BuildResult build_sites(const BuildRequest& request, Progress& progress, Diagnostics& diagnostics);

// Where a build puts the search index of a site.
std::filesystem::path search_index_path(const std::filesystem::path& destination,
                                        Audience audience);

}  // namespace debrief
