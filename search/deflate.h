// Compression as zlib does it (RFC 1950).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace debrief::search {

// Equal bytes give equal bytes.
std::string deflated(std::string_view bytes);

// Absent if `bytes` is not one whole zlib stream, or holds more than `most` bytes.
std::optional<std::string> inflated(std::string_view bytes, std::size_t most);

}  // namespace debrief::search
