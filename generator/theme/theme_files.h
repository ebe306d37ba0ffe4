// The files of a theme: the built-in one, which the program carries inside, and a site's own
// files, which are laid over it one by one.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace debrief {

struct ThemeFile {
  std::string origin;  // where messages say the file is: "themes/acme/templates/incident.mustache"
  std::string bytes;
};

// By path inside the theme: "templates/incident.mustache", "assets/style.css".
using ThemeFiles = std::map<std::string, ThemeFile, std::less<>>;

// The files that the program carries inside; their origin is below "themes/default".
ThemeFiles builtin_theme();

// `base` with the files of `own` in place of those of the same path, or added to them.
ThemeFiles overlay(ThemeFiles base, const ThemeFiles& own);

}  // namespace debrief
