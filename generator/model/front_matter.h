// The YAML block at the head of a Markdown file, between two lines of "---".
#pragma once

#include <cstddef>
#include <optional>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"

namespace debrief {

struct FrontMatter {
  std::size_t yaml_offset = 0;
  std::size_t yaml_length = 0;
  std::size_t body_offset = 0;
};

// Absent, with an error that says what to write, if the file has none or it does not end.
std::optional<FrontMatter> split_front_matter(const SourceText& file, Diagnostics& diagnostics);

}  // namespace debrief
