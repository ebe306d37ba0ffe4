#include "generator/site/site_files.h"

#include <string>
#include <utility>

#include "generator/site/availability_json.h"
#include "generator/site/calendar_files.h"
#include "generator/site/feed.h"
#include "generator/site/feed_atom.h"
#include "generator/site/feed_json.h"
#include "generator/site/opensearch.h"
#include "generator/site/server_files.h"
#include "generator/site/sitemap.h"
#include "generator/site/status_api.h"
#include "generator/site/urls.h"

namespace debrief {

std::vector<SiteFile> site_files(const Site& site, const std::vector<Page>& pages) {
  std::vector<SiteFile> files = sitemap_files(site, pages);
  for (const Feed& feed : all_feeds(site)) {
    files.push_back({feed_path(feed.page_path), atom_feed(site, feed)});
    files.push_back({json_feed_path(feed.page_path), json_feed(site, feed)});
  }
  for (SiteFile& file : status_api_files(site)) files.push_back(std::move(file));
  if (site.counted_time) {
    files.push_back({std::string(kAvailabilityJsonPath), availability_json(site)});
  }
  for (SiteFile& file : calendar_files(site)) files.push_back(std::move(file));
  files.push_back(site.words);
  if (site.colors) files.push_back(*site.colors);
  files.push_back({std::string(kOpenSearchPath), opensearch_description(site)});
  files.push_back({"robots.txt", robots_txt(site.view)});
  files.push_back({"_headers", headers_file(site.view)});
  return files;
}

}  // namespace debrief
