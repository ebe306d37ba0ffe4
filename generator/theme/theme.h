// A theme, ready for use: its templates parsed and checked, its assets named by their content.
//
// Templates are Mustache, made strict (themes/README.md says what they may use). A name is
// looked up in the innermost section only, and one that is not there is an error: a misspelt
// name must not render as nothing, nor a redacted row show the page's own field of that name.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/site/page_data.h"
#include "generator/theme/theme_assets.h"
#include "generator/theme/theme_files.h"

namespace debrief {

class Theme {
 public:
  // Parses every template, puts partials in place, and names the assets by their content.
  // `files` is complete. Every fault of every file is reported with its line; a theme with
  // faults renders nothing.
  static Theme load(const ThemeFiles& files, Diagnostics& diagnostics);

  Theme(Theme&&) noexcept;
  Theme& operator=(Theme&&) noexcept;
  ~Theme();

  const std::vector<ThemeAsset>& assets() const;  // by path
  // "style.css" -> "assets/style.0123456789abcdef.css" for each asset, for page data.
  const std::map<std::string, std::string, std::less<>>& asset_paths() const;

  // The page of `data`, through the template `name` ("incident"). May be called from several
  // threads. Throws Error, with the template's file and line, for a name that the data does
  // not hold or that holds something else than the template takes it for.
  std::string render(std::string_view name, const PageData& data) const;

 private:
  struct State;
  explicit Theme(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace debrief
