// An empty folder on the real file system, removed with all that is in it.
#pragma once

#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace debrief {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "debrief-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for a test");
    // Without links, since messages name folders without them.
    path_ = std::filesystem::canonical(name);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

  // Writes a file, and the folders above it.
  void write(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << bytes;
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
  }

  std::string read(const std::string& name) const { return read_file(path_ / name); }

  static std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  // "path: content" of every file below `name`, a line each, sorted; a folder without
  // entries as "path/".
  std::string listing(const std::string& name = "") const {
    std::map<std::string, std::string> lines;
    const std::filesystem::path top = name.empty() ? path_ : path_ / name;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
      const std::string path = entry.path().lexically_relative(top).string();
      if (entry.is_symlink()) {
        lines[path] = path + " -> " + std::filesystem::read_symlink(entry.path()).string();
      } else if (entry.is_regular_file()) {
        lines[path] = path + ": " + read_file(entry.path());
      } else if (entry.is_directory() && std::filesystem::is_empty(entry.path())) {
        lines[path] = path + '/';
      }
    }
    std::string text;
    for (const auto& [path, line] : lines) text += line + '\n';
    return text;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace debrief
