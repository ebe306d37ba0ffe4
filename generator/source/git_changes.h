// What a change touches, by what git knows: for reviews that look at nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/source/git_revision.h"
#include "generator/source/source_tree.h"

namespace debrief {

// The paths of content files that are not as they were at the revision, sorted: `now` is the folder
// as it is, committed or not. Those that are gone are among them. Throws Error if git fails.
std::vector<std::string> changed_files(const std::filesystem::path& root,
                                       const GitRevision& revision, const SourceTree& now);

// What these files held at the revision; those that were no files there, or larger than a text may
// be, are left out. Requires: `paths` is sorted. Throws Error if git fails.
SourceTree files_at_revision(const std::filesystem::path& root, const GitRevision& revision,
                             const std::vector<std::string>& paths);

// A post-mortem that is on another branch, and not in the history of what is checked out.
struct BranchFile {
  std::string branch;  // "feature", "origin/main"
  SourceFile file;     // its path from the root
};

// The post-mortems that commits add which branches here, also those of remotes, or `revision` have
// and HEAD has not; of the newest thousand such commits. Throws Error if git fails.
std::vector<BranchFile> added_on_other_branches(const std::filesystem::path& root,
                                                const GitRevision& revision);

}  // namespace debrief
