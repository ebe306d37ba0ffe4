#include "generator/source/source_tree.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/file_descriptor.h"
#include "generator/source/source_collector.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

class TreeReader {
 public:
  TreeReader(fs::path root, fs::path excluded, const SourceLimits& limits, Diagnostics& diagnostics)
      : root_(std::move(root)), excluded_(std::move(excluded)), collector_(limits, diagnostics) {}

  SourceTree read() {
    open_folders_.push_back(root_);
    for (const char* name : kRootFiles) enter(root_ / name, name, Expected::file);
    for (const char* name : kRootFolders) enter(root_ / name, name, Expected::folder);
    return collector_.take();
  }

 private:
  enum class Expected { file, folder, any };

  void error(std::string_view path, std::string id, std::string message) {
    collector_.error(path, std::move(id), std::move(message));
  }

  void unreadable(std::string_view path, const std::error_code& code) {
    error(path, "unreadable-file", "cannot be read: " + code.message());
  }

  // `where` has no links in its folders; `path` is where an author sees the entry.
  void enter(fs::path where, const std::string& path, Expected expected) {
    if (collector_.is_full()) return;
    std::error_code code;
    fs::file_status status = fs::symlink_status(where, code);
    if (status.type() == fs::file_type::not_found) return;
    if (status.type() == fs::file_type::symlink) {
      if (!follow(where, path)) return;
      status = fs::symlink_status(where, code);
    }
    if (code) return unreadable(path, code);
    if (!collector_.admits_entry()) return;

    switch (status.type()) {
      case fs::file_type::directory:
        if (expected == Expected::file) {
          return collector_.refuse_folder(path);
        }
        return read_folder(where, path);
      case fs::file_type::regular:
        if (expected == Expected::folder) {
          return collector_.refuse_file(path);
        }
        return read_file(where, path);
      default:
        return error(path, "unreadable-file", "is neither a file nor a folder");
    }
  }

  // Puts what a link leads to in its place, if that is part of the knowledge base.
  bool follow(fs::path& where, const std::string& path) {
    std::error_code code;
    const fs::path written = fs::read_symlink(where, code);
    const std::string target = readable(written.native());
    fs::path real = fs::canonical(where, code);
    if (code) {
      error(path, "unreadable-file",
            fmt::format("symbolic link to '{}' cannot be followed: {}", target, code.message()));
      return false;
    }
    if (!is_within(real, root_)) {
      error(path, "link-leaves-root",
            fmt::format("symbolic link to '{}' leaves the knowledge base; copy the file instead",
                        target));
      return false;
    }
    // A checkout keeps credentials in .git/config, and a pull request may bring a link.
    const fs::path inside = real.lexically_relative(root_);
    const bool is_hidden = std::any_of(inside.begin(), inside.end(), [](const fs::path& name) {
      return name.native().starts_with('.') && name != ".";
    });
    if (is_hidden || is_excluded(real)) {
      error(path, "link-leaves-root",
            fmt::format("symbolic link to '{}' leads to what is no content", target));
      return false;
    }
    where = std::move(real);
    return true;
  }

  bool is_excluded(const fs::path& where) const {
    return !excluded_.empty() && is_within(where, excluded_);
  }

  void read_folder(const fs::path& where, const std::string& path) {
    if (is_excluded(where)) return;
    // Only a link can lead to a folder that is being read; it would do so for ever.
    if (std::find(open_folders_.begin(), open_folders_.end(), where) != open_folders_.end()) {
      return;
    }
    std::error_code code;
    fs::directory_iterator entry(where, code);
    if (code) return unreadable(path, code);

    open_folders_.push_back(where);
    while (entry != fs::directory_iterator()) {
      const std::string name = entry->path().filename().native();
      if (!is_ignored(path, name)) {
        const std::string inside = fmt::format("{}/{}", path, name);
        if (collector_.admits_name(inside)) enter(entry->path(), inside, Expected::any);
      }
      entry.increment(code);
      if (code) {
        unreadable(path, code);
        break;
      }
    }
    open_folders_.pop_back();
  }

  void read_file(const fs::path& where, const std::string& path) {
    // Checked again on what was opened, which no longer changes under our hands: a pipe that
    // took the place of the file must not make us wait for its other end.
    const FileDescriptor file(
        ::open(where.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.is_open()) return unreadable(path, last_error());
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0) return unreadable(path, last_error());
    if (!S_ISREG(status.st_mode)) {
      return error(path, "unreadable-file", "is neither a file nor a folder");
    }

    const auto size = static_cast<std::size_t>(status.st_size);
    if (!collector_.admits_file(path, size)) return;

    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
      const ssize_t count = ::read(file.get(), bytes.data() + filled, size - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return unreadable(path, last_error());
      if (count == 0) break;  // The file was cut short while we read.
      filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    collector_.add(path, std::move(bytes));
  }

  static std::error_code last_error() { return {errno, std::generic_category()}; }

  const fs::path root_;
  const fs::path excluded_;
  SourceCollector collector_;
  std::vector<fs::path> open_folders_;  // From the root down to the one being read.
};

}  // namespace

const SourceFile* SourceTree::find(std::string_view path) const {
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const SourceFile& file, std::string_view p) { return file.path < p; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

SourceTree read_source_tree(const fs::path& root, const fs::path& excluded,
                            const SourceLimits& limits, Diagnostics& diagnostics) {
  std::error_code code;
  fs::path real_root = fs::canonical(root, code);
  // Opened once here, so that a root without permission is one clear message and not one
  // for each of its files.
  if (!code) fs::directory_iterator(real_root, code);
  if (code) throw Error("cannot read the folder '" + root.string() + "': " + code.message());

  fs::path real_excluded = excluded.empty() ? fs::path() : fs::weakly_canonical(excluded);
  if (!real_excluded.empty() && !real_excluded.has_filename()) {
    real_excluded = real_excluded.parent_path();
  }
  return TreeReader(std::move(real_root), std::move(real_excluded), limits, diagnostics).read();
}

}  // namespace debrief
