// What a site of the knowledge base adds to its look without a theme: a logo, colours, links in the
// menu and at the foot. Each view has its own, since what one shows the other may not know.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/color.h"
#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/model/map_reader.h"

namespace debrief {

struct MenuLink {
  std::string name;
  std::string url;    // of the web; empty if it leads to a guide
  std::string guide;  // "pages/severities.md"
  SourceLocation where;
};

struct LookConfig {
  std::string logo;  // a picture of the knowledge base: "assets/logo.svg"
  SourceLocation logo_where;
  std::optional<Color> accent;       // of links and buttons, on light pages
  std::optional<Color> accent_dark;  // on dark ones
  std::string footer;                // plain text
  std::vector<MenuLink> footer_links;
  std::vector<MenuLink> menu;
};

// Reads `logo`, `colors`, `footer` and `menu` of a view.
LookConfig read_look(MapReader& view, const SourceText& file, Diagnostics& diagnostics);

}  // namespace debrief
