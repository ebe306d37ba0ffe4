// Partials put in place of their tags, once, before anything is rendered: what a page shows
// can then never be taken for a template.
#pragma once

#include <map>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/theme/template_pieces.h"

namespace debrief {

// By name of the file: "incident" for a page, "_head" for the partial {{> head}}.
using TemplatesByName = std::map<std::string, TemplatePieces, std::less<>>;

// The templates of pages, without partial tags; every piece keeps the place it came from.
// Reports partials that do not exist (template-unknown-partial), and those that contain
// themselves, or make a template grow beyond all use (template-syntax).
TemplatesByName inline_partials(const TemplatesByName& files, Diagnostics& diagnostics);

}  // namespace debrief
