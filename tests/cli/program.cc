#include "tests/cli/program.h"

#include <fmt/format.h>
#include <stdlib.h>  // setenv

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <sstream>

namespace debrief {

namespace fs = std::filesystem;

namespace {

// Thousands of small files are written here; in memory that takes a fraction of the time.
[[maybe_unused]] const bool kIsInMemory = [] {
  return std::getenv("TMPDIR") == nullptr && fs::is_directory("/dev/shm") &&
         ::setenv("TMPDIR", "/dev/shm", 0) == 0;
}();

}  // namespace

RunResult run_debrief(const std::vector<std::string>& arguments, const RunOptions& options) {
  return run_program(DEBRIEF_PROGRAM, arguments, options);
}

std::string transcript(const RunResult& result, const fs::path& root) {
  std::string text = result.out;
  std::istringstream lines(result.err);
  for (std::string line; std::getline(lines, line);) text += "! " + line + "\n";
  for (std::size_t at = 0; (at = text.find(root.string(), at)) != std::string::npos;) {
    text.replace(at, root.string().size(), "[ROOT]");
  }
  static const std::regex kPages(", [0-9]+ pages\n");
  text = std::regex_replace(text, kPages, ", [N] pages\n");
  return text + fmt::format("exit {}\n", result.status);
}

std::string transcript_of(const std::vector<std::string>& arguments, const fs::path& root,
                          const RunOptions& options) {
  return transcript(run_debrief(arguments, options), root);
}

fs::path content_folder() {
  return fs::path(DEBRIEF_SOURCE_DIR) / "content";
}

void copy_content(const fs::path& folder) {
  fs::create_directories(folder);
  for (const fs::directory_entry& entry : fs::directory_iterator(content_folder())) {
    const std::string name = entry.path().filename().string();
    if (name == "site" || name.starts_with('.')) continue;
    fs::copy(entry.path(), folder / name, fs::copy_options::recursive);
  }
}

std::string public_incident(std::string_view title, std::string_view text) {
  return fmt::format(
      "---\ntitle: {}\nstarted: 2026-03-04T05:06:07Z\nstatus: published\nvisibility: public\n"
      "---\n\n## Summary\n\n{}\n",
      title, text);
}

Tree read_tree(const fs::path& folder) {
  Tree tree;
  if (!fs::exists(folder)) return tree;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_directory()) continue;
    tree[entry.path().lexically_relative(folder).string()] =
        TemporaryFolder::read_file(entry.path());
  }
  return tree;
}

std::string differences(const Tree& expected, const Tree& actual) {
  constexpr std::size_t kMost = 10;
  std::vector<std::string> lines;
  for (const auto& [path, bytes] : expected) {
    const auto found = actual.find(path);
    if (found == actual.end()) {
      lines.push_back("missing: " + path);
    } else if (found->second != bytes) {
      lines.push_back("other bytes: " + path);
    }
  }
  for (const auto& [path, bytes] : actual) {
    if (!expected.contains(path)) lines.push_back("new: " + path);
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(lines.size(), kMost); ++i) text += lines[i] + "\n";
  if (lines.size() > kMost) text += fmt::format("{} differences in all\n", lines.size());
  return text;
}

}  // namespace debrief
