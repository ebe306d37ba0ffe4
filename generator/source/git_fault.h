// Why git cannot give a revision, said so that the reader can do something about it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/base/subprocess.h"

namespace debrief {

// Runs git to read history as it was committed: what somebody replaced on this machine alone does
// not count. Throws Error if git cannot be started.
ProcessResult git_history(const std::filesystem::path& root, const std::vector<std::string>& words,
                          ProcessOptions options = {});

// `said` is what git wrote to its standard error when it was asked for the repository of `root`.
[[noreturn]] void throw_no_repository(const std::filesystem::path& root, const std::string& said);

// There is no commit of this name: a clone that is shallow, a name misspelled, or known under
// another one only, or something that is no commit.
[[noreturn]] void throw_no_revision(const std::filesystem::path& root, const std::string& name);

// "main" and "HEAD" have no common ancestor.
[[noreturn]] void throw_no_merge_base(const std::filesystem::path& root, const std::string& a,
                                      const std::string& b);

// `what` is missing of the objects of a revision. A partial clone is told how to get them.
[[noreturn]] void throw_missing_objects(const std::filesystem::path& root, const std::string& name,
                                        const std::string& what);

// Whether objects may be missing here, because a clone was made without some of them.
bool is_partial_clone(const std::filesystem::path& root);

}  // namespace debrief
