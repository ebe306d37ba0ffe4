#include "generator/output/staging_folder.h"

#include <fcntl.h>
#include <stdio.h>  // renameat2
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <string>
#include <utility>

#include "generator/base/error.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& destination) {
  std::string name = ".";
  name += destination.filename().string();
  name += ".staging";
  return destination.parent_path() / name;
}

// Whether the open file is still the one of that name: a build that ends removes its lock
// file, and a lock on a removed file keeps nobody out.
bool is_present(const FileDescriptor& file, const fs::path& path) {
  struct stat opened = {};
  struct stat named = {};
  return ::fstat(file.get(), &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

bool is_there(const fs::path& path) {
  std::error_code code;
  return fs::exists(fs::symlink_status(path, code));
}

[[noreturn]] void throw_cannot_replace(const fs::path& destination, int error_number) {
  throw_system_error("replace the site", destination.string(), error_number);
}

}  // namespace

StagingFolder::StagingFolder(fs::path destination)
    : destination_(std::move(destination)), folder_(beside(destination_)) {
  lock();

  // A build was killed between its two renames: the old site is still the site.
  if (is_there(old_site()) && !is_there(destination_)) {
    if (::rename(old_site().c_str(), destination_.c_str()) != 0) {
      throw_system_error("restore the site", destination_.string(), errno);
    }
  }
  std::error_code code;
  clear(code);
  if (!code) fs::create_directory(new_site(), code);
  if (code) throw_system_error("prepare the folder", folder_.string(), code.value());
}

StagingFolder::~StagingFolder() {
  // The lock goes last: until then no other build can begin to fill the folder.
  std::error_code ignored;
  clear(ignored);
  fs::remove(folder_ / "lock", ignored);
  fs::remove(folder_, ignored);
}

void StagingFolder::lock() {
  const fs::path lock_file = folder_ / "lock";
  for (;;) {
    if (::mkdir(folder_.c_str(), 0777) != 0 && errno != EEXIST) {
      throw_system_error("create the folder", folder_.string(), errno);
    }
    // A link of this name is not ours, and clearing would follow it.
    struct stat status = {};
    if (::lstat(folder_.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) {
      throw Error("'" + folder_.string() + "' is in the way; it is no folder of a build");
    }

    FileDescriptor file(::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.is_open()) {
      if (errno == ENOENT) continue;  // The build before ours has just removed the folder.
      throw_system_error("create", lock_file.string(), errno);
    }
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno == EWOULDBLOCK) {
        throw Error("another build is writing to '" + destination_.string() +
                    "'; wait for it to end");
      }
      throw_system_error("lock", lock_file.string(), errno);
    }
    if (!is_present(file, lock_file)) continue;
    lock_ = std::move(file);
    return;
  }
}

void StagingFolder::clear(std::error_code& code) const {
  for (const fs::path& path : {new_site(), scratch(), old_site()}) {
    // Without a destination the old site here is the only one there is.
    if (path == old_site() && !is_there(destination_)) continue;
    fs::remove_all(path, code);
    if (code) return;
  }
}

void replace_folder(const fs::path& new_site, const fs::path& destination,
                    const fs::path& old_site) {
  if (!is_there(destination)) {
    if (::rename(new_site.c_str(), destination.c_str()) == 0) return;
    throw_cannot_replace(destination, errno);
  }
  if (::renameat2(AT_FDCWD, new_site.c_str(), AT_FDCWD, destination.c_str(), RENAME_EXCHANGE) ==
      0) {
    return;
  }
  const bool is_unsupported = errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
  if (!is_unsupported) throw_cannot_replace(destination, errno);
  replace_by_renames(new_site, destination, old_site);
}

void replace_by_renames(const fs::path& new_site, const fs::path& destination,
                        const fs::path& old_site) {
  if (::rename(destination.c_str(), old_site.c_str()) != 0) {
    throw_cannot_replace(destination, errno);
  }
  if (::rename(new_site.c_str(), destination.c_str()) != 0) {
    const int error_number = errno;
    if (::rename(old_site.c_str(), destination.c_str()) != 0) {
      throw Error("cannot put the old site back, which is at '" + old_site.string() +
                  "': " + system_message(errno) + "; the next build tries again");
    }
    throw_cannot_replace(destination, error_number);
  }
}

}  // namespace debrief
