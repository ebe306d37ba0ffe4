#include "generator/output/view_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

#include "generator/base/error.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

void create_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0777) != 0) {
    throw_system_error("create the folder", folder.string(), errno);
  }
}

// Requires: the file has as many bytes as `bytes`.
bool has_content(const FileDescriptor& file, std::string_view bytes) {
  std::array<char, 1 << 16> buffer;
  while (!bytes.empty()) {
    const ssize_t count = ::read(file.get(), buffer.data(), std::min(buffer.size(), bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    const std::string_view part(buffer.data(), static_cast<std::size_t>(count));
    if (!bytes.starts_with(part)) return false;
    bytes.remove_prefix(part.size());
  }
  return true;
}

}  // namespace

ViewFolder::ViewFolder(fs::path folder, const fs::path& present) : folder_(std::move(folder)) {
  create_folder(folder_);
  constexpr int kFlags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  new_ = FileDescriptor(::open(folder_.c_str(), kFlags));
  if (!new_.is_open()) throw_system_error("open the folder", folder_.string(), errno);
  present_ = FileDescriptor(::open(present.c_str(), kFlags));
}

void ViewFolder::write(const std::string& path, std::string_view bytes) {
  reserve(path);
  if (!carry_over(path, bytes)) write_new(path, bytes);
}

fs::path ViewFolder::reserve(const std::string& path) {
  // Other threads may write into a folder as soon as it is known, so it is made under the
  // lock.
  const std::lock_guard lock(mutex_);
  for (const std::string& folder : paths_.add(path)) create_folder(folder_ / folder);
  return folder_ / path;
}

bool ViewFolder::carry_over(const std::string& path, std::string_view bytes) const {
  if (!present_.is_open()) return false;
  const FileDescriptor file(
      ::openat(present_.get(), path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.is_open()) return false;
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
  if (!has_content(file, bytes)) return false;
  // Fails where a file system has no hard links, or no more for this file: then it is
  // written like any other.
  return ::linkat(present_.get(), path.c_str(), new_.get(), path.c_str(), 0) == 0;
}

void ViewFolder::write_new(const std::string& path, std::string_view bytes) const {
  // Only ever a new file: to open one that is there could be to write through a hard link
  // into the present site.
  FileDescriptor file(
      ::openat(new_.get(), path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  int error_number = file.is_open() ? 0 : errno;
  if (error_number == 0) error_number = file.write(bytes);
  if (error_number == 0) error_number = file.close();
  if (error_number != 0) throw_system_error("write", (folder_ / path).string(), error_number);
}

void link_tree(const fs::path& present, const fs::path& folder) {
  create_folder(folder);
  std::error_code code;
  fs::path current = present;
  for (fs::directory_iterator entry(present, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    current = entry->path();
    const fs::path target = folder / current.filename();
    const fs::file_type type = entry->symlink_status().type();
    if (type == fs::file_type::directory) {
      link_tree(current, target);
    } else if (type == fs::file_type::regular) {
      fs::create_hard_link(current, target, code);
      if (code) fs::copy_file(current, target, code);
      if (code) break;
    }
  }
  if (code) throw_system_error("keep", current.string(), code.value());
}

}  // namespace debrief
