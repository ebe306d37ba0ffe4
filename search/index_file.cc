#include "search/index_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "search/deflate.h"
#include "search/pack.h"

namespace debrief::search {
namespace {

constexpr std::string_view kMagic = "DEBRIEF2";
constexpr std::size_t kSizeBytes = 8;
constexpr std::size_t kTrailerBytes = 2 * kSizeBytes + kMagic.size();

void put_size(std::string& out, std::uint64_t size) {
  for (std::size_t i = 0; i < kSizeBytes; ++i) out += static_cast<char>(size >> (8 * i));
}

std::uint64_t size_at(std::string_view bytes) {
  std::uint64_t size = 0;
  for (std::size_t i = kSizeBytes; i-- > 0;) {
    size = (size << 8) | static_cast<unsigned char>(bytes[i]);
  }
  return size;
}

int open_for_reading(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot read the search index " + path);
  }
  return descriptor;
}

}  // namespace

std::string encode_attachments(std::uint64_t database_size,
                               const std::vector<std::string>& attachments) {
  std::string out;
  std::string sizes;
  for (const std::string& attachment : attachments) {
    out += attachment;
    put_number(sizes, attachment.size());
  }
  const std::string directory = deflated(sizes);
  out += directory;
  put_size(out, database_size);
  put_size(out, directory.size());
  return out + std::string(kMagic);
}

void append_attachments(const std::filesystem::path& database,
                        const std::vector<std::string>& attachments) {
  const std::uint64_t size = std::filesystem::file_size(database);
  std::ofstream file(database, std::ios::binary | std::ios::app);
  file << encode_attachments(size, attachments);
  file.close();
  if (file.fail()) {
    throw std::system_error(errno, std::generic_category(), database.generic_string());
  }
}

IndexFile::IndexFile(const std::filesystem::path& path)
    : IndexFile(open_for_reading(path.string()), path.generic_string()) {}

IndexFile::IndexFile(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)) {
  try {
    read_directory();
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

IndexFile::~IndexFile() {
  ::close(descriptor_);
}

void IndexFile::read_directory() {
  const std::runtime_error foreign(name_ + " is not a search index of this version of Debrief");
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || status.st_size < static_cast<off_t>(kTrailerBytes)) {
    throw foreign;
  }
  const std::uint64_t room = static_cast<std::uint64_t>(status.st_size) - kTrailerBytes;
  const std::string trailer = read(room, kTrailerBytes);
  if (!trailer.ends_with(kMagic)) throw foreign;
  database_size_ = size_at(trailer);
  const std::uint64_t directory_size = size_at(std::string_view(trailer).substr(kSizeBytes));
  if (database_size_ > room || directory_size > room - database_size_) throw foreign;

  const std::uint64_t end = room - directory_size;
  const std::optional<std::string> sizes = inflated(read(end, directory_size), kMaxAttachment);
  if (!sizes) throw foreign;
  std::uint64_t at = database_size_;
  for (std::string_view rest = *sizes; !rest.empty();) {
    std::uint64_t size = 0;
    if (!take_number(rest, size) || size > end - at) throw foreign;
    places_.push_back({at, size});
    at += size;
  }
  if (at != end) throw foreign;
}

std::string IndexFile::read(std::uint64_t offset, std::uint64_t size) const {
  std::string bytes(size, '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::pread(descriptor_, bytes.data() + have, bytes.size() - have,
                                static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      throw std::system_error(got < 0 ? errno : EIO, std::generic_category(),
                              "cannot read the search index " + name_);
    }
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

int IndexFile::open_database() {
  // Anew, for a duplicate would share its position with the others.
  return open_for_reading("/proc/self/fd/" + std::to_string(descriptor_));
}

std::string IndexFile::packed_attachment(std::size_t number) const {
  return read(places_[number].offset, places_[number].size);
}

std::optional<std::string> IndexFile::attachment(std::size_t number) {
  return inflated(packed_attachment(number), kMaxAttachment);
}

Engine open_index(const std::filesystem::path& file) {
  return Engine(std::make_unique<IndexFile>(file), file.generic_string());
}

}  // namespace debrief::search
