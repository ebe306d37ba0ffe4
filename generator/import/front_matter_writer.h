// Metadata as front matter.
#pragma once

#include <string>

#include "generator/import/metadata.h"

namespace debrief {

// The lines of "---" included. What was left out stands as comments at the end.
std::string write_front_matter(const Metadata& metadata);

}  // namespace debrief
