// The content folder, for commands that write no site.
#pragma once

#include <filesystem>

#include "generator/base/diagnostics.h"
#include "generator/source/source_tree.h"

namespace debrief {

// Without the default output folder of a build. Throws Error if the root itself cannot be read.
SourceTree read_content(const std::filesystem::path& root, Diagnostics& diagnostics);

}  // namespace debrief
