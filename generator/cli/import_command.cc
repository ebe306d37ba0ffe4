#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/terminal.h"
#include "generator/import/git_history.h"
#include "generator/import/import_files.h"
#include "generator/import/import_plan.h"
#include "generator/import/import_report.h"
#include "generator/import/import_source.h"
#include "generator/model/knowledge_base.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// "teams/search": folders within incidents/, none of them hidden from Debrief.
std::string checked_folder(const std::string& into) {
  std::string folder(into.ends_with('/') ? into.substr(0, into.size() - 1) : into);
  if (folder.empty()) return "";
  for (const std::string_view part : split(folder, '/')) {
    const bool is_bad = part.empty() || part.starts_with('.') || part.starts_with('_') ||
                        part.find('\\') != std::string_view::npos || find_invalid_utf8(part) ||
                        std::ranges::any_of(part, [](char c) { return c >= 0 && c < 0x20; });
    if (is_bad) {
      throw Error(
          "--into is a folder within incidents/ such as teams/search, and no part of it starts "
          "with '.' or '_'");
    }
  }
  return folder;
}

std::optional<TimeZone> checked_zone(const std::string& name) {
  if (name.empty()) return std::nullopt;
  auto zone = TimeZone::find(name);
  if (!zone) {
    throw Error(fmt::format(
        "'{}' is no time zone; --time-zone takes names such as Europe/Copenhagen or UTC", name));
  }
  return zone;
}

// Only what names are looked up in has to be sound; a post-mortem with a problem is no reason not
// to adopt others.
bool has_sound_vocabulary(const Diagnostics& found, Diagnostics& diagnostics) {
  for (const Diagnostic& problem : found.sorted()) {
    const bool is_vocabulary = problem.where.file.ends_with(".yaml");
    if (is_vocabulary && problem.level == Level::error) diagnostics.add(problem);
  }
  return !diagnostics.has_errors();
}

}  // namespace

int import_command(const fs::path& root, const ImportOptions& options) {
  ImportSettings settings;
  settings.into = checked_folder(options.into);
  settings.unknown_names = options.extend_vocabulary ? UnknownNames::add : UnknownNames::leave_out;
  settings.zone = checked_zone(options.time_zone);

  Diagnostics diagnostics;

  // What is there already.
  Diagnostics in_content;
  const SourceTree existing = read_content(root, in_content);
  const KnowledgeBase kb = read_knowledge_base(existing, default_jobs(), in_content);
  if (!has_sound_vocabulary(in_content, diagnostics)) {
    print_diagnostics(diagnostics);
    fmt::print(stderr, "Nothing was written.\n");
    return kExitContentProblems;
  }

  // What is to come.
  const ImportSources sources = read_import_sources(options.sources, root, diagnostics);
  std::vector<fs::path> files;
  for (const ImportSource& source : sources.texts) files.push_back(source.file);
  const GitHistory history = read_git_history(files);

  const ImportPlan plan = plan_import(sources, history, read_picture, ImportTarget{existing, kb},
                                      settings, diagnostics);
  // Beyond this point nothing is decided any more, only written and told.
  if (!options.dry_run) write_import(root, plan);

  const ImportMode mode = options.dry_run ? ImportMode::dry_run : ImportMode::write;
  fmt::print("{}", options.json ? import_report_json(plan, mode) : import_report_text(plan, mode));
  print_diagnostics(diagnostics);
  return diagnostics.has_errors() ? kExitContentProblems : kExitFine;
}

}  // namespace debrief
