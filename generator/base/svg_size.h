// How large an SVG picture asks to be.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace debrief {

// Width and height in pixels: those of its root element, where both are plain numbers or pixels, or
// else those of its viewBox. Absent if it says neither, or something unreasonable.
std::optional<std::pair<int, int>> svg_size(std::string_view bytes);

}  // namespace debrief
