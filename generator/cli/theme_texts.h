// What the site's own theme says on the public site: its words are nobody's content, so they are
// not redacted, but held to the same dictionary.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/model/knowledge_base.h"
#include "generator/theme/theme_files.h"

namespace debrief {

// Reports, in the templates and text assets that are not those of the built-in theme, what the
// dictionary would replace in a text, links to internal hosts, and credentials. Of assets only
// terms, patterns and hosts: a person's name may be a word of a program. `files` is complete.
void check_theme_texts(const ThemeFiles& files, const KnowledgeBase& kb, Diagnostics& diagnostics);

}  // namespace debrief
