// What every page of a site is made from. Shared by threads; nothing here changes.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "generator/site/site_index.h"
#include "generator/view/view.h"

namespace debrief {

// The files of the theme as the site serves them: "style.css" -> "assets/style.0123.css".
using AssetPaths = std::map<std::string, std::string, std::less<>>;

// Refers to the view, which must outlive it.
struct Site {
  const View& view;
  SiteIndex index;
  AssetPaths assets;
};

inline Site make_site(const View& view, AssetPaths assets) {
  return {view, make_site_index(view), std::move(assets)};
}

}  // namespace debrief
