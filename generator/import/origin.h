// Where a value was taken from.
#pragma once

#include <string>
#include <string_view>

namespace debrief {

struct Origin {
  enum class Kind { front_matter, label, heading, file_name, timeline, git, section };
  Kind kind = Kind::front_matter;
  int line = 0;         // 1-based, of the source; 0: none
  std::string section;  // of a label, in lower case; the heading of a section
};

// "front_matter", "label" …: its name in JSON.
std::string_view name_of(Origin::Kind kind);
// "front matter, line 3", "line 58, Stats", "first heading", "file name", "timeline, line 12",
// "git history".
std::string to_string(const Origin& origin);

}  // namespace debrief
