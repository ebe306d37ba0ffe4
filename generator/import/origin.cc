#include "generator/import/origin.h"

#include <fmt/format.h>

namespace debrief {

std::string_view name_of(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::front_matter:
      return "front_matter";
    case Origin::Kind::label:
      return "label";
    case Origin::Kind::heading:
      return "heading";
    case Origin::Kind::file_name:
      return "file_name";
    case Origin::Kind::timeline:
      return "timeline";
    case Origin::Kind::section:
      return "section";
    case Origin::Kind::git:
      break;
  }
  return "git";
}

std::string to_string(const Origin& origin) {
  switch (origin.kind) {
    case Origin::Kind::front_matter:
      return fmt::format("front matter, line {}", origin.line);
    case Origin::Kind::label: {
      if (origin.section.empty()) return fmt::format("line {}", origin.line);
      std::string section = origin.section;
      if (section[0] >= 'a' && section[0] <= 'z') {
        section[0] = static_cast<char>(section[0] - 'a' + 'A');
      }
      return fmt::format("line {}, {}", origin.line, section);
    }
    case Origin::Kind::heading:
      return "first heading";
    case Origin::Kind::file_name:
      return "file name";
    case Origin::Kind::timeline:
      return fmt::format("timeline, line {}", origin.line);
    case Origin::Kind::section:
      return fmt::format("line {}, it has a section '{}'", origin.line, origin.section);
    case Origin::Kind::git:
      break;
  }
  return "git history";
}

}  // namespace debrief
