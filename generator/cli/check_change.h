// `check --changed-since`: what git and the cache have to say for a review of a change.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/check/check.h"
#include "generator/source/source_tree.h"

namespace debrief {

// Reviews what the files of the knowledge base change since its history left that of `revision`;
// `sources` are these files, `problems` what reading them has reported. What is learned of files is
// kept in ROOT/.debrief-cache/check; where nothing can be written, nothing is kept. Throws Error if
// git cannot tell what changed.
std::vector<Diagnostic> check_since(const std::filesystem::path& root, const std::string& revision,
                                    SourceTree sources, const CheckOptions& options,
                                    const Diagnostics& problems);

}  // namespace debrief
