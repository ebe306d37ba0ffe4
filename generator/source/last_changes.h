// When the texts of the content folder were last changed, as git knows it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/base/timestamp.h"
#include "generator/source/source_tree.h"

namespace debrief {

// By path, as in the SourceTree.
using LastChanges = std::map<std::string, Timestamp, std::less<>>;

// For each Markdown file the author's date of the last commit that changed it. Nothing is guessed:
// a file that was read otherwise than it was committed, or never was, is not in the result. Without
// git or a repository there is nothing to say; a history that is not all there is a warning.
LastChanges read_last_changes(const std::filesystem::path& root, const SourceTree& sources,
                              Diagnostics& diagnostics);

}  // namespace debrief
