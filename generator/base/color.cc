#include "generator/base/color.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "generator/base/escape.h"
#include "generator/base/text.h"

namespace debrief {

namespace {

std::optional<Color> parse_hex(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  const std::size_t width = digits.size() / 3;
  int parts[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const auto high = hex_digit(digits[i * width]);
    const auto low = hex_digit(digits[i * width + width - 1]);
    if (!high || !low) return std::nullopt;
    parts[i] = *high * 16 + *low;
  }
  return Color{parts[0], parts[1], parts[2]};
}

std::optional<Color> parse_rgb(std::string text) {
  std::ranges::replace(text, ',', ' ');
  std::vector<int> parts;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const auto number = whole_number(word);
    if (!number || *number < 0 || *number > 255) return std::nullopt;
    parts.push_back(*number);
  }
  if (parts.size() != 3) return std::nullopt;
  return Color{parts[0], parts[1], parts[2]};
}

double linear(int part) {
  const double share = part / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const Color& color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

int mixed_part(int part, int other, double share) {
  return static_cast<int>(std::lround(part + (other - part) * share));
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  text = trim(text);
  if (text.starts_with('#')) return parse_hex(text.substr(1));
  if (text.starts_with("rgb(") && text.ends_with(')')) {
    return parse_rgb(std::string(text.substr(4, text.size() - 5)));
  }
  return std::nullopt;
}

std::string to_string(const Color& color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
}

Color mixed(const Color& color, const Color& other, double share) {
  return {mixed_part(color.red, other.red, share), mixed_part(color.green, other.green, share),
          mixed_part(color.blue, other.blue, share)};
}

double contrast(const Color& a, const Color& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace debrief
