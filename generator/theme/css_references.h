// The files that a style sheet refers to: url(…) and @import.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace debrief {

struct CssReference {
  std::size_t offset;     // of the reference in the style sheet, quotes not included
  std::string_view text;  // "icons/x.svg#mark", part of the style sheet
};

// In the order of the style sheet. Comments and other strings hold no references.
std::vector<CssReference> css_references(std::string_view css);

}  // namespace debrief
