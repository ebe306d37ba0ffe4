// The last 90 days of some incidents as a strip, a day a mark, as status pages have it.
#pragma once

#include "generator/site/page_data.h"
#include "generator/site/site.h"

namespace debrief {

// {summary ("3 days with incidents in the last 90 days"), from (the first day, as text), count (of
// days drawn), days: [{x, width (in per cent), level (1 is the worst; "unknown" without a
// severity), label ("3 March 2026: Login fails")}]}: the days that had incidents
// (insight/incident_days.h); those on end that had the same ones are drawn as one.
PageData day_strip(const Site& site, const IncidentList& incidents);

}  // namespace debrief
