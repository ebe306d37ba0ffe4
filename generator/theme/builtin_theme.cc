#include <span>

#include "generator/base/embedded_file.h"
#include "generator/theme/theme_files.h"

namespace debrief {

// Made by debrief_embed() out of themes/default.
extern const std::span<const EmbeddedFile> builtin_theme_files;
// Out of search/web. A part of every theme: pages name these as they name its other assets.
extern const std::span<const EmbeddedFile> browser_engine_files;

ThemeFiles builtin_theme() {
  ThemeFiles files;
  for (const EmbeddedFile& file : builtin_theme_files) {
    const std::string path(file.path);
    files[path] = {"themes/default/" + path, std::string(file.bytes())};
  }
  for (const EmbeddedFile& file : browser_engine_files) {
    const std::string path(file.path);
    files["assets/" + path] = {"search/web/" + path, std::string(file.bytes())};
  }
  return files;
}

}  // namespace debrief
