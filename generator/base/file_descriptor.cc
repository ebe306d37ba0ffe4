#include "generator/base/file_descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>

#include "generator/base/error.h"

namespace debrief {

int FileDescriptor::close() {
  const int descriptor = std::exchange(descriptor_, kNone);
  if (descriptor < 0) return 0;
  // Linux gives the number back even if a signal interrupts; closing again could hit a file
  // that another thread has just opened.
  return ::close(descriptor) == 0 || errno == EINTR ? 0 : errno;
}

int FileDescriptor::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string system_message(int error_number) {
  return std::generic_category().message(error_number);
}

void throw_system_error(std::string_view what, std::string_view path, int error_number) {
  throw Error("cannot " + std::string(what) + " '" + std::string(path) +
              "': " + system_message(error_number));
}

}  // namespace debrief
