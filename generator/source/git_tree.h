// The content folder as git has it at a revision, read without touching the work tree.
#pragma once

#include <filesystem>

#include "generator/base/diagnostics.h"
#include "generator/source/git_revision.h"
#include "generator/source/source_tree.h"

namespace debrief {

// What read_source_tree would read of a work tree of that revision, by the same rules and limits,
// except that a symbolic link is an error, that of a submodule nothing is read, which is a warning,
// and that files are as git keeps them: no filter is run. Throws Error if git fails, or a
// partial clone left out some of it: nothing is fetched.
SourceTree read_git_tree(const std::filesystem::path& root, const GitRevision& revision,
                         const SourceLimits& limits, Diagnostics& diagnostics);

}  // namespace debrief
