// The content folder as git has it at a revision, read without touching the work tree.
#pragma once

#include <filesystem>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct GitRevision {
  std::string name;    // as asked for
  std::string commit;  // its id
  std::string tree;    // the id of the folder there; empty if there was no such folder
};

// Finds the revision in the repository that holds `root`, which may be a folder within it. Throws
// Error: there is no git, no repository or no such revision, or the name begins with '-'.
GitRevision find_git_revision(const std::filesystem::path& root, const std::string& name);

// What read_source_tree would read of a work tree of that revision, by the same rules and limits,
// except that a symbolic link is an error, that of a submodule nothing is read, which is a warning,
// and that files are as git keeps them: no filter is run. Throws Error if git fails.
SourceTree read_git_tree(const std::filesystem::path& root, const GitRevision& revision,
                         const SourceLimits& limits, Diagnostics& diagnostics);

}  // namespace debrief
