#include "generator/base/hash.h"

#include <xxhash.h>

#include <algorithm>

namespace debrief {

std::string content_hash(std::string_view bytes, std::size_t digits) {
  // The canonical form is the same on machines of either byte order.
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));

  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : canonical.digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 0xF];
  }
  hex.resize(std::min(digits, hex.size()));
  return hex;
}

}  // namespace debrief
