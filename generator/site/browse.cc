#include "generator/site/browse.h"

#include "generator/site/urls.h"

namespace debrief {

std::vector<BrowsePage> browse_pages(const View& view, const SiteIndex& index) {
  std::vector<BrowsePage> pages;
  if (!view.services().empty()) pages.push_back({"services", kServicesPath});
  if (!view.causes().empty()) pages.push_back({"causes", kCausesPath});
  if (!view.severities().empty()) pages.push_back({"severities", kSeveritiesPath});
  if (!index.tags.empty()) pages.push_back({"tags", kTagsPath});
  pages.push_back({"archive", kArchivePath});
  return pages;
}

}  // namespace debrief
