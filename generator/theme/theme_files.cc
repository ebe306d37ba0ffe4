#include "generator/theme/theme_files.h"

namespace debrief {

ThemeFiles overlay(ThemeFiles base, const ThemeFiles& own) {
  for (const auto& [path, file] : own) base[path] = file;
  return base;
}

}  // namespace debrief
