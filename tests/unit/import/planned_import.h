// An import in memory: texts in, report and files out.
#pragma once

#include <string>
#include <string_view>

#include "generator/import/import_plan.h"

namespace debrief {

struct PlannedImport {
  std::string report;  // as the program prints it
  std::string json;
  std::string problems;  // errors
  std::string files;     // all that would be written, each under "-- path --"
};

// `sources` and `target` as content_folder() reads them; pictures of `sources` are found where
// texts refer to them.
PlannedImport plan(std::string_view sources, std::string_view target = "",
                   const ImportSettings& settings = {}, const GitHistory& history = {});

}  // namespace debrief
