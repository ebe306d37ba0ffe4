// Value trees as YAML, in the form that people write by hand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/yaml.h"

namespace debrief {

// "key: value\n", with lists and groups below it, indented by `indent` spaces; short lists of texts
// on the same line. parse_yaml of it gives the same value. Requires: valid UTF-8.
std::string yaml_entry(std::string_view key, const YamlNode& value, std::size_t indent = 0);

YamlNode make_scalar(std::string_view text);
YamlNode make_list(const std::vector<std::string>& texts);

}  // namespace debrief
