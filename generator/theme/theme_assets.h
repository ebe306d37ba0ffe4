// Assets under names that change with their content, so that a browser may keep them for ever.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/theme/theme_files.h"

namespace debrief {

struct ThemeAsset {
  std::string path;  // under which the site serves it: "assets/style.0123456789abcdef.css"
  std::string bytes;
};

struct NamedAssets {
  std::vector<ThemeAsset> assets;                         // by path
  std::map<std::string, std::string, std::less<>> paths;  // "style.css" -> its path
};

// The files below assets/. Style sheets refer to others by their new names, and a change of an
// icon is also one of the style sheet that shows it. Reports references to files that the theme
// does not have (theme-asset): pages load nothing from elsewhere.
NamedAssets name_assets(const ThemeFiles& files, Diagnostics& diagnostics);

}  // namespace debrief
