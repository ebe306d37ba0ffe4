// Groups that a page may lack. A template asks for them with a section, which shows nothing
// for a flag that is false; the name itself is always there, for a missing one is an error.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "generator/site/page_data.h"

namespace debrief {

inline void set_optional(PageData& data, const std::string& name, std::optional<PageData> group) {
  if (group) {
    data.group(name, std::move(*group));
  } else {
    data.flag(name, false);
  }
}

}  // namespace debrief
