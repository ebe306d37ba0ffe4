// The course of an incident as a drawing: its phases to scale, what happened as marks on an axis of
// time, and how long it took to detect and to resolve.
//
// The data give places in per cent of the width and heights in pixels; the template writes the SVG.
#pragma once

#include <optional>

#include "generator/site/page_data.h"
#include "generator/site/site.h"

namespace debrief {

// The phase that the entry gave the incident its time of, as its readers know it.
std::optional<Phase> phase_begun(const ViewIncident& incident, const ViewTimelineEntry& entry);

// Absent where there is nothing to scale: fewer than two moments are known.
std::optional<PageData> timeline_figure(const Site& site, const ViewIncident& incident);

}  // namespace debrief
