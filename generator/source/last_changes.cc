#include "generator/source/last_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/source/git_program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> kFolders = {"incidents", "pages"};
constexpr std::size_t kMostOutput = 256 << 20;

// Absent if git cannot answer. What somebody replaced on this machine alone does not count.
std::optional<std::string> git(const fs::path& root, std::vector<std::string> words,
                               ProcessOptions options = {}) {
  options.set_variables.emplace_back("GIT_NO_REPLACE_OBJECTS=1");
  options.most_output = std::max(options.most_output, kMostOutput);
  auto result = run_git(root, words, std::move(options));
  if (!result || result->status != 0 || result->is_cut) return std::nullopt;
  return std::move(result->out);
}

struct Repository {
  bool is_shallow = false;
  std::string folder;  // the content folder in it, with '/' at its end; empty for all of it
  std::string commit;
};

// Absent if there is none, or nothing has been committed.
std::optional<Repository> repository_of(const fs::path& root) {
  const auto answer = git(
      root, {"rev-parse", "--is-shallow-repository", "--show-prefix", "--verify", "HEAD^{commit}"});
  if (!answer) return std::nullopt;
  // The name of the folder stands between, and may have line ends in it.
  const std::size_t first = answer->find('\n');
  const std::string_view text = trim(*answer);
  const std::size_t last = text.rfind('\n');
  if (first == std::string::npos || last == std::string_view::npos || last < first) {
    return std::nullopt;
  }
  Repository repository;
  repository.is_shallow = answer->starts_with("true");
  repository.commit = text.substr(last + 1);
  if (last > first) repository.folder = answer->substr(first + 1, last - first - 1);
  return repository;
}

class LastChangesReader {
 public:
  LastChangesReader(const fs::path& root, const Repository& repository, const SourceTree& sources)
      : root_(root), repository_(repository), sources_(sources) {}

  // False if git cannot read what it should have.
  bool read(LastChanges& changes) {
    return find_committed() && keep_unchanged() && read_log(changes);
  }

 private:
  struct Committed {
    std::string id;
    const SourceFile* source;
  };

  // The files that are as long as git has them. The others need not be looked at.
  bool find_committed() {
    std::string tree = repository_.commit;
    if (!repository_.folder.empty()) {
      const std::string folder = repository_.folder.substr(0, repository_.folder.size() - 1);
      const auto entry = git(root_, {"ls-tree", "-z", "--full-tree", tree, "--", folder});
      if (!entry) return false;
      if (entry->empty()) return true;  // nothing of the knowledge base is committed yet
      tree += ":" + folder;
    }
    const auto listing = git(
        root_, {"ls-tree", "-r", "-l", "-z", "--full-tree", tree, "--", kFolders[0], kFolders[1]});
    if (!listing) return false;
    for (const std::string_view entry : split(*listing, '\0')) {
      // "100644 blob 257cc5642cb1a054f08cc83f2d943e56fd3ebe99      12\tincidents/a.md"
      const std::size_t tab = entry.find('\t');
      if (tab == std::string_view::npos || !entry.ends_with(".md")) continue;
      const SourceFile* source = sources_.find(entry.substr(tab + 1));
      const std::vector<std::string_view> words = split(entry.substr(0, tab), ' ');
      if (source == nullptr || words.size() < 4 || words[1] != "blob") continue;
      std::size_t bytes = 0;
      std::from_chars(words.back().data(), words.back().data() + words.back().size(), bytes);
      if (bytes == source->bytes.size()) {
        committed_[source->path] = {std::string(words[2]), source};
      }
    }
    return true;
  }

  // Compared byte by byte: what git thinks of the work tree depends on its settings and filters,
  // and what was read may have changed since.
  bool keep_unchanged() {
    if (committed_.empty()) return true;
    constexpr std::size_t kBytesPerHeader = 128;
    ProcessOptions options;
    options.most_output = 0;
    for (const auto& [path, file] : committed_) {
      options.input += file.id + "\n";
      options.most_output += file.source->bytes.size() + kBytesPerHeader;
    }
    const auto objects = git(root_, {"cat-file", "--batch", "--buffer"}, std::move(options));
    if (!objects) return false;
    std::string_view rest = *objects;
    for (auto file = committed_.begin(); file != committed_.end();) {
      const std::string& bytes = file->second.source->bytes;
      const std::string header = fmt::format("{} blob {}\n", file->second.id, bytes.size());
      if (!rest.starts_with(header) || rest.size() <= header.size() + bytes.size()) return false;
      const bool is_same = rest.substr(header.size(), bytes.size()) == bytes;
      rest.remove_prefix(header.size() + bytes.size() + 1);
      file = is_same ? std::next(file) : committed_.erase(file);
    }
    return true;
  }

  // The newest commits first, each with the ids of what it changed. Of a merge, what is as in none
  // of its parents; of a file that was changed on two branches, the change that has come to stay.
  bool read_log(LastChanges& changes) {
    if (committed_.empty()) return true;
    const auto log = git(
        root_, {"-c", "log.showRoot=true", "-c", "diff.relative=false", "log", "-z",
                "--format=%x01%aI", "--raw", "--no-abbrev", "--no-renames", "-c", "--date-order",
                "--no-ext-diff", repository_.commit, "--", kFolders[0], kFolders[1]});
    if (!log) return false;
    std::string_view date;
    const std::vector<std::string_view> words = split(*log, '\0');
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string_view word = words[i];
      if (word.starts_with('\n')) word.remove_prefix(1);
      if (word.starts_with('\x01')) {
        date = word.substr(1);
      } else if (word.starts_with(':') && i + 1 < words.size()) {
        changed(words[++i], word, date, changes);
      }
    }
    return true;
  }

  // ":100644 100644 OLD NEW M"; of a merge there are as many old ones as parents.
  void changed(std::string_view path, std::string_view record, std::string_view date,
               LastChanges& changes) {
    if (!path.starts_with(repository_.folder)) return;
    path.remove_prefix(repository_.folder.size());
    const auto file = committed_.find(path);
    if (file == committed_.end()) return;
    const std::vector<std::string_view> parts = split(record, ' ');
    if (parts.size() < 2 || parts[parts.size() - 2] != file->second.id) return;
    if (const auto time = parse_timestamp(date)) changes.emplace(path, *time);
    // Looked at once: an older commit is not asked for a date that this one cannot give.
    committed_.erase(file);
  }

  const fs::path& root_;
  const Repository& repository_;
  const SourceTree& sources_;
  std::map<std::string, Committed, std::less<>> committed_;  // by path
};

}  // namespace

LastChanges read_last_changes(const fs::path& root, const SourceTree& sources,
                              Diagnostics& diagnostics) {
  const auto repository = repository_of(root);
  if (!repository) return {};
  const SourceLocation where{"debrief.yaml", 0, 0, ""};
  if (repository->is_shallow) {
    diagnostics.warning("shallow-history", where,
                        "the git history here is shallow, so no page says when it was last "
                        "changed; fetch all of it: git fetch --unshallow");
    return {};
  }
  LastChanges changes;
  if (!LastChangesReader(root, *repository, sources).read(changes)) {
    diagnostics.warning("unread-history", where,
                        "git cannot read the history here, so no page says when it was last "
                        "changed; see 'git fsck', or 'git fetch' in a partial clone");
    return {};
  }
  return changes;
}

}  // namespace debrief
