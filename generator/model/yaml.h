// Strict YAML: the part of it that cannot surprise, with a position for every value.
//
// yaml-cpp is wrapped in yaml.cc only. Refused, because each has been a way to say one thing
// to a reader and another to a program: duplicate keys, anchors and aliases, "<<", tags, more
// than one document, a root that is not the expected kind. Every scalar stays the text that
// was written: 010 is not 8 and "no" is not false until a field says that it is a flag.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"

namespace debrief {

struct YamlNode {
  enum class Kind { null, scalar, list, map };
  struct Entry;

  Kind kind = Kind::null;
  std::string text;     // of a scalar
  bool quoted = false;  // a scalar in quotes, or a block scalar
  int line = 0;         // 1-based, in the file
  int column = 0;       // 1-based
  std::vector<YamlNode> items;
  std::vector<Entry> entries;  // of a map, as written, each key once

  const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
  std::string key;
  int line = 0;
  int column = 0;
  YamlNode value;
};

// Parses `length` bytes of `file` from `offset`. Absent, with a diagnostic, if they are not YAML
// or use what is refused. An empty text is a null node.
std::optional<YamlNode> parse_yaml(const SourceText& file, std::size_t offset, std::size_t length,
                                   Diagnostics& diagnostics);

}  // namespace debrief
