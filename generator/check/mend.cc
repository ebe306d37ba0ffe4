#include "generator/check/mend.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "generator/check/keep_safe.h"
#include "generator/check/same_reading.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

using Place = std::tuple<std::string_view, int, int>;  // rule, line, column

// What both sites show, and what is reported of them.
struct Shown {
  View internal;
  View public_;
  std::vector<std::pair<std::string, std::string>> problems;  // file, id; sorted
  std::set<std::string> unsound;                              // files with errors
};

Shown show(const SourceTree& sources, unsigned jobs) {
  Diagnostics problems;
  const KnowledgeBase kb = read_knowledge_base(sources, jobs, problems);
  ViewOptions options;
  options.drafts = true;
  options.public_texts = false;
  View internal = internal_view(kb, options, problems);
  // With what only waits for its day.
  ViewOptions public_options;
  public_options.as_of.ahead = true;
  View public_site = public_view(kb, public_options, problems);
  Shown shown{std::move(internal), std::move(public_site), {}, {}};
  for (const Diagnostic& item : problems.sorted()) {
    shown.problems.emplace_back(item.where.file, item.id);
    if (item.level == Level::error) shown.unsound.insert(item.where.file);
  }
  std::ranges::sort(shown.problems);
  return shown;
}

bool are_same(const Shown& before, const Shown& after) {
  return shows_the_same(before.internal, after.internal) &&
         shows_the_same(before.public_, after.public_) && before.problems == after.problems;
}

bool is_error_of_reading(const Diagnostic& item) {
  return item.level == Level::error && find_rule(item.id) == nullptr;
}

}  // namespace

Mending mend(const KnowledgeBase& kb, const SourceTree& sources,
             const std::vector<Diagnostic>& findings, unsigned jobs) {
  std::map<std::string, std::set<Place>> wanted;
  for (const Diagnostic& item : findings) {
    if (is_mendable(item.id))
      wanted[item.where.file].emplace(item.id, item.where.line, item.where.column);
  }
  Mending mending;
  if (wanted.empty()) return mending;
  const Shown before = show(sources, jobs);
  const HeadingUse headings = heading_use(sources);
  for (const Incident& incident : kb.incidents) {
    const std::string& path = incident.report.path;
    const auto places = wanted.find(path);
    const SourceFile* source = sources.find(path);
    if (places == wanted.end() || source == nullptr) continue;
    if (before.unsound.contains(path)) {
      mending.left_alone.push_back(path);
      continue;
    }
    const SourceText file(path, source->bytes);
    std::vector<Fix> fixes = find_fixes(kb, incident, file, headings);
    std::erase_if(fixes, [&](const Fix& fix) {
      return !places->second.contains({fix.rule, fix.where.line, fix.where.column});
    });
    std::string bytes = with_edits(source->bytes, fixes);
    // All of them together are safe; some of them need not be.
    if (fixes.empty() || !reads_the_same(kb, incident, source->bytes, bytes)) {
      mending.left_alone.push_back(path);
    } else {
      mending.files.push_back({path, std::move(bytes), std::move(fixes)});
    }
  }
  if (mending.files.empty()) return mending;
  // Each try reads the whole base.
  constexpr int kTries = 16;
  std::vector<MendedFile> safe = keep_safe(
      mending.files,
      [&](const std::vector<MendedFile>& files) {
        return are_same(before, show(with_mended(sources, files), jobs));
      },
      kTries);
  for (const MendedFile& file : mending.files) {
    if (std::ranges::find(safe, file.path, &MendedFile::path) == safe.end())
      mending.left_alone.push_back(file.path);
  }
  mending.files = std::move(safe);
  std::ranges::sort(mending.left_alone);
  return mending;
}

std::size_t count_mendable(const std::vector<Diagnostic>& findings) {
  std::set<std::string> unsound;
  for (const Diagnostic& item : findings) {
    if (is_error_of_reading(item)) unsound.insert(item.where.file);
  }
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Diagnostic& item) {
    return is_mendable(item.id) && !unsound.contains(item.where.file);
  }));
}

SourceTree with_mended(SourceTree sources, const std::vector<MendedFile>& files) {
  for (const MendedFile& mended : files) {
    const auto found = std::ranges::find(sources.files, mended.path, &SourceFile::path);
    if (found != sources.files.end()) found->bytes = mended.bytes;
  }
  return sources;
}

}  // namespace debrief
