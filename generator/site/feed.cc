#include "generator/site/feed.h"

#include <optional>
#include <utility>

#include "generator/site/times.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

constexpr std::size_t kEntries = 20;

std::vector<FeedEntry> newest_entries(const View& view, const IncidentList& incidents) {
  std::vector<FeedEntry> entries;
  for (const IncidentIndex i : incidents) {
    if (entries.size() == kEntries) break;
    if (const auto updated = update_time(view.incidents()[i])) entries.push_back({i, *updated});
  }
  return entries;
}

Feed feed_of(const Site& site, const std::string& name, std::string page_path,
             const IncidentList& incidents) {
  return {name + " · " + site.view.site().title, std::move(page_path),
          newest_entries(site.view, incidents)};
}

}  // namespace

Feed site_feed(const Site& site) {
  return {site.view.site().title, "", newest_entries(site.view, site.index.all)};
}

Feed service_feed(const Site& site, std::size_t service) {
  const ViewService& about = site.view.services()[service];
  return feed_of(site, about.name, service_path(about.key), site.index.by_service[service]);
}

Feed cause_feed(const Site& site, std::size_t cause) {
  const ViewCause& about = site.view.causes()[cause];
  return feed_of(site, about.name, cause_path(about.key), site.index.by_cause[cause]);
}

std::vector<Feed> all_feeds(const Site& site) {
  std::vector<Feed> feeds = {site_feed(site)};
  for (std::size_t i = 0; i < site.view.services().size(); ++i) {
    feeds.push_back(service_feed(site, i));
  }
  for (std::size_t i = 0; i < site.view.causes().size(); ++i) feeds.push_back(cause_feed(site, i));
  return feeds;
}

const std::string& feed_text(const ViewIncident& incident) {
  return incident.summary.empty() ? incident.title : incident.summary;
}

}  // namespace debrief
