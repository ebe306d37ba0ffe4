// The ways in which somebody can read the bytes of a published file.
//
// What a page hides in an entity, an address in a percent sign, or markup in the middle of a word,
// a reader still sees; so an audit has to read as they do. Each reading knows the way back to the
// bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

struct Reading {
  std::string_view name;  // "as written", "decoded", "without tags", "unpacked"
  std::string text;
  // For each byte of `text`, where in the file it comes from; empty if that is the same place.
  std::vector<std::uint32_t> origins;

  std::size_t origin(std::size_t at) const { return origins.empty() ? at : origins[at]; }
};

// As written; decoded (entities of HTML and XML, percent signs, the escapes of JSON, each in the
// others, until nothing changes, at most three times), if that differs; the same without what
// stands between < and >, if there is any. Of gzip data also what it holds (at most 64 MB).
std::vector<Reading> readings(std::string_view bytes);

}  // namespace debrief
