#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/site_theme.h"
#include "generator/cli/terminal.h"
#include "generator/compare/compare_views.h"
#include "generator/compare/comparison_html.h"
#include "generator/compare/comparison_json.h"
#include "generator/compare/comparison_markdown.h"
#include "generator/compare/comparison_text.h"
#include "generator/compare/text_lines.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/git_tree.h"
#include "generator/source/source_tree.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// One site: of the audience, on the day.
struct Which {
  Audience audience;
  Day today;
};

View view_of(const SourceTree& sources, const Which& which, Diagnostics& diagnostics) {
  const KnowledgeBase kb = read_knowledge_base(sources, default_jobs(), diagnostics);
  ViewOptions options;
  options.as_of.today = which.today;
  if (which.audience == Audience::public_) return public_view(kb, options, diagnostics);
  // What the public reads is the other view's to say.
  options.public_texts = false;
  return internal_view(kb, options, diagnostics);
}

// A folder without a debrief.yaml is no knowledge base: no site was made of it.
bool is_knowledge_base(const SourceTree& sources) {
  return sources.find("debrief.yaml") != nullptr;
}

std::set<std::string> files_with_errors(const Diagnostics& diagnostics) {
  std::set<std::string> files;
  for (const Diagnostic& problem : diagnostics.sorted()) {
    if (problem.level == Level::error) files.insert(problem.where.file);
  }
  return files;
}

// The configuration and the vocabulary, which everything else is read with.
bool concerns_all(const std::string& file) {
  return file.find('/') == std::string::npos;
}

std::string list_of(const std::set<std::string>& files) {
  constexpr std::size_t kMost = 5;
  std::string text;
  std::size_t count = 0;
  for (const std::string& file : files) {
    if (++count > kMost) break;
    text += (count == 1 ? "" : ", ") + visible_text(file);
  }
  return files.size() > kMost ? fmt::format("{} and {} more", text, files.size() - kMost) : text;
}

// The view of a state that has been, errors or not. What cannot be read counts as not there, so
// that a reviewer sees rather too much of what is there now as new than too little.
View former_view(SourceTree sources, const Which& which, const std::string& name,
                 const Diagnostics& problems, std::vector<std::string>& notes) {
  std::set<std::string> left_out = files_with_errors(problems);
  if (std::ranges::any_of(left_out, concerns_all)) sources = {};
  for (;;) {
    Diagnostics found;
    View view = view_of(sources, which, found);
    const std::set<std::string> files = files_with_errors(found);
    if (files.empty() || sources.files.empty()) {
      if (!left_out.empty()) {
        notes.push_back(fmt::format("what has errors at {} counts as not there: {}{}", name,
                                    list_of(left_out),
                                    sources.files.empty() ? "; so nothing of it is compared" : ""));
      }
      return view;
    }
    const std::size_t before = std::erase_if(
        sources.files, [&](const SourceFile& file) { return files.contains(file.path); });
    if (before == 0 || std::ranges::any_of(files, concerns_all)) sources = {};
    left_out.insert(files.begin(), files.end());
  }
}

SourceTree read_revision(const fs::path& root, const GitRevision& revision,
                         Diagnostics& diagnostics, std::vector<std::string>& notes) {
  Diagnostics found;
  SourceTree sources = read_git_tree(root, revision, SourceLimits{}, found);
  for (const Diagnostic& problem : found.sorted()) {
    if (problem.level != Level::warning) continue;
    notes.push_back(fmt::format("{} at {} {}", visible_text(problem.where.file), revision.name,
                                problem.message));
  }
  if (!is_knowledge_base(sources) && !found.has_errors()) {
    sources = {};
    notes.push_back(
        fmt::format("there is no knowledge base at {}; it counts as empty", revision.name));
  }
  diagnostics.merge(std::move(found));
  return sources;
}

struct Sides {
  GitRevision from;
  std::optional<GitRevision> to;  // absent: the files as they are
};

// As `git diff` takes them: "A B", "A..B", and "A...B" for what B has done since it left A. An end
// that is left out is HEAD.
Sides find_sides(const fs::path& root, const DiffOptions& options) {
  const std::string& words = options.revision;
  const std::size_t dots = words.find("..");
  // Names have no two dots, but searches may: ":/text", "main^{/text}".
  const bool is_search = words.find_first_of(":{") < dots;
  if (dots == std::string::npos || is_search) {
    Sides sides = {find_git_revision(root, words), std::nullopt};
    if (options.second_revision) sides.to = find_git_revision(root, *options.second_revision);
    return sides;
  }
  if (options.second_revision) {
    throw Error(
        fmt::format("'{}' is a range, which has both ends; leave out '{}', or give two revisions",
                    visible_text(words), visible_text(*options.second_revision)));
  }
  const bool is_since_they_parted = words.compare(dots, 3, "...") == 0;
  const auto end = [&](const std::string& name) {
    return find_git_revision(root, name.empty() ? "HEAD" : name);
  };
  GitRevision from = end(words.substr(0, dots));
  GitRevision to = end(words.substr(dots + (is_since_they_parted ? 3 : 2)));
  if (is_since_they_parted) from = find_merge_base(root, from, to);
  return {std::move(from), std::move(to)};
}

}  // namespace

int diff_command(const fs::path& root, const DiffOptions& options) {
  const Audience audience = options.view == "public" ? Audience::public_ : Audience::internal;
  const auto [revision, second] = find_sides(root, options);
  std::vector<std::string> notes;

  // What is to be: it has to be sound, as for a build.
  Diagnostics diagnostics;
  SourceTree sources = second ? read_git_tree(root, *second, SourceLimits{}, diagnostics)
                              : read_content(root, diagnostics);
  // Of one day, so that no embargo that ends meanwhile looks like a change.
  Diagnostics reported_later;
  const Config config = read_config(sources, reported_later);
  const Which which{audience, day_of(config, options.today)};
  const View after = view_of(sources, which, diagnostics);
  if (diagnostics.has_errors()) {
    print_diagnostics(diagnostics);
    fmt::print(stderr, "Nothing was compared.\n");
    return kExitContentProblems;
  }

  // What has been.
  Diagnostics problems;
  SourceTree former = read_revision(root, revision, problems, notes);
  std::vector<std::string> theme_changed = changed_theme_files(former, sources);
  sources = {};
  const View before = former_view(std::move(former), which, revision.name, problems, notes);

  const bool is_page = options.format == "html";
  Comparison comparison =
      compare_views(before, after, is_page ? KeptLines::included : KeptLines::left_out);
  comparison.theme_changed = std::move(theme_changed);
  const ComparedSide from = {revision.name, revision.commit};
  const ComparedSide to = second ? ComparedSide{second->name, second->commit} : ComparedSide{};
  if (options.format == "json") {
    fmt::print("{}", comparison_json(comparison, from, to, notes));
  } else if (options.format == "markdown") {
    fmt::print("{}", comparison_markdown(comparison, from, to, notes));
  } else if (is_page) {
    fmt::print("{}", comparison_html(comparison, from, to, notes));
  } else {
    const TextColor color = use_color(STDOUT_FILENO) ? TextColor::terminal : TextColor::none;
    fmt::print("{}", comparison_text(comparison, color));
  }
  for (const std::string& note : notes) fmt::print(stderr, "debrief: {}\n", note);
  return kExitFine;
}

}  // namespace debrief
