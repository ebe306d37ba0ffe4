// The content folder, for commands that write no site.
#pragma once

#include <filesystem>
#include <optional>

#include "generator/base/diagnostics.h"
#include "generator/source/source_tree.h"
#include "generator/view/view.h"

namespace debrief {

// Without the default output folder of a build. Throws Error if the root itself cannot be read.
SourceTree read_content(const std::filesystem::path& root, Diagnostics& diagnostics);

// The internal view, for commands that ask something of it: what the internal site shows, or with
// `drafts` all there is. Absent if the content has errors, which `diagnostics` has.
std::optional<View> read_internal_view(const std::filesystem::path& root, bool drafts,
                                       Diagnostics& diagnostics);

// The same of the public view, which never has drafts.
std::optional<View> read_public_view(const std::filesystem::path& root, Diagnostics& diagnostics);

}  // namespace debrief
