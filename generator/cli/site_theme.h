// The theme of a knowledge base: its own files, and the built-in ones below them.
#pragma once

#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/config.h"
#include "generator/source/source_tree.h"
#include "generator/theme/theme_files.h"

namespace debrief {

// The site's own files, laid over the built-in ones. Reports a theme that is not there, and what
// check_template_names() does.
ThemeFiles site_theme(const SourceTree& sources, const Config& config, Diagnostics& diagnostics);

// The templates and assets that two knowledge bases do not have alike, by path inside the theme.
std::vector<std::string> changed_theme_files(const SourceTree& before, const SourceTree& after);

}  // namespace debrief
