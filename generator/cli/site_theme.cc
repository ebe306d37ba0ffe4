#include "generator/cli/site_theme.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "generator/base/suggest.h"
#include "generator/theme/template_names.h"

namespace debrief {
namespace {

constexpr std::string_view kThemes = "themes/";

ThemeFiles own_files(const SourceTree& sources, const Config& config) {
  ThemeFiles own;
  if (config.theme.empty()) return own;
  const std::string folder = std::string(kThemes) + config.theme + "/";
  for (const SourceFile& file : sources.files) {
    if (file.path.starts_with(folder)) {
      own[file.path.substr(folder.size())] = {file.path, file.bytes};
    }
  }
  return own;
}

std::vector<std::string> folders_of_themes(const SourceTree& sources) {
  std::set<std::string> names = {"default"};
  for (const SourceFile& file : sources.files) {
    if (!file.path.starts_with(kThemes)) continue;
    const std::string_view rest = std::string_view(file.path).substr(kThemes.size());
    const std::size_t slash = rest.find('/');
    if (slash != std::string_view::npos) names.emplace(rest.substr(0, slash));
  }
  return {names.begin(), names.end()};
}

// What pages are made of, and no notes beside it.
ThemeFiles used_files(const SourceTree& sources) {
  Diagnostics ignored;  // Who reads the knowledge base has these already.
  ThemeFiles files = overlay(builtin_theme(), own_files(sources, read_config(sources, ignored)));
  std::erase_if(files, [](const auto& entry) {
    return !entry.first.starts_with("templates/") && !entry.first.starts_with("assets/");
  });
  return files;
}

}  // namespace

ThemeFiles site_theme(const SourceTree& sources, const Config& config, Diagnostics& diagnostics) {
  const ThemeFiles own = own_files(sources, config);
  if (own.empty() && !config.theme.empty() && config.theme != "default") {
    diagnostics.error(
        "unknown-theme", config.theme_where,
        fmt::format("there are no files in themes/{0}/; 'theme' names a folder in themes/: give "
                    "one that is there, or run 'debrief theme eject {0}'{1}",
                    config.theme, did_you_mean(config.theme, folders_of_themes(sources))));
  }
  check_template_names(own, diagnostics);
  return overlay(builtin_theme(), own);
}

std::vector<std::string> changed_theme_files(const SourceTree& before, const SourceTree& after) {
  const ThemeFiles former = used_files(before);
  const ThemeFiles now = used_files(after);
  std::set<std::string> changed;
  const auto compare = [&changed](const ThemeFiles& files, const ThemeFiles& others) {
    for (const auto& [path, file] : files) {
      const auto other = others.find(path);
      if (other == others.end() || other->second.bytes != file.bytes) changed.insert(path);
    }
  };
  compare(former, now);
  compare(now, former);
  return {changed.begin(), changed.end()};
}

}  // namespace debrief
