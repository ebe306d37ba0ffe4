// What both projections work out of an incident's own times, and the order of a view.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/report.h"
#include "generator/view/view.h"

namespace debrief {

// Open or resolved, as the post-mortem says: by a time, or by "resolved: yes|no". One that
// says neither is open if it gives the time of day it started; a bare date is an old record
// of which nobody knows.
ViewIncident::State state_of(const Report& report);

std::optional<Timestamp> time_of(const std::optional<Moment>& moment);

// Sets duration and times_in_doubt from the times that the incident of the view holds.
void derive_duration(ViewIncident& incident);

// A document with its markup, to compare it with others.
std::string text_of(const Outline& body);

// Newest first; then by title; then by everything else that the view shows, so that the order says
// nothing about files or ids that the view does not show. Returns the old places in the new order.
std::vector<std::size_t> view_order(const std::vector<ViewIncident>& incidents);

// "2026-03-14" in UTC, "2026-03" or "2026" if no more is known; empty without a time.
std::string date_prefix(const ViewIncident& incident);

}  // namespace debrief
