// TOML, as the value tree that YAML gives too. toml++ is wrapped in toml.cc only.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/model/yaml.h"

namespace debrief {

// Parses `length` bytes of `file` from `offset`; the root is a map, in the order of the file.
// Dates and times are texts in RFC 3339. Absent, with a diagnostic, if it is not TOML.
std::optional<YamlNode> parse_toml(const SourceText& file, std::size_t offset, std::size_t length,
                                   Diagnostics& diagnostics);

}  // namespace debrief
