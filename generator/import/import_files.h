// Writes what an import has planned.
#pragma once

#include <filesystem>

#include "generator/import/import_plan.h"

namespace debrief {

// Each file is complete under its name or not there at all, and none is written over; the
// vocabulary files are replaced as a whole, before the post-mortems that name what is new in them.
// Throws Error if the system refuses.
void write_import(const std::filesystem::path& root, const ImportPlan& plan);

}  // namespace debrief
