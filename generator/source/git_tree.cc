#include "generator/source/git_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/text.h"
#include "generator/source/git_fault.h"
#include "generator/source/source_collector.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string_view mode, type, id, path;
  std::size_t bytes = 0;
};

// "100644 blob 257cc5642cb1a054f08cc83f2d943e56fd3ebe99      12\tdebrief.yaml"
std::optional<Entry> read_entry(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> words;
  for (const std::string_view word : split(line.substr(0, tab), ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() != 4) return std::nullopt;
  Entry entry = {words[0], words[1], words[2], line.substr(tab + 1)};
  std::from_chars(words[3].data(), words[3].data() + words[3].size(), entry.bytes);
  return entry;
}

class GitTreeReader {
 public:
  GitTreeReader(const fs::path& root, const GitRevision& revision, const SourceLimits& limits,
                Diagnostics& diagnostics)
      : root_(root), revision_(revision), limits_(limits), collector_(limits, diagnostics) {}

  SourceTree read() {
    if (is_partial_clone(root_)) refuse_if_files_are_missing();
    const std::string listing = list({"-t", "-l"});
    for (const std::string_view line : split(listing, '\0')) {
      if (line.empty()) continue;
      const auto entry = read_entry(line);
      if (!entry) fail();
      if (collector_.is_full()) break;
      enter(*entry);
    }
    read_files();
    return collector_.take();
  }

 private:
  struct File {
    std::string path;
    std::string id;
    std::size_t bytes;
  };

  [[noreturn]] void fail() const { throw_missing_objects(root_, revision_.name, "files"); }

  // Asked for its size, git would fetch each file that is missing, one after the other.
  void refuse_if_files_are_missing() const {
    const std::vector<std::string> words = {"rev-list", "--objects", "--quiet", "--missing=print",
                                            revision_.tree};
    const ProcessResult result = git_history(root_, words);
    if (result.status != 0) fail();
    std::set<std::string_view> missing;
    for (const std::string_view line : split(result.out, '\n')) {
      if (line.starts_with('?')) missing.insert(line.substr(1));
    }
    if (missing.empty()) return;
    std::size_t count = 0;
    const std::string listing = list({});
    for (const std::string_view line : split(listing, '\0')) {
      // "100644 blob 257cc5642cb1a054f08cc83f2d943e56fd3ebe99\tdebrief.yaml"
      const std::vector<std::string_view> parts = split(line.substr(0, line.find('\t')), ' ');
      if (parts.size() == 3 && missing.contains(parts[2])) ++count;
    }
    if (count == 0) return;
    throw_missing_objects(root_, revision_.name,
                          count == 1 ? "1 file" : fmt::format("{} files", count));
  }

  // Folders before what is in them.
  std::string list(const std::vector<std::string>& options_of_git) const {
    constexpr std::size_t kBytesPerEntry = 512;
    std::vector<std::string> words = {"ls-tree", "-r", "-z", "--full-tree"};
    words.insert(words.end(), options_of_git.begin(), options_of_git.end());
    words.insert(words.end(), {revision_.tree, "--"});
    words.insert(words.end(), kRootFiles.begin(), kRootFiles.end());
    words.insert(words.end(), kRootFolders.begin(), kRootFolders.end());
    ProcessOptions options;
    options.most_output = limits_.entries * kBytesPerEntry;
    ProcessResult result = git_history(root_, words, std::move(options));
    if (result.is_cut) {
      throw Error(fmt::format("'{}' has more files than can be read", readable(revision_.name)));
    }
    if (result.status != 0) fail();
    return std::move(result.out);
  }

  void enter(const Entry& entry) {
    const std::string path(entry.path);
    if (!skipped_.empty() && path.starts_with(skipped_)) return;
    if (!admits(path, entry)) {
      skipped_ = path + "/";
      return;
    }
    if (entry.type != "blob") return;  // What is in a folder comes next.
    if (!collector_.admits_file(path, entry.bytes)) return;
    files_.push_back({path, std::string(entry.id), entry.bytes});
  }

  bool admits(const std::string& path, const Entry& entry) {
    const std::size_t slash = path.rfind('/');
    const bool is_at_root = slash == std::string::npos;
    if (!is_at_root && is_ignored(path.substr(0, slash), path.substr(slash + 1))) return false;
    if (!collector_.admits_name(path) || !collector_.admits_entry()) return false;
    if (entry.mode == "120000") {
      collector_.error(path, "symbolic-link",
                       "is a symbolic link, and at a revision of git none is followed; commit the "
                       "file itself");
      return false;
    }
    if (entry.type == "commit") {
      collector_.warning(path, "submodule", "is a submodule; nothing of it is read at a revision");
      return false;
    }
    const bool is_folder = entry.type == "tree";
    if (is_at_root && is_folder && std::ranges::find(kRootFiles, path) != kRootFiles.end()) {
      collector_.refuse_folder(path);
      return false;
    }
    if (is_at_root && !is_folder && std::ranges::find(kRootFolders, path) != kRootFolders.end()) {
      collector_.refuse_file(path);
      return false;
    }
    return true;
  }

  // "ID blob SIZE", a line end, the bytes, a line end; for each id that git was given.
  void read_files() {
    if (files_.empty()) return;
    constexpr std::size_t kBytesPerHeader = 128;
    ProcessOptions options;
    options.most_output = 0;
    for (const File& file : files_) {
      options.input += file.id + "\n";
      options.most_output += file.bytes + kBytesPerHeader;
    }
    const ProcessResult result =
        git_history(root_, {"cat-file", "--batch", "--buffer"}, std::move(options));
    if (result.is_cut || result.status != 0) fail();
    std::string_view rest = result.out;
    for (File& file : files_) {
      const std::string header = fmt::format("{} blob {}\n", file.id, file.bytes);
      if (!rest.starts_with(header) || rest.size() <= header.size() + file.bytes) fail();
      collector_.add(std::move(file.path), std::string(rest.substr(header.size(), file.bytes)));
      rest.remove_prefix(header.size() + file.bytes + 1);
    }
  }

  const fs::path& root_;
  const GitRevision& revision_;
  const SourceLimits& limits_;
  SourceCollector collector_;
  std::string skipped_;  // The folder last left out, with '/'.
  std::vector<File> files_;
};

}  // namespace

SourceTree read_git_tree(const fs::path& root, const GitRevision& revision,
                         const SourceLimits& limits, Diagnostics& diagnostics) {
  if (revision.tree.empty()) return {};
  return GitTreeReader(root, revision, limits, diagnostics).read();
}

}  // namespace debrief
