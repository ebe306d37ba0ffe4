// When a file came into its git repository, and by whom.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "generator/base/timestamp.h"

namespace debrief {

struct FirstCommit {
  Timestamp date;  // of its author, a day
  std::string author;
};

struct GitHistory {
  std::map<std::filesystem::path, FirstCommit> files;  // renames followed; by the paths asked for
  // Why there may be fewer than were asked for: "shallow clone"; empty if there is nothing to say.
  // That files are in no repository is nothing to say.
  std::string unknown;
};

// Asks the program `git` about files, one call for each repository. Without that program, without
// a repository, or with a history that is not all there, nothing is guessed.
GitHistory read_git_history(const std::vector<std::filesystem::path>& files);

}  // namespace debrief
