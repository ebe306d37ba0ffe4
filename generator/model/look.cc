#include "generator/model/look.h"

#include <fmt/format.h>

#include <utility>

#include "generator/markdown/links.h"

namespace debrief {

namespace {

// Of the built-in theme; a theme with other papers knows what it does.
constexpr Color kLightSurface{0xf5, 0xf6, 0xf8};
constexpr Color kDarkSurface{0x1c, 0x22, 0x29};
constexpr double kReadable = 4.5;  // WCAG 2.2, level AA, for text

std::optional<Color> read_color(MapReader& colors, std::string_view key, const Color& surface,
                                Diagnostics& diagnostics) {
  if (colors.is_empty(key)) {
    diagnostics.error("bad-color", colors.where_key(key),
                      fmt::format("{} is empty; a colour that begins with # is a comment unless it "
                                  "stands in quotes: \"#1f5fa8\"",
                                  key));
    return std::nullopt;
  }
  const auto written = colors.text(key);
  if (!written) return std::nullopt;
  const auto color = parse_color(*written);
  if (!color) {
    diagnostics.error(
        "bad-color", colors.where_key(key),
        fmt::format("'{}' is no colour, such as \"#1f5fa8\" or rgb(31, 95, 168)", *written));
    return std::nullopt;
  }
  if (const double ratio = contrast(*color, surface); ratio < kReadable) {
    diagnostics.warning(
        "low-contrast", colors.where_key(key),
        fmt::format("links in {} on {} have a contrast of {:.1f}:1; WCAG AA wants {:.1f}:1",
                    *written, to_string(surface), ratio, kReadable));
  }
  return color;
}

std::vector<MenuLink> read_links(MapReader& reader, std::string_view key, const SourceText& file,
                                 Diagnostics& diagnostics) {
  std::vector<MenuLink> links;
  for (const YamlNode& node : reader.list(key)) {
    MapReader entry(node, file, fmt::format("a link in '{}'", key), diagnostics);
    MenuLink link;
    link.name = entry.required_text("name");
    link.url = entry.text_or("url", "");
    link.guide = entry.text_or("guide", "");
    link.where = entry.where_map();
    entry.finish();
    if (link.url.empty() == link.guide.empty()) {
      diagnostics.error("bad-link", link.where,
                        "a link leads to one place: 'url: https://…' or 'guide: pages/NAME.md'");
      continue;
    }
    if (!link.url.empty() && parse_link_target(link.url).kind != LinkTarget::Kind::url) {
      diagnostics.error("bad-link", entry.where_key("url"),
                        fmt::format("'{}' is no address of the web, such as "
                                    "https://chat.example.com/ or mailto:oncall@example.com",
                                    link.url));
      continue;
    }
    if (!link.name.empty()) links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

LookConfig read_look(MapReader& view, const SourceText& file, Diagnostics& diagnostics) {
  LookConfig look;
  if (view.find("logo") != nullptr) {
    look.logo = view.text_or("logo", "");
    look.logo_where = view.where_key("logo");
  }
  if (const YamlNode* node = view.find("colors")) {
    MapReader colors(*node, file, "colors", diagnostics);
    look.accent = read_color(colors, "accent", kLightSurface, diagnostics);
    look.accent_dark = read_color(colors, "accent_dark", kDarkSurface, diagnostics);
    colors.finish();
    // One colour is enough: the other is as much of it as can be read on a dark page.
    if (look.accent && !look.accent_dark) {
      Color lighter = *look.accent;
      while (contrast(lighter, kDarkSurface) < kReadable) lighter = mixed(lighter, kWhite, 0.1);
      look.accent_dark = lighter;
    }
  }
  if (const YamlNode* node = view.find("footer")) {
    if (node->kind == YamlNode::Kind::map) {
      MapReader footer(*node, file, "footer", diagnostics);
      look.footer = footer.text_or("text", "");
      look.footer_links = read_links(footer, "links", file, diagnostics);
      footer.finish();
    } else {
      look.footer = view.text_or("footer", "");
    }
  }
  look.menu = read_links(view, "menu", file, diagnostics);
  return look;
}

}  // namespace debrief
