// The front matter of a text written for any tool: YAML between "---", TOML between "+++", or none.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/model/yaml.h"

namespace debrief {

struct SourceFrontMatter {
  YamlNode values;              // a map; empty if there is none
  std::size_t body_offset = 0;  // after a byte order mark
};

// Absent, with an error, if there is front matter and it cannot be read.
std::optional<SourceFrontMatter> read_source_front_matter(const SourceText& file,
                                                          Diagnostics& diagnostics);

}  // namespace debrief
