// Content hashes for file names (XXH3, 128 bits). Not for secrets: anybody can compute them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace debrief {

// Lower-case hexadecimal, the first `digits` (at most 32) of the 128-bit hash.
std::string content_hash(std::string_view bytes, std::size_t digits = 16);

}  // namespace debrief
