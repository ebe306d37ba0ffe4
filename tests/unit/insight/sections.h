// Incidents whose text has the sections that people write.
#pragma once

#include <string_view>

#include "generator/view/view.h"

namespace debrief {

// The text under its headings, each of the kind that it is read as.
Outline sections_of(std::string_view markdown);

}  // namespace debrief
