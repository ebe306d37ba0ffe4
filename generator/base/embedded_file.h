// A file that the linker put into the program. The tables of them are made by
// debrief_embed() in .cmake/embed.cmake.
#pragma once

#include <cstddef>
#include <string_view>

namespace debrief {

struct EmbeddedFile {
  std::string_view path;  // relative to the embedded folder, with '/'
  const char* begin;
  const char* end;

  std::string_view bytes() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

}  // namespace debrief
