#include "generator/base/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "generator/base/file_descriptor.h"

namespace debrief {

bool write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string name = path.generic_string();
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error)
    throw_system_error("make the folder", path.parent_path().generic_string(), error.value());

  // Content folders ignore names that start with a dot, should the program be killed here.
  const std::string temporary =
      (path.parent_path() / ("." + path.filename().string() + ".new")).string();
  ::unlink(temporary.c_str());
  FileDescriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) throw_system_error("write", name, errno);
  int problem = file.write(bytes);
  if (const int closing = file.close(); problem == 0) problem = closing;
  bool is_new = true;
  // link() refuses to replace, where rename() would not ask.
  if (problem == 0 && ::link(temporary.c_str(), name.c_str()) != 0) {
    problem = errno;
    if (problem == EEXIST) {
      is_new = false;
      problem = 0;
    }
  }
  ::unlink(temporary.c_str());
  if (problem != 0) throw_system_error("write", name, problem);
  return is_new;
}

}  // namespace debrief
