// How bad things are, in the words of status pages: how Debrief's severities become those of the
// status API (status_api.h). The one place that says so; README.md tells users the same.
//
//   severity of an open incident | component            | impact, indicator | description
//   -----------------------------|----------------------|-------------------|---------------------
//   the worst of the scale       | major_outage         | critical          | Major Service Outage
//   the second                   | partial_outage       | major             | Partial System Outage
//   any other, or none stated    | degraded_performance | minor             | Partially Degraded …
//   (maintenance that goes on)   | under_maintenance    | maintenance       | Service Under …
//   (nothing of these)           | operational          | none              | All Systems …
//
// A component is as bad as the worst open incident that names its service, the page as the worst of
// all. The scale is that of `severities` in debrief.yaml, the worst first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/site/site.h"
#include "generator/view/view.h"

namespace debrief {

enum class StatusLevel { none, maintenance, minor, major, critical };  // the best first

// What such an incident does while it is open, whether it still is or not: `minor` or worse.
StatusLevel status_level(const ViewIncident& incident);

// The worst of those that are open; `none` if none is.
StatusLevel worst_open(const View& view, const IncidentList& incidents);

// How a service, in View::services, and how everything is.
StatusLevel service_level(const Site& site, std::size_t service);
StatusLevel site_level(const Site& site);

std::string_view component_status(StatusLevel level);  // "partial_outage"
std::string_view status_impact(StatusLevel level);     // "major"
// For people, in the language of the site.
const std::string& status_description(const Texts& texts, StatusLevel level);

}  // namespace debrief
