#include "generator/source/git_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/source/git_program.h"
#include "generator/source/source_collector.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

constexpr const char* kShallow =
    "the history of this clone is shallow; fetch the rest: git fetch --unshallow origin "
    "'+refs/heads/*:refs/remotes/origin/*'; in GitHub Actions say 'fetch-depth: 0' to "
    "actions/checkout, in GitLab CI set the variable GIT_DEPTH to 0";

bool is_shallow(const fs::path& root) {
  return git_history(root, {"rev-parse", "--is-shallow-repository"}).out.starts_with("true");
}

// What git calls the object that an expression names, "commit" or "tree"; empty if it names none.
std::string type_of(const fs::path& root, const std::string& expression) {
  // A name that is an option has been refused before.
  const ProcessResult found = git_history(root, {"cat-file", "-t", expression});
  return found.status == 0 ? std::string(trim(found.out)) : "";
}

// Branches, those of remotes too, and tags, as one would type them.
std::vector<std::string> names_of_revisions(const fs::path& root) {
  const ProcessResult listing = git_history(
      root, {"for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes", "refs/tags"});
  std::vector<std::string> names;
  for (std::string_view name : split(listing.out, '\n')) {
    for (const std::string_view prefix : {"refs/heads/", "refs/remotes/", "refs/tags/"}) {
      if (!name.starts_with(prefix)) continue;
      name.remove_prefix(prefix.size());
      if (!name.ends_with("/HEAD")) names.emplace_back(name);
      break;
    }
  }
  return names;
}

// "main" is often there as "origin/main" alone: where a pipeline checks out a commit, no branch is.
std::optional<std::string> similar_name(const std::string& name,
                                        const std::vector<std::string>& names) {
  const auto of_remote = std::ranges::find_if(
      names, [&](const std::string& known) { return known.ends_with("/" + name); });
  if (of_remote != names.end()) return *of_remote;
  // The remote's part, which all of its branches share, would hide that the rest is another.
  const std::size_t slash = name.find('/');
  if (slash != std::string::npos) {
    std::vector<std::string> rests;
    for (const std::string& known : names) {
      if (known.starts_with(name.substr(0, slash + 1))) rests.push_back(known.substr(slash + 1));
    }
    if (const auto near = suggest(name.substr(slash + 1), rests)) {
      return name.substr(0, slash + 1) + *near;
    }
    // "origin/main" where there is no remote, or one of another name.
    if (std::ranges::find(names, name.substr(slash + 1)) != names.end()) {
      return name.substr(slash + 1);
    }
  }
  return suggest(name, names);
}

}  // namespace

ProcessResult git_history(const fs::path& root, const std::vector<std::string>& words,
                          ProcessOptions options) {
  options.set_variables.emplace_back("GIT_NO_REPLACE_OBJECTS=1");
  auto result = run_git(root, words, std::move(options));
  if (!result) {
    throw Error(
        "cannot run git, which revisions are read with; install it, or see that PATH has it");
  }
  return std::move(*result);
}

void throw_no_repository(const fs::path& root, const std::string& said) {
  if (said.find("not a git repository") != std::string::npos) {
    throw Error(
        fmt::format("{} is in no git repository, so there are no revisions to read; work in a "
                    "clone of the one it is kept in, or make one: git init, git add, git commit",
                    root.generic_string()));
  }
  // "fatal: detected dubious ownership in repository at '/x'", and how to trust it, in a line.
  const std::string_view kTrust = "git config --global --add safe.directory ";
  const std::size_t trust = said.find(kTrust);
  if (trust != std::string::npos) {
    const std::string_view command =
        std::string_view(said).substr(trust, said.find('\n', trust) - trust);
    throw Error(
        fmt::format("git does not read the repository of {}, because it belongs to another user; "
                    "if you trust what is in it: {}",
                    root.generic_string(), readable(command)));
  }
  const std::string_view first = std::string_view(said).substr(0, said.find('\n'));
  throw Error(fmt::format("git cannot read the repository of {}{}{}", root.generic_string(),
                          first.empty() ? "" : ": ", readable(first)));
}

void throw_no_revision(const fs::path& root, const std::string& name) {
  const std::string unknown = fmt::format("there is no revision '{}'", readable(name));
  // In a search, ":/a..b", they are text.
  if (name.find("..") < name.find_first_of(":{")) {
    throw Error(fmt::format("'{}' is a range; a single revision belongs here", readable(name)));
  }
  const std::string type = type_of(root, name);
  if (!type.empty() && type != "commit" && type != "tag") {
    throw Error(fmt::format("'{}' is a {} of the git repository, not a revision", readable(name),
                            type == "blob" ? "file" : "folder"));
  }
  if (is_shallow(root)) throw Error(fmt::format("{}: {}", unknown, kShallow));
  const std::vector<std::string> names = names_of_revisions(root);
  if (names.empty() && type_of(root, "HEAD").empty()) {
    throw Error(unknown +
                ": nothing has been committed yet in the git repository of the "
                "knowledge base");
  }
  // "main~3": what there is of it.
  const std::size_t end = std::min(name.find_first_of("~^@:"), name.size());
  const std::string base = name.substr(0, end);
  if (end != 0 && end != name.size() && !type_of(root, base).empty()) {
    throw Error(fmt::format("{}: '{}' is there, but has no '{}'", unknown, readable(base),
                            readable(name.substr(end))));
  }
  if (const auto similar = similar_name(base, names)) {
    throw Error(
        fmt::format("{}; did you mean '{}'?", unknown, readable(*similar + name.substr(end))));
  }
  throw Error(unknown +
              " in the git repository of the knowledge base; if others have it: git fetch");
}

void throw_no_merge_base(const fs::path& root, const std::string& a, const std::string& b) {
  const std::string text =
      fmt::format("'{}' and '{}' have no common ancestor", readable(a), readable(b));
  if (is_shallow(root)) throw Error(fmt::format("{} here: {}", text, kShallow));
  throw Error(text + " in the git repository of the knowledge base");
}

bool is_partial_clone(const fs::path& root) {
  return git_history(root, {"config", "--get-regexp", "^remote\\..*\\.promisor$"}).status == 0;
}

void throw_missing_objects(const fs::path& root, const std::string& name, const std::string& what) {
  if (is_partial_clone(root)) {
    throw Error(
        fmt::format("this partial clone lacks {} of '{}'; fetch all that it left out: git fetch "
                    "--refetch --no-filter",
                    what, readable(name)));
  }
  throw Error(fmt::format("git cannot read the files of '{}'; 'git fsck' says what is damaged",
                          readable(name)));
}

}  // namespace debrief
