#include "search/stamp.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "search/hash.h"

namespace debrief::search {
namespace {

// The header of Xapian's glass format: 14 bytes of magic, 2 of version, then the UUID.
constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
constexpr std::streamoff kUuidOffset = 16;
constexpr std::size_t kUuidSize = 16;
constexpr std::size_t kBufferSize = 1 << 16;

using Uuid = std::array<unsigned char, kUuidSize>;

// The identity that the rest of the file asks for. Absent if it is no database in one file.
std::optional<Uuid> uuid_of_content(std::istream& stream) {
  std::vector<char> buffer(kBufferSize);
  Hash hash;
  bool first = true;
  while (stream.read(buffer.data(), kBufferSize), stream.gcount() > 0) {
    const std::size_t size = static_cast<std::size_t>(stream.gcount());
    if (first) {
      const std::string_view begin(buffer.data(), size);
      if (!begin.starts_with(kMagic) || size < static_cast<std::size_t>(kUuidOffset) + kUuidSize)
        return std::nullopt;
      std::fill_n(buffer.begin() + kUuidOffset, kUuidSize, '\0');
      first = false;
    }
    hash.add(std::string_view(buffer.data(), size));
  }
  if (first) return std::nullopt;

  Uuid uuid = hash.bytes();
  // Marked as what it is: an UUID of version 8, made by rules of one's own.
  uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0F) | 0x80);
  uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

}  // namespace

void stamp_with_content(const std::filesystem::path& file) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.exceptions(std::ios::badbit);
  const std::optional<Uuid> uuid = uuid_of_content(stream);
  if (!uuid) {
    throw std::system_error(std::make_error_code(std::errc::io_error),
                            file.generic_string() + " is not a database in one file");
  }
  stream.clear();
  stream.seekp(kUuidOffset);
  for (const unsigned char byte : *uuid) stream.put(static_cast<char>(byte));
  stream.close();
  if (stream.fail()) {
    throw std::system_error(errno, std::generic_category(), file.generic_string());
  }
}

}  // namespace debrief::search
