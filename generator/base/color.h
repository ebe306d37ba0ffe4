// Colours as style sheets write them, and how well one is read on another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace debrief {

// Of the sRGB colour space, 0 to 255.
struct Color {
  int red = 0;
  int green = 0;
  int blue = 0;

  bool operator==(const Color&) const = default;
};

inline constexpr Color kWhite{255, 255, 255};
inline constexpr Color kBlack{0, 0, 0};

// "#1f5fa8", "#15a" or "rgb(31, 95, 168)", also with spaces for the commas. Absent for anything
// else, names and transparent colours too.
std::optional<Color> parse_color(std::string_view text);

std::string to_string(const Color& color);  // "#1f5fa8"

// `share` of `other`, from 0 to 1, in the colour.
Color mixed(const Color& color, const Color& other, double share);

// From 1, of the same colour, to 21, of black on white: the ratio of WCAG 2.2.
double contrast(const Color& a, const Color& b);

}  // namespace debrief
