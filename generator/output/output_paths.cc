#include "generator/output/output_paths.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "generator/base/error.h"

namespace debrief {

namespace {

bool is_safe_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         std::none_of(name.begin(), name.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte < 0x20 || byte == 0x7F || c == '\\';
         });
}

}  // namespace

void check_output_path(std::string_view path) {
  std::string_view rest = path;
  for (;;) {
    const std::size_t slash = rest.find('/');
    if (!is_safe_name(rest.substr(0, slash))) {
      throw Error("not a path within a site: '" + std::string(path) + "'");
    }
    if (slash == std::string_view::npos) return;
    rest.remove_prefix(slash + 1);
  }
}

std::vector<std::string> OutputPaths::add(const std::string& path) {
  check_output_path(path);
  if (folders_.contains(path)) {
    throw Error("the site has a folder '" + path + "' already; no file can have its name");
  }

  // From the innermost outwards, up to one that is known, as nearly all are.
  std::vector<std::string> new_folders;
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos;
       slash = path.rfind('/', slash - 1)) {
    std::string folder = path.substr(0, slash);
    if (folders_.contains(folder)) break;
    if (files_.contains(folder)) {
      throw Error("the site has a file '" + folder + "' already; '" + path +
                  "' cannot be within it");
    }
    new_folders.push_back(std::move(folder));
  }
  if (!files_.insert(path).second) {
    throw Error("two files of the site have the same path: '" + path + "'");
  }
  folders_.insert(new_folders.begin(), new_folders.end());
  std::reverse(new_folders.begin(), new_folders.end());
  return new_folders;
}

}  // namespace debrief
