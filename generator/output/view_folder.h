// One view of the site that is being written: new files in a new folder, with the same files
// of the present site at hand.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

#include "generator/base/file_descriptor.h"
#include "generator/output/output_paths.h"
#include "generator/output/output_sink.h"

namespace debrief {

class ViewFolder : public OutputSink {
 public:
  // Creates `folder`, which must not exist. `present` is the same view of the present site,
  // and need not exist.
  ViewFolder(std::filesystem::path folder, const std::filesystem::path& present);

  void write(const std::string& path, std::string_view bytes) override;

  // Where somebody else is to write the file `path`; its folder exists.
  std::filesystem::path reserve(const std::string& path);

 private:
  bool carry_over(const std::string& path, std::string_view bytes) const;
  void write_new(const std::string& path, std::string_view bytes) const;

  const std::filesystem::path folder_;
  FileDescriptor new_;
  FileDescriptor present_;
  std::mutex mutex_;
  OutputPaths paths_;
};

// Makes `folder`, which must not exist, the same tree as `present`, by hard links where the
// file system has them.
void link_tree(const std::filesystem::path& present, const std::filesystem::path& folder);

}  // namespace debrief
