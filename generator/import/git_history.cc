#include "generator/import/git_history.h"

#include <optional>
#include <system_error>
#include <utility>

#include "generator/base/text.h"
#include "generator/source/git_program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

struct Repository {
  fs::path top;
  bool is_shallow = false;
};

std::optional<Repository> repository_of(const fs::path& folder) {
  const auto answer = run_git(folder, {"rev-parse", "--is-shallow-repository", "--show-toplevel"});
  if (!answer || answer->status != 0) return std::nullopt;
  const std::vector<std::string_view> lines = split(answer->out, '\n');
  if (lines.size() < 2) return std::nullopt;
  return Repository{fs::path(lines[1]), lines[0] == "true"};
}

// Walks the history from now back to the beginning; a file that was renamed goes on under its
// older name.
class HistoryWalk {
 public:
  HistoryWalk(const fs::path& top, const std::vector<fs::path>& files, GitHistory& history)
      : history_(history) {
    std::error_code ignored;
    for (const fs::path& file : files) {
      const fs::path inside = fs::weakly_canonical(file, ignored).lexically_relative(top);
      names_.emplace(inside.generic_string(), file);
    }
  }

  void read(std::string_view log) {
    const std::vector<std::string_view> words = split(log, '\0');
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string_view word = words[i];
      if (word.starts_with('\n')) word.remove_prefix(1);
      if (word.starts_with('\x01')) {
        const std::size_t separator = word.find('\x1f');
        date_ = word.substr(1, std::min(separator, word.size()) - 1);
        author_ = separator == std::string_view::npos ? "" : word.substr(separator + 1);
      } else if (word == "A" && i + 1 < words.size()) {
        added(std::string(words[++i]));
      } else if (word.starts_with('R') && i + 2 < words.size()) {
        renamed(std::string(words[i + 1]), std::string(words[i + 2]));
        i += 2;
      }
    }
  }

 private:
  void added(const std::string& name) {
    const auto found = names_.find(name);
    if (found == names_.end()) return;
    const auto date = parse_timestamp(date_.substr(0, std::string_view("2026-02-15").size()));
    if (date) {
      history_.files[found->second] = FirstCommit{*date, std::string(trim(author_))};
    }
    // What had that name before was another file.
    names_.erase(found);
  }

  void renamed(const std::string& from, const std::string& to) {
    auto moved = names_.extract(to);
    if (moved.empty()) return;
    moved.key() = from;
    names_.insert(std::move(moved));
  }

  GitHistory& history_;
  std::map<std::string, fs::path> names_;  // in the commit the walk is at -> as asked for
  std::string_view date_;
  std::string_view author_;
};

}  // namespace

GitHistory read_git_history(const std::vector<fs::path>& files) {
  GitHistory history;
  std::map<fs::path, std::vector<fs::path>> by_folder;
  for (const fs::path& file : files) by_folder[fs::absolute(file).parent_path()].push_back(file);
  std::map<fs::path, std::vector<fs::path>> by_top;
  for (const auto& [folder, inside] : by_folder) {
    const auto repository = repository_of(folder);
    if (!repository) continue;
    if (repository->is_shallow) {
      history.unknown = "shallow clone";
      continue;
    }
    std::vector<fs::path>& all = by_top[repository->top];
    all.insert(all.end(), inside.begin(), inside.end());
  }
  for (const auto& [top, inside] : by_top) {
    const auto log = run_git(top, {"log", "-z", "--format=%x01%aI%x1f%aN", "--name-status", "-M",
                                   "--diff-filter=AR", "--no-ext-diff", "--no-textconv"});
    if (!log || log->status != 0 || log->is_cut) {
      history.unknown = log && log->is_cut ? "the history is too long" : "git cannot read it";
      continue;
    }
    HistoryWalk(top, inside, history).read(log->out);
  }
  return history;
}

}  // namespace debrief
