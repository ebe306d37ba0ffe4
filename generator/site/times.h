// Moments and lengths of time as pages show them: in the words of the site, on the
// clock of the view's time zone and in UTC beside it, so that readers anywhere can compare.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "generator/base/timestamp.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/view/view.h"

namespace debrief {

// "2025-01-16T09:03:00Z", or as much of it as is known: "2025-01-16", "2025".
std::string machine_time(const Timestamp& time);

// {machine: "2025-01-16T09:03:00Z", shown: "16 January 2025, 10:03 CET", utc: "09:03 UTC"};
// `utc` is empty where it would say the same again, and for a day.
PageData time_data(const Site& site, const Timestamp& time);

// As time_data, without the date where `before`, which the reader has just seen, is of the
// same day: {machine, shown: "10:07 CET", utc: "09:07 UTC"}.
PageData time_data_after(const Site& site, const std::optional<Timestamp>& before,
                         const Timestamp& time);

// The day alone, in the same shape: {machine, shown: "16 January 2025", utc: ""}.
PageData date_data(const Site& site, const Timestamp& time);
std::optional<PageData> date_data(const Site& site, const std::optional<Timestamp>& time);

// {machine: "PT1H5M", shown: "1 h 5 min"}, or "~1 h 5 min". Requires: not negative.
PageData duration_data(const Site& site, std::chrono::seconds duration,
                       bool is_approximate = false);

// The last thing that is known to have happened in an incident.
std::optional<Timestamp> latest_time(const ViewIncident& incident);

// When what is said of it last changed, for feeds and search engines: as git knows it, where that
// may be told, or else the last thing that happened.
std::optional<Timestamp> update_time(const ViewIncident& incident);

}  // namespace debrief
