// Which paths a site's files may have, and which it has already.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// Throws Error unless `path` is relative, made of names with '/' between them: none empty,
// "." or "..", no backslash, no control character.
void check_output_path(std::string_view path);

// The files of one site. Every sink asks it first, so that all of them refuse the same.
class OutputPaths {
 public:
  // Returns the folders that `path` is the first to need, outermost first.
  // Throws Error if `path` is not safe or was added before, if it is a folder of a file
  // added before, or would need such a file to be a folder.
  std::vector<std::string> add(const std::string& path);

 private:
  std::set<std::string> files_;
  std::set<std::string> folders_;
};

}  // namespace debrief
