// What a feed tells, whatever format it is written in (feed_atom.h, feed_json.h): the newest
// incidents of the site, of a service, of a cause.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/site/site.h"

namespace debrief {

struct FeedEntry {
  IncidentIndex incident;
  Timestamp updated;  // by the incident's own times or by git, never by the clock of the build
};

// Refers to nothing. Its files stand beside the page.
struct Feed {
  std::string title;
  std::string page_path;           // of the page that lists the same incidents
  std::vector<FeedEntry> entries;  // newest first; an incident without any time is in no feed
};

Feed site_feed(const Site& site);
Feed service_feed(const Site& site, std::size_t service);  // a place in View::services
// A place in View::causes; a category has the incidents of its sub-causes.
Feed cause_feed(const Site& site, std::size_t cause);

// All of them: of the site, of the services, of the causes.
std::vector<Feed> all_feeds(const Site& site);

// What stands for the text of an incident: its summary, or its title if it has none.
const std::string& feed_text(const ViewIncident& incident);

}  // namespace debrief
