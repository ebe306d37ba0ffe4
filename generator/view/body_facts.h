// What the text of an incident says as data, for the view.
//
// Everything is read from the body that the view itself holds: in the public view from what is left
// of the text, so that what is hidden can have no say in it.
#pragma once

#include <vector>

#include "generator/extract/timeline.h"
#include "generator/view/view.h"

namespace debrief {

// What stands inside a redaction mark is hidden, which is nothing in the public view.
std::vector<ViewTimelineEntry> view_timeline(const Timeline& timeline);

// Sets `whys`, `why_conclusions` and `factors` from `incident.body`, likewise.
void read_reasons(ViewIncident& incident);

// Nothing is hidden in an incident of which nothing is public.
void show_facts(ViewIncident& incident);

}  // namespace debrief
