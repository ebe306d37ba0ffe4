// The names of front matter: Debrief's own, and those of other tools that mean the same.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// What may stand behind a key of front matter.
enum class FieldForm {
  text,           // one text
  texts,          // a text or a list of texts
  person,         // a handle or a name
  people,         // one of those, or a list
  time,           // a time with its offset from UTC, or a day, a month or a year
  end,            // the same, or yes or no
  day,            // a time, of which the day counts
  flag,           // yes or no
  word,           // one of `words`, written just so
  severity,       // a label of the scale
  services,       // names of services.yaml
  causes,         // names of causes.yaml
  links,          // names, each with an address
  group,          // the keys of `parts`
  text_or_group,  // a text, or those
};

// A key within a group.
struct FieldPart {
  std::string_view name;
  FieldForm form;
  std::string_view meaning;
};

struct Field {
  std::string_view name;
  FieldForm form;
  bool is_for_maintenance;   // or for incidents only
  std::string_view meaning;  // a sentence for authors
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> words;
  std::vector<FieldPart> parts;
};

// Each field, in the order in which authors write them.
const std::vector<Field>& front_matter_table();

// Debrief's own field names.
const std::vector<std::string>& front_matter_fields();

// Its line of the table. Requires: there is such a field.
const Field& field_called(std::string_view name);

// The field that `key` stands for, by Debrief's names, the built-in aliases (of cState and
// icco/postmortems among them), or `own_aliases`; absent for an unknown key.
std::optional<std::string> field_of(std::string_view key,
                                    const std::map<std::string, std::string>& own_aliases);

// Keys of other tools that are understood and say nothing for Debrief ("section: issue").
const std::vector<std::string_view>& ignored_fields();
bool is_ignored_field(std::string_view key);

// All keys that are accepted, for suggestions.
std::vector<std::string> known_field_keys(const std::map<std::string, std::string>& own_aliases);

}  // namespace debrief
