// Writes what `debrief check --fix` has mended, or says what it would.
#pragma once

#include <filesystem>
#include <string>

#include "generator/check/mend.h"
#include "generator/source/source_tree.h"

namespace debrief {

// Each file is replaced at once, and keeps its permissions. Before the first is, all are looked at:
// throws Error, and nothing is written, if one is read-only, behind a symbolic link, or another
// than the one that was read.
void write_mended(const std::filesystem::path& root, const SourceTree& read,
                  const Mending& mending);

// A line for each thing that was mended, and for each file that was left alone.
std::string mended_text(const Mending& mending);

// Each line that would change, as it is and as it would be.
std::string would_mend_text(const SourceTree& read, const Mending& mending);

}  // namespace debrief
