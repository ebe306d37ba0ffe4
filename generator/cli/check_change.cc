#include "generator/cli/check_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/hash.h"
#include "generator/base/new_file.h"
#include "generator/check/change.h"
#include "generator/check/known_files.h"
#include "generator/source/git_changes.h"
#include "generator/source/git_revision.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> bytes_of(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) return std::nullopt;
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(file.gcount()) != size) return std::nullopt;
  return bytes;
}

// What is known depends on this program, to the last byte, and on what all files are read with.
// Absent where the program cannot read itself: then nothing is kept.
std::optional<std::string> made_by(const SourceTree& sources) {
  const std::optional<std::string> program = bytes_of("/proc/self/exe");
  if (!program) return std::nullopt;
  std::string text = content_hash(*program);
  for (const SourceFile& file : sources.files) {
    if (concerns_all(file.path)) text += fmt::format(" {} {}", file.path, content_hash(file.bytes));
  }
  return text;
}

// What is known of all files; read where it is not.
KnownFiles known_files(const fs::path& root, const SourceTree& sources,
                       const std::vector<std::string>& changed, unsigned jobs) {
  const fs::path path = root / ".debrief-cache" / "check";
  // A pull request may bring a link to a folder of somebody else's.
  std::error_code error;
  const bool is_link = fs::is_symlink(path.parent_path(), error);
  const std::optional<std::string> maker = made_by(sources);
  KnownFiles known;
  if (maker && !is_link) {
    const std::optional<std::string> bytes = bytes_of(path);
    std::optional<KnownFiles> kept = bytes ? read_known_files(*bytes, *maker) : std::nullopt;
    if (kept) known = std::move(*kept);
  }
  const std::vector<std::string> learned = learn_files(sources, known, jobs);
  // Who writes changes the same few files again and again: these are read each time.
  const bool is_worth_keeping = std::ranges::any_of(
      learned, [&](const std::string& file) { return !std::ranges::binary_search(changed, file); });
  if (!maker || is_link || !is_worth_keeping) return known;
  try {
    std::error_code ignored;
    fs::create_directories(path.parent_path(), ignored);
    replace_file(path, known_files_bytes(known, *maker));
  } catch (const Error&) {
    // The next review is slower, and no other.
  }
  return known;
}

}  // namespace

std::vector<Diagnostic> check_since(const fs::path& root, const std::string& revision,
                                    const SourceTree& sources, const CheckOptions& options,
                                    const Diagnostics& problems) {
  const GitRevision other = find_git_revision(root, revision);
  const GitRevision base = find_merge_base(root, other, find_git_revision(root, "HEAD"));
  ChangeToCheck change;
  change.changed = changed_files(root, base, sources);
  change.before = files_at_revision(root, base, change.changed);
  change.elsewhere = added_on_other_branches(root, other);
  change.now = sources;
  const KnownFiles known = known_files(root, change.now, change.changed, options.jobs);
  return check_change(change, known, options, problems);
}

}  // namespace debrief
