// `init`: a knowledge base to begin with.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/file_descriptor.h"
#include "generator/base/text.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/scaffold/new_files.h"
#include "generator/scaffold/new_knowledge_base.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// Absolute, without links as far as it is there, and without a slash at its end.
fs::path real_path(const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::absolute(folder, error);
  if (!error) path = fs::weakly_canonical(path, error).lexically_normal();
  if (error) throw_system_error("look into", folder.generic_string(), error.value());
  return path.has_filename() ? path : path.parent_path();
}

// Every command would find the nearest of the two, and a build of the outer one may read the inner.
void refuse_folder_within_another(const fs::path& folder) {
  for (fs::path above = folder; above != above.parent_path();) {
    above = above.parent_path();
    std::error_code ignored;
    if (!fs::is_regular_file(above / "debrief.yaml", ignored)) continue;
    throw Error(fmt::format(
        "'{}' lies in a knowledge base, '{}'; choose a folder outside of it, or start a "
        "post-mortem in it with 'debrief new'",
        folder.generic_string(), above.generic_string()));
  }
}

void refuse_to_overwrite(const fs::path& folder, const std::vector<SourceFile>& files) {
  std::error_code ignored;
  const fs::file_status status = fs::status(folder, ignored);
  if (fs::exists(status) && !fs::is_directory(status)) {
    throw Error(fmt::format("'{}' is no folder; choose another name", folder.generic_string()));
  }
  const std::vector<std::string> found = in_the_way(folder, files);
  if (found.empty()) return;
  throw Error(fmt::format(
      "'{}' has {} already, and init overwrites nothing; move {} away, or choose another "
      "folder. Nothing was written",
      folder.generic_string(), fmt::join(found, ", "), found.size() == 1 ? "it" : "them"));
}

std::string title_for(const InitOptions& options, const fs::path& folder) {
  if (!options.title) return title_of_folder(folder.filename().string());
  std::string title = collapse_spaces(*options.title);
  if (title.empty()) throw Error("--title is empty; leave it out to take the name of the folder");
  if (find_invalid_utf8(title)) throw Error("--title is not valid UTF-8");
  return title;
}

// As a word of the shell.
std::string shell_word(const std::string& text) {
  const bool is_plain = !text.starts_with('-') && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view("/._-+").find(c) != std::string::npos;
  });
  if (is_plain) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

// The path from the folder of the repository that it is in, or will be; empty if that is itself.
fs::path folder_in_repository(const fs::path& folder) {
  std::error_code ignored;
  for (fs::path above = folder;; above = above.parent_path()) {
    if (fs::exists(above / ".git", ignored)) {
      const fs::path path = folder.lexically_relative(above);
      return path == "." ? fs::path() : path;
    }
    if (above == above.parent_path()) return {};
  }
}

Forges forges_for(const InitOptions& options) {
  return options.ci == "github"   ? Forges::github
         : options.ci == "gitlab" ? Forges::gitlab
         : options.ci == "none"   ? Forges::none
                                  : Forges::both;
}

void print_what_to_move(const std::vector<SourceFile>& files, const fs::path& folder) {
  if (folder.empty()) return;
  std::vector<std::string> paths;
  for (const SourceFile& file : files) {
    if (is_for_the_repository(file.path)) paths.push_back(file.path);
  }
  if (paths.empty()) return;
  fmt::print(
      "\nThis is the folder {} of a repository. These are looked for in the folder of the "
      "repository itself, and made\nfor it: move them there, or add what they say to what is "
      "there.\n",
      folder.generic_string());
  for (const std::string& path : paths) fmt::print("  {}\n", path);
}

void print_next_steps(const fs::path& shown) {
  const std::string enter = shown == "." ? "" : "cd " + shell_word(shown.generic_string()) + " && ";
  fmt::print(
      "\nNext:\n"
      "  {}debrief build\n"
      "  debrief serve\n"
      "  debrief new \"What people saw\"\n"
      "README.md there says how to make it yours, review in pull requests and publish.\n",
      enter);
}

}  // namespace

int init_command(const InitOptions& options) {
  if (options.folder.empty()) throw Error("init needs a folder: debrief init postmortems");
  const fs::path real = real_path(options.folder);
  const fs::path in_repository = folder_in_repository(real);
  const std::vector<SourceFile> files = new_knowledge_base(
      {title_for(options, real), forges_for(options), in_repository.generic_string()});
  refuse_folder_within_another(real);
  refuse_to_overwrite(real, files);
  write_new_files(real, files);

  // As it was typed, without a slash at its end.
  const fs::path typed = options.folder.lexically_normal();
  const fs::path shown = typed.has_filename() ? typed : typed.parent_path();
  std::vector<std::string> paths;
  for (const SourceFile& file : files) {
    paths.push_back((shown / file.path).lexically_normal().generic_string());
  }
  std::ranges::sort(paths);
  for (const std::string& path : paths) fmt::print("{}\n", path);
  print_what_to_move(files, in_repository);
  print_next_steps(shown);
  return kExitFine;
}

}  // namespace debrief
