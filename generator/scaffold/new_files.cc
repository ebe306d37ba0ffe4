#include "generator/scaffold/new_files.h"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <system_error>

#include "generator/base/error.h"
#include "generator/base/file_descriptor.h"
#include "generator/base/new_file.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// The files and folders made so far. They are gone when this is, unless they are kept.
class Made {
 public:
  Made() = default;
  ~Made() {
    // Folders are empty by then, or somebody else has put something there.
    std::error_code ignored;
    for (; !paths_.empty(); paths_.pop_back()) fs::remove(paths_.back(), ignored);
  }
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;

  void make_folder(const fs::path& folder) {
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) return;
    make_folder(folder.parent_path());
    const bool is_new = fs::create_directory(folder, error);
    if (error) throw_system_error("make the folder", folder.generic_string(), error.value());
    if (is_new) paths_.push_back(folder);
  }
  void make_file(const fs::path& file, std::string_view bytes) {
    make_folder(file.parent_path());
    if (!write_new_file(file, bytes)) {
      throw Error(
          fmt::format("'{}' has come to be meanwhile; nothing was written", file.generic_string()));
    }
    paths_.push_back(file);
  }
  void keep() { paths_.clear(); }

 private:
  std::vector<fs::path> paths_;  // in the order in which they were made
};

// The part of a path below the folder that keeps a file from being made there; empty if none.
fs::path obstacle(const fs::path& folder, const fs::path& path) {
  fs::path part;
  for (const fs::path& name : path) {
    part /= name;
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(folder / part, ignored);
    if (!fs::exists(status)) return {};
    if (part == path || !fs::is_directory(status)) return part;
  }
  return {};
}

}  // namespace

std::vector<std::string> in_the_way(const fs::path& folder, const std::vector<SourceFile>& files) {
  std::set<std::string> found;
  for (const SourceFile& file : files) {
    const fs::path path = obstacle(folder, file.path);
    if (!path.empty()) found.insert(path.generic_string());
  }
  return {found.begin(), found.end()};
}

void write_new_files(const fs::path& folder, const std::vector<SourceFile>& files) {
  Made made;
  for (const SourceFile& file : files) made.make_file(folder / file.path, file.bytes);
  made.keep();
}

}  // namespace debrief
