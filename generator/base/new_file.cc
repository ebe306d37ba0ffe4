#include "generator/base/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "generator/base/file_descriptor.h"

namespace debrief {
namespace {

// A file beside the one that it is to become. It is gone when this is.
class FileBeside {
 public:
  // Content folders ignore names that start with a dot, should the program be killed here.
  explicit FileBeside(const std::filesystem::path& target)
      : name_(target.generic_string()),
        temporary_((target.parent_path() / ("." + target.filename().string() + ".new")).string()) {
    ::unlink(temporary_.c_str());
    file_ =
        FileDescriptor(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    check(file_.is_open() ? 0 : errno);
  }
  ~FileBeside() { ::unlink(temporary_.c_str()); }
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;

  void write(std::string_view bytes) const { check(file_.write(bytes)); }
  void copy_permissions() const {
    struct stat status = {};
    if (::stat(name_.c_str(), &status) != 0) return;
    check(::fchmod(file_.get(), status.st_mode & 0777U) == 0 ? 0 : errno);
  }
  // False if there is something of that name: link() refuses to replace, where rename() would not
  // ask.
  bool become_new() {
    check(file_.close());
    if (::link(temporary_.c_str(), name_.c_str()) == 0) return true;
    if (errno != EEXIST) check(errno);
    return false;
  }
  void become() {
    check(file_.close());
    check(::rename(temporary_.c_str(), name_.c_str()) == 0 ? 0 : errno);
  }

 private:
  void check(int problem) const {
    if (problem != 0) throw_system_error("write", name_, problem);
  }

  const std::string name_;
  const std::string temporary_;
  FileDescriptor file_;
};

}  // namespace

bool write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error)
    throw_system_error("make the folder", path.parent_path().generic_string(), error.value());
  FileBeside file(path);
  file.write(bytes);
  return file.become_new();
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  FileBeside file(path);
  file.write(bytes);
  file.copy_permissions();
  file.become();
}

}  // namespace debrief
