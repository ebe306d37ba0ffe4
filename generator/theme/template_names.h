// The names that templates may use, as themes/README.md documents them: that file is part of the
// program, and a test compares it with what the pages really have.
#pragma once

#include <set>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/theme/theme_files.h"

namespace debrief {

// Every name that the README writes as `name`.
const std::set<std::string>& documented_names();

// Reports each template that no page is shown with, and each name in a template that no page has:
// in parts of a page, too, that this site does not show today. That a name is where it is asked for
// is known only when a page is made.
void check_template_names(const ThemeFiles& files, Diagnostics& diagnostics);

}  // namespace debrief
