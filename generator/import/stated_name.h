// What the name of a post-mortem says, be it its first heading or its file name: an id, a day, and
// the title without them.
//
//   [PM-12] Disk full                2021-05-29: Disk full        PM2022-001 - Disk full.md
//   Postmortem: Disk full (2021-05-29)      Disk full - May 29, 2021      2018-04-18-disk-full.md
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/base/timestamp.h"

namespace debrief {

struct StatedName {
  std::string title;              // empty if the name says nothing: "Postmortem", "index"
  std::string id;                 // "PM2022-001", or empty
  std::optional<Timestamp> date;  // a day or a month
  std::optional<Timestamp> year;  // of the id, or in front: when the text was written
};

StatedName read_heading(std::string_view text);

// Of a path; that of an "index.md" or "README.md" is its folder's.
StatedName read_file_name(std::string_view path);

// The last part of the path that read_file_name reads, without its extension.
std::string stem_of(std::string_view path);

}  // namespace debrief
