#include "generator/site/site_files.h"

#include <string>
#include <utility>

#include "generator/site/color_sheet.h"
#include "generator/site/feed.h"
#include "generator/site/opensearch.h"
#include "generator/site/server_files.h"
#include "generator/site/sitemap.h"
#include "generator/site/urls.h"

namespace debrief {

std::vector<SiteFile> site_files(const Site& site, const std::vector<Page>& pages) {
  std::vector<SiteFile> files = sitemap_files(site, pages);
  files.push_back({std::string(kFeedPath), site_feed(site)});
  for (std::size_t i = 0; i < site.view.services().size(); ++i) {
    files.push_back({service_feed_path(site.view.services()[i].key), service_feed(site, i)});
  }
  files.push_back(site.words);
  if (auto colors = color_sheet(site.view.site().look)) files.push_back(std::move(*colors));
  files.push_back({std::string(kOpenSearchPath), opensearch_description(site)});
  files.push_back({"robots.txt", robots_txt(site.view)});
  files.push_back({"_headers", headers_file(site.view)});
  return files;
}

}  // namespace debrief
