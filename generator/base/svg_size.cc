#include "generator/base/svg_size.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

namespace debrief {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr double kMost = 65535;

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == std::string_view::npos ? "" : text.substr(begin);
}

// What stands before the root element: declarations, comments, processing instructions.
std::string_view skip_prologue(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    text = without_blanks(text);
    const std::string_view end = text.starts_with("<!--") ? "-->"
                                 : text.starts_with("<?") ? "?>"
                                 : text.starts_with("<!") ? ">"
                                                          : "";
    if (end.empty()) return text;
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return "";
    text.remove_prefix(found + end.size());
  }
}

// Takes a number with what separates it from the next.
std::optional<double> take_number(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n,");
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// "640", "640px"; not "100%" nor "12em".
std::optional<double> length_of(std::string_view text) {
  const auto value = take_number(text);
  const std::string_view unit = without_blanks(text);
  return unit.empty() || unit == "px" ? value : std::nullopt;
}

struct Root {
  std::optional<double> width, height;
  std::optional<std::array<double, 2>> view_box;
};

std::optional<std::array<double, 2>> view_box_of(std::string_view text) {
  std::array<double, 4> numbers = {};
  for (double& number : numbers) {
    const auto value = take_number(text);
    if (!value) return std::nullopt;
    number = *value;
  }
  return std::array{numbers[2], numbers[3]};
}

// The attributes of the root element, up to what is no attribute.
Root read_attributes(std::string_view text) {
  Root root;
  for (;;) {
    text = without_blanks(text);
    const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n=>/"));
    text = without_blanks(text.substr(name.size()));
    if (name.empty() || !text.starts_with('=')) return root;
    text = without_blanks(text.substr(1));
    if (!text.starts_with('"') && !text.starts_with('\'')) return root;
    const std::size_t close = text.find(text.front(), 1);
    if (close == std::string_view::npos) return root;
    const std::string_view value = text.substr(1, close - 1);
    if (name == "width") root.width = length_of(value);
    if (name == "height") root.height = length_of(value);
    if (name == "viewBox") root.view_box = view_box_of(value);
    text.remove_prefix(close + 1);
  }
}

bool is_reasonable(double length) {
  return length >= 0.5 && length <= kMost;
}

}  // namespace

std::optional<std::pair<int, int>> svg_size(std::string_view bytes) {
  // A root element is no longer than that; what follows is not looked at.
  constexpr std::size_t kHead = 16384;
  constexpr std::string_view kRoot = "<svg";
  std::string_view text = skip_prologue(bytes.substr(0, kHead));
  if (!text.starts_with(kRoot)) return std::nullopt;
  text.remove_prefix(kRoot.size());
  if (text.empty() || kBlanks.find(text.front()) == std::string_view::npos) return std::nullopt;
  const Root root = read_attributes(text);
  std::optional<std::array<double, 2>> size = root.view_box;
  if (root.width && root.height) size = {*root.width, *root.height};
  if (!size || !is_reasonable((*size)[0]) || !is_reasonable((*size)[1])) return std::nullopt;
  return std::pair(static_cast<int>(std::lround((*size)[0])),
                   static_cast<int>(std::lround((*size)[1])));
}

}  // namespace debrief
