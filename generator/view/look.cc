#include "generator/view/look.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "generator/base/suggest.h"

namespace debrief {

namespace {

std::string logo_path(const LookSources& sources, AssetCollector& assets,
                      Diagnostics& diagnostics) {
  const LookConfig& look = sources.look;
  if (look.logo.empty()) return "";
  const std::vector<SourceFile>& images = sources.kb.images;
  const auto found = std::ranges::find(images, look.logo, &SourceFile::path);
  if (found == images.end()) {
    std::vector<std::string> paths;
    for (const SourceFile& image : images) paths.push_back(image.path);
    diagnostics.error("missing-logo", look.logo_where,
                      fmt::format("there is no picture '{}' in assets/, incidents/ or pages/{}",
                                  look.logo, did_you_mean(look.logo, paths)));
    return "";
  }
  return assets.add_logo(*found, look.logo_where, diagnostics).value;
}

std::optional<std::string> guide_page(const LookSources& sources, const MenuLink& link,
                                      Diagnostics& diagnostics) {
  const std::vector<Guide>& guides = sources.kb.guides;
  const auto found = std::ranges::find(guides, link.guide, &Guide::path);
  if (found == guides.end()) {
    std::vector<std::string> paths;
    for (const Guide& guide : guides) paths.push_back(guide.path);
    diagnostics.error(
        "unknown-guide", link.where,
        fmt::format("there is no guide '{}'{}", link.guide, did_you_mean(link.guide, paths)));
    return std::nullopt;
  }
  std::string key = sources.guide_key(static_cast<std::size_t>(found - guides.begin()));
  if (key.empty()) {
    diagnostics.error("guide-not-public", link.where,
                      fmt::format("'{}' is not public, so the public site cannot lead there; it "
                                  "would have to say 'visibility: public'",
                                  link.guide));
    return std::nullopt;
  }
  return key;
}

std::vector<ViewMenuLink> menu_links(const LookSources& sources, const std::vector<MenuLink>& links,
                                     Diagnostics& diagnostics) {
  std::vector<ViewMenuLink> shown;
  for (const MenuLink& link : links) {
    ViewMenuLink entry{link.name, link.url, ""};
    if (sources.dictionary != nullptr) entry.name = sources.dictionary->redact(link.name);
    if (!link.guide.empty()) {
      auto page = guide_page(sources, link, diagnostics);
      if (!page) continue;
      entry.page = std::move(*page);
    } else if (sources.dictionary != nullptr) {
      entry.url = sources.dictionary->redact_url(link.url);
      if (entry.url.empty()) {
        diagnostics.error(
            "link-not-public", link.where,
            fmt::format("the public site may not show '{}'; views.public.link_hosts names hosts "
                        "that are public, and 'allow' in redactions.yaml addresses",
                        link.url));
        continue;
      }
    }
    shown.push_back(std::move(entry));
  }
  return shown;
}

}  // namespace

ViewLook view_look(const LookSources& sources, AssetCollector& assets, Diagnostics& diagnostics) {
  const LookConfig& config = sources.look;
  ViewLook look;
  look.logo = logo_path(sources, assets, diagnostics);
  look.accent = config.accent;
  look.accent_dark = config.accent_dark;
  look.footer =
      sources.dictionary != nullptr ? sources.dictionary->redact(config.footer) : config.footer;
  look.footer_links = menu_links(sources, config.footer_links, diagnostics);
  look.menu = menu_links(sources, config.menu, diagnostics);
  return look;
}

}  // namespace debrief
