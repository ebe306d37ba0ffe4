#include "search/web/database_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace debrief::search {
namespace {

constexpr int kDescriptor = 100;

ChunkStore* store = nullptr;
std::uint64_t position = 0;

ssize_t read_at(int descriptor, void* to, std::size_t size, std::uint64_t offset) {
  if (descriptor != kDescriptor || store == nullptr) {
    errno = EBADF;
    return -1;
  }
  return store->read(offset, static_cast<char*>(to), size) ? static_cast<ssize_t>(size) : 0;
}

}  // namespace

void set_database_store(ChunkStore* now) {
  store = now;
}

int open_database_file() {
  position = 0;
  return kDescriptor;
}

}  // namespace debrief::search

// These take the place of the C library's own, which would call out to JavaScript.
extern "C" {

ssize_t pread(int descriptor, void* to, std::size_t size, off_t offset) {
  return debrief::search::read_at(descriptor, to, size, static_cast<std::uint64_t>(offset));
}

ssize_t read(int descriptor, void* to, std::size_t size) {
  const ssize_t got = debrief::search::read_at(descriptor, to, size, debrief::search::position);
  if (got > 0) debrief::search::position += static_cast<std::uint64_t>(got);
  return got;
}

off_t lseek(int, off_t offset, int whence) {
  if (whence == SEEK_SET) debrief::search::position = static_cast<std::uint64_t>(offset);
  if (whence == SEEK_CUR) debrief::search::position += static_cast<std::uint64_t>(offset);
  if (whence == SEEK_END) {
    errno = EINVAL;
    return -1;
  }
  return static_cast<off_t>(debrief::search::position);
}

int close(int) {
  return 0;
}

int posix_fadvise(int, off_t, off_t, int) {
  return 0;
}
}
