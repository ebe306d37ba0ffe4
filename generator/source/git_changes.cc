#include "generator/source/git_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/text.h"
#include "generator/source/git_fault.h"
#include "generator/source/git_tree.h"
#include "generator/source/source_collector.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOutput = std::size_t{1} << 30;

std::string git(const fs::path& root, const std::vector<std::string>& words,
                ProcessOptions options = {}) {
  options.most_output = kMostOutput;
  ProcessResult result = git_history(root, words, std::move(options));
  if (result.status != 0 || result.is_cut) {
    throw Error(fmt::format("git cannot tell what has changed; 'git -C {} {}' says why",
                            root.generic_string(), words.front()));
  }
  return std::move(result.out);
}

bool is_content(std::string_view path) {
  const std::size_t first = path.find('/');
  if (first == std::string_view::npos) {
    return std::ranges::find(kRootFiles, path) != kRootFiles.end();
  }
  if (std::ranges::find(kRootFolders, path.substr(0, first)) == kRootFolders.end()) return false;
  for (std::size_t begin = first; begin != std::string_view::npos;) {
    const std::size_t end = path.find('/', begin + 1);
    if (is_ignored(path.substr(0, begin), path.substr(begin + 1, end - begin - 1))) return false;
    begin = end;
  }
  return true;
}

// A name that git is asked for in a line of its own.
bool fits_line(std::string_view path) {
  return std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

// What `cat-file --batch` answers to each of some names, in their order; absent for what is no
// file, and for what is larger than a text may be.
std::vector<std::optional<std::string>> read_objects(const fs::path& root,
                                                     const std::vector<std::string>& names) {
  std::vector<std::optional<std::string>> contents(names.size());
  if (names.empty()) return contents;
  ProcessOptions options;
  for (const std::string& name : names) options.input += name + "\n";
  const std::string answer = git(root, {"cat-file", "--batch", "--buffer"}, std::move(options));
  const std::size_t most = SourceLimits().text_bytes;
  std::string_view rest = answer;
  for (std::optional<std::string>& content : contents) {
    // "ID TYPE SIZE", the bytes and a line end; or "NAME missing".
    const std::string_view header = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), header.size() + 1));
    const std::vector<std::string_view> words = split(header, ' ');
    std::size_t bytes = 0;
    const std::string_view last = words.back();
    const auto number = std::from_chars(last.data(), last.data() + last.size(), bytes);
    if (words.size() < 3 || number.ptr != last.data() + last.size()) continue;
    if (words[words.size() - 2] == "blob" && bytes <= most) {
      content = std::string(rest.substr(0, bytes));
    }
    rest.remove_prefix(std::min(rest.size(), bytes + 1));
  }
  return contents;
}

}  // namespace

std::vector<std::string> changed_files(const fs::path& root, const GitRevision& revision,
                                       const SourceTree& now) {
  const std::string changed =
      git(root, {"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv",
                 "--ignore-submodules", "--relative", revision.commit, "--", "."});
  std::set<std::string> paths;
  for (const std::string_view path : split(changed, '\0')) {
    if (is_content(path)) paths.emplace(path);
  }
  const std::string known = git(root, {"ls-files", "-z", "--", "."});
  const std::vector<std::string_view> names = split(known, '\0');
  const std::set<std::string_view> tracked(names.begin(), names.end());
  for (const SourceFile& file : now.files) {
    if (!tracked.contains(file.path)) paths.insert(file.path);
  }
  return {paths.begin(), paths.end()};
}

SourceTree files_at_revision(const fs::path& root, const GitRevision& revision,
                             const std::vector<std::string>& paths) {
  SourceTree tree;
  if (revision.tree.empty()) return tree;
  if (is_partial_clone(root)) {
    // What this clone was made without would look like what was not there.
    Diagnostics of_then;
    SourceTree all = read_git_tree(root, revision, SourceLimits(), of_then);
    std::erase_if(all.files, [&paths](const SourceFile& file) {
      return !std::ranges::binary_search(paths, file.path);
    });
    return all;
  }
  std::vector<std::string> asked;
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    if (!fits_line(path)) continue;
    asked.push_back(path);
    names.push_back(fmt::format("{}:{}", revision.tree, path));
  }
  std::vector<std::optional<std::string>> contents = read_objects(root, names);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (contents[i]) tree.files.push_back({std::move(asked[i]), std::move(*contents[i])});
  }
  return tree;
}

std::vector<BranchFile> added_on_other_branches(const fs::path& root, const GitRevision& revision) {
  const std::string log =
      git(root, {"log", "-z", "--max-count=1000", "--no-renames", "--diff-filter=A", "--name-only",
                 "--relative", "--format=commit %H %S", revision.commit, "--branches", "--remotes",
                 "--not", "HEAD", "--", "incidents"});
  // "commit ID BRANCH", NUL, a line end, names, each with NUL behind it.
  std::vector<BranchFile> files;
  std::vector<std::string> objects;
  std::string commit;
  std::string branch;
  for (std::string_view part : split(log, '\0')) {
    if (part.starts_with('\n')) part.remove_prefix(1);
    if (part.starts_with("commit ")) {
      const std::size_t space = part.find(' ', 7);
      commit = part.substr(7, space - 7);
      branch = space == std::string_view::npos ? "" : part.substr(space + 1);
      for (const std::string_view folder : {"refs/heads/", "refs/remotes/"}) {
        if (branch.starts_with(folder)) branch.erase(0, folder.size());
      }
      if (branch == revision.commit) branch = revision.name;
    } else if (is_content(part) && fits_line(part)) {
      files.push_back({branch, {std::string(part), ""}});
      objects.push_back(commit + ":./" + std::string(part));
    }
  }
  std::vector<std::optional<std::string>> contents = read_objects(root, objects);
  std::vector<BranchFile> read;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!contents[i]) continue;
    files[i].file.bytes = std::move(*contents[i]);
    read.push_back(std::move(files[i]));
  }
  return read;
}

}  // namespace debrief
