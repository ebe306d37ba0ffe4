// What both projections work out of an incident's own times, and the order of a view.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/extract/incident_times.h"
#include "generator/model/report.h"
#include "generator/view/view.h"

namespace debrief {

// Open or resolved, as the post-mortem says: by a time of its front matter, by "resolved: yes|no",
// or by its timeline (`times`). One that says neither is open if its front matter gives the time of
// day it started; a bare date is an old record of which nobody knows.
ViewIncident::State state_of(const Report& report, const IncidentTimes& times);

// Sets the times that the audience may see, and from these alone duration and times_in_doubt.
void set_times(ViewIncident& incident, const IncidentTimes& times,
               const std::function<bool(Phase)>& shows);

// A document with its markup, to compare it with others.
std::string text_of(const Outline& body);

// Newest first; then by title; then by everything else that the view shows, so that the order says
// nothing about files or ids that the view does not show. Returns the old places in the new order.
std::vector<std::size_t> view_order(const std::vector<ViewIncident>& incidents);

// "incident/" or "maintenance/" and the slug.
std::string page_key(ReportKind kind, std::string_view slug);

// "2026-03-14" in UTC, "2026-03" or "2026" if no more is known; empty without a time.
std::string date_prefix(const ViewIncident& incident);

}  // namespace debrief
