// The content folder, for commands that write no site.
#pragma once

#include <filesystem>
#include <optional>

#include "generator/base/day.h"
#include "generator/base/diagnostics.h"
#include "generator/model/config.h"
#include "generator/source/source_tree.h"
#include "generator/view/view.h"

namespace debrief {

// Without the default output folder of a build. Throws Error if the root itself cannot be read.
SourceTree read_content(const std::filesystem::path& root, Diagnostics& diagnostics);

// The internal view, for commands that ask something of it: what the internal site shows, or with
// `drafts` all there is. Absent if the content has errors, which `diagnostics` has.
// `today` is that of the question, absent: what the clock says.
std::optional<View> read_internal_view(const std::filesystem::path& root, bool drafts,
                                       std::optional<Day> today, Diagnostics& diagnostics);

// The same of the public view, which never has drafts.
std::optional<View> read_public_view(const std::filesystem::path& root, std::optional<Day> today,
                                     Diagnostics& diagnostics);

// The day in the time zone of the knowledge base: `today` if it is given, otherwise the clock's.
Day day_of(const Config& config, std::optional<Day> today);

}  // namespace debrief
