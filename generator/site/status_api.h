// The status API: files in the format of the public API of Statuspage, version 2
// (https://metastatuspage.com/api), which status dashboards, bots and menu bars already read.
//
//   api/v2/summary.json                              everything of now
//   api/v2/status.json                               the state of the whole page
//   api/v2/components.json                           the services
//   api/v2/incidents.json                            the newest 50 incidents that have a date
//   api/v2/incidents/unresolved.json                 the open ones, all of them
//   api/v2/scheduled-maintenances.json               the newest 50 windows of maintenance
//   api/v2/scheduled-maintenances/upcoming.json      those to come
//   api/v2/scheduled-maintenances/active.json        those of today
//
// A component is a service. What severities mean is in status_api_level.h, and what is told of the
// course of an incident in status_api_updates.h.
//
// Ids are hashes of what the public addresses are made of, so they stay what they are as long as
// these do, and say nothing of how much there is.
//
// Moments are in UTC, with the milliseconds that the format always has, and never of a clock but of
// the view. The format wants some where nothing is known:
//   * of a day, a month or a year, the midnight it begins with (created_at, started_at,
//   updated_at);
//   * of a service, nobody knows since when it is there: since the first time that the view holds;
//   * if the view holds no time at all, and for an open incident without any, midnight of
//     Site::today.
// monitoring_at, resolved_at and messages are left out instead.
#pragma once

#include <string>
#include <vector>

#include "generator/site/site.h"
#include "generator/site/site_file.h"

namespace debrief {

// Of the internal site none: it is behind a login, where no such client comes.
std::vector<SiteFile> status_api_files(const Site& site);

// The words of the format: all that may stand in these files and is of no view.
std::string status_api_words();

}  // namespace debrief
