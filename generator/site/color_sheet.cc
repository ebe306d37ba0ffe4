#include "generator/site/color_sheet.h"

#include <fmt/format.h>

#include <string>

#include "generator/base/color.h"
#include "generator/base/hash.h"

namespace debrief {

namespace {

constexpr double kStronger = 0.25;

// `ink` is the colour of text: a link under the pointer comes nearer to it.
std::string rule(const Color& accent, const Color& ink) {
  return fmt::format(":root {{ --accent: {}; --accent-strong: {}; }}", to_string(accent),
                     to_string(mixed(accent, ink, kStronger)));
}

}  // namespace

std::optional<SiteFile> color_sheet(const ViewLook& look) {
  std::string bytes;
  if (look.accent) bytes += rule(*look.accent, kBlack) + "\n";
  if (look.accent_dark) {
    bytes += fmt::format("@media (prefers-color-scheme: dark) {{ {} }}\n",
                         rule(*look.accent_dark, kWhite));
  }
  if (bytes.empty()) return std::nullopt;
  std::string path = fmt::format("assets/colors.{}.css", content_hash(bytes));
  return SiteFile{std::move(path), std::move(bytes)};
}

}  // namespace debrief
