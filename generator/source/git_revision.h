// Revisions of the repository that the knowledge base is in, and what to do if one is not there.
#pragma once

#include <filesystem>
#include <string>

namespace debrief {

struct GitRevision {
  std::string name;    // as asked for
  std::string commit;  // its id
  std::string tree;    // the id of the folder there; empty if there was no such folder
};

// Finds the revision in the repository that holds `root`, which may be a folder within it. Throws
// Error, with the way out: there is no git, no repository, one that git does not trust, or no such
// revision, perhaps because the clone is shallow; or the name begins with '-'.
GitRevision find_git_revision(const std::filesystem::path& root, const std::string& name);

// Where the histories of two revisions part, named "a...b". Throws Error as above, and if they have
// nothing in common, or nothing that this clone has.
GitRevision find_merge_base(const std::filesystem::path& root, const GitRevision& a,
                            const GitRevision& b);

}  // namespace debrief
