// Why an incident is said to be like another, for people.
#pragma once

#include <string>

#include "generator/insight/related_incidents.h"
#include "generator/view/view.h"

namespace debrief {

// What both have, as one line: "Capacity | Checkout | pool, connections"; of more than
// three services "26 services".
std::string likeness_text(const View& view, const RelatedIncident& related);

}  // namespace debrief
