// `theme eject`: the built-in theme as files, to be changed.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "generator/base/error.h"
#include "generator/base/new_file.h"
#include "generator/base/text.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/model/config.h"
#include "generator/source/source_tree.h"
#include "generator/theme/theme_files.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuiltin = "themes/default/";
constexpr std::string_view kDefaultName = "own";

bool is_name(const std::string& name) {
  return !name.empty() && name.front() != '.' && std::ranges::all_of(name, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

// What debrief.yaml says; whatever else may be wrong with it is no matter here.
std::string configured_theme(const fs::path& root) {
  Diagnostics ignored;
  const SourceTree sources = read_source_tree(root, root / "site", SourceLimits{}, ignored);
  const std::string theme = read_config(sources, ignored).theme;
  return theme == "default" ? "" : theme;
}

}  // namespace

int theme_eject_command(const fs::path& root, const ThemeEjectOptions& options) {
  const std::string configured = configured_theme(root);
  const std::string name = !options.name.empty() ? options.name
                           : !configured.empty() ? configured
                                                 : std::string(kDefaultName);
  if (!is_name(name) || name == "default") {
    throw Error(
        fmt::format("'{}' cannot be the name of a theme: letters, digits, - and _ can, and "
                    "'default' is the built-in one",
                    name));
  }
  const fs::path folder = root / "themes" / name;
  std::size_t written = 0;
  std::size_t kept = 0;
  for (const auto& [path, file] : builtin_theme()) {
    // The engine of the search belongs to the program, not to its looks.
    if (!file.origin.starts_with(kBuiltin)) continue;
    ++(write_new_file(folder / path, file.bytes) ? written : kept);
  }
  fmt::print("{}: {} files of the built-in theme\n", folder.generic_string(), written);
  if (kept != 0) fmt::print("{} files were there already, and are as they were\n", kept);
  if (configured != name) fmt::print("To use it, write 'theme: {}' into debrief.yaml.\n", name);
  fmt::print(
      "Delete the files that you do not change: those of the program then take their place, also "
      "when it is updated. themes/README.md of Debrief says what templates may use.\n");
  return kExitFine;
}

}  // namespace debrief
