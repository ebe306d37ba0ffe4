// The names of front matter: Debrief's own, and those of other tools that mean the same.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// Debrief's own field names.
const std::vector<std::string>& front_matter_fields();

// The field that `key` stands for, by Debrief's names, the built-in aliases (of cState and
// icco/postmortems among them), or `own_aliases`; absent for an unknown key.
std::optional<std::string> field_of(std::string_view key,
                                    const std::map<std::string, std::string>& own_aliases);

// Keys of other tools that are understood and say nothing for Debrief ("section: issue").
bool is_ignored_field(std::string_view key);

// All keys that are accepted, for suggestions.
std::vector<std::string> known_field_keys(const std::map<std::string, std::string>& own_aliases);

}  // namespace debrief
