// Whether an SVG picture is nothing but a picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace debrief {

// What is in the file that no logo needs and a site must not hand out: scripts, references to
// other files, entities; and what drawing programs note about who drew it and where: comments,
// metadata, names of their own. Absent for a plain picture. When in doubt, something is found: an
// author can save a plain SVG, but nobody can call a published one back.
std::optional<std::string> svg_fault(std::string_view bytes);

}  // namespace debrief
