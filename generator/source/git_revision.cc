#include "generator/source/git_revision.h"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "generator/base/error.h"
#include "generator/source/git_fault.h"
#include "generator/source/source_collector.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::optional<std::string> id_in(std::string line) {
  std::string id = without_line_end(std::move(line));
  const bool is_id = !id.empty() && id.find_first_not_of("0123456789abcdef") == std::string::npos;
  return is_id ? std::optional(std::move(id)) : std::nullopt;
}

// The id of the object that an expression names.
std::optional<std::string> find_object(const fs::path& root, const std::string& expression) {
  const ProcessResult found =
      git_history(root, {"rev-parse", "--verify", "--quiet", "--end-of-options", expression});
  return found.status == 0 ? id_in(found.out) : std::nullopt;
}

// The content folder within the repository; empty if it is all of it.
std::string folder_in_repository(const fs::path& root) {
  constexpr std::size_t kMostErrors = 4096;
  ProcessOptions options;
  options.most_errors = kMostErrors;
  const ProcessResult prefix = git_history(root, {"rev-parse", "--show-prefix"}, options);
  if (prefix.status != 0) throw_no_repository(root, prefix.err);
  std::string folder = without_line_end(prefix.out);
  if (folder.ends_with('/')) folder.pop_back();
  return folder;
}

// The content folder's tree at a commit; empty if there was no such folder.
std::string tree_at(const fs::path& root, const std::string& name, const std::string& commit,
                    const std::string& folder) {
  // An expression with a path cannot say that it must be a folder.
  const auto object =
      find_object(root, folder.empty() ? commit + "^{tree}" : fmt::format("{}:{}", commit, folder));
  if (object) {
    if (auto tree = find_object(root, *object + "^{tree}")) return *tree;
  }
  // That there is none is known only if git can read the folders above it.
  const std::vector<std::string> look = {"ls-tree", "--full-tree", commit, "--", folder + "/"};
  if (git_history(root, look).status != 0) throw_missing_objects(root, name, "folders");
  return "";
}

}  // namespace

GitRevision find_git_revision(const fs::path& root, const std::string& name) {
  if (name.empty() || name.starts_with('-')) {
    throw Error(fmt::format("'{}' is no name of a revision", readable(name)));
  }
  const std::string folder = folder_in_repository(root);
  // In two steps: what stands behind ":/text" belongs to the text.
  const auto named = find_object(root, name);
  const auto commit = named ? find_object(root, *named + "^{commit}") : std::nullopt;
  if (!commit) throw_no_revision(root, name);
  return {name, *commit, tree_at(root, name, *commit, folder)};
}

GitRevision find_merge_base(const fs::path& root, const GitRevision& a, const GitRevision& b) {
  const ProcessResult found = git_history(root, {"merge-base", a.commit, b.commit});
  const auto commit = found.status == 0 ? id_in(found.out) : std::nullopt;
  if (!commit) throw_no_merge_base(root, a.name, b.name);
  const std::string name = a.name + "..." + b.name;
  return {name, *commit, tree_at(root, name, *commit, folder_in_repository(root))};
}

}  // namespace debrief
