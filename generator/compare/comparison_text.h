// A comparison as text for people.
#pragma once

#include <string>

#include "generator/compare/compare_views.h"

namespace debrief {

enum class TextColor { none, terminal };

// The form is described in README.md of this folder.
std::string comparison_text(const Comparison& comparison, TextColor color);

}  // namespace debrief
