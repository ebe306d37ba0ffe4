// The folder beside the destination in which a new site grows, and the lock that keeps a
// second build out of it.
//
//     .site.staging/lock      held (flock) as long as the build runs, also against a kill
//                   new/      what is to become the destination
//                   scratch/  intermediate files
//                   old/      the old site, for the moment of a replacement by two renames
#pragma once

#include <filesystem>
#include <system_error>

#include "generator/base/file_descriptor.h"

namespace debrief {

class StagingFolder {
 public:
  // Creates it, takes the lock and clears what a killed build left. Throws Error if another
  // build holds the lock. Requires: the parent of `destination` exists.
  explicit StagingFolder(std::filesystem::path destination);
  // Removes it with all that is in it.
  ~StagingFolder();
  StagingFolder(const StagingFolder&) = delete;
  StagingFolder& operator=(const StagingFolder&) = delete;

  std::filesystem::path new_site() const { return folder_ / "new"; }
  std::filesystem::path scratch() const { return folder_ / "scratch"; }
  std::filesystem::path old_site() const { return folder_ / "old"; }

 private:
  void lock();
  void clear(std::error_code& code) const;

  std::filesystem::path destination_;
  std::filesystem::path folder_;
  FileDescriptor lock_;
};

// Puts `new_site` in the place of `destination`, at every moment of which one or the other
// is there. The old site is then at `new_site` or at `old_site`, or nowhere if there was none.
// Falls back to replace_by_renames where the file system cannot exchange two names.
void replace_folder(const std::filesystem::path& new_site, const std::filesystem::path& destination,
                    const std::filesystem::path& old_site);

// The same by moving the old site away first. A kill between the two steps leaves no
// destination; the next StagingFolder moves the old site back.
void replace_by_renames(const std::filesystem::path& new_site,
                        const std::filesystem::path& destination,
                        const std::filesystem::path& old_site);

}  // namespace debrief
