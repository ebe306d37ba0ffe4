#include "tests/unit/import/planned_import.h"

#include "generator/import/import_report.h"
#include "generator/model/content_paths.h"
#include "tests/support/content_folder.h"

namespace debrief {

PlannedImport plan(std::string_view sources, std::string_view target,
                   const ImportSettings& settings, const GitHistory& history) {
  const SourceTree texts = content_folder(sources);
  ImportSources found;
  for (const SourceFile& file : texts.files) {
    if (file.path.ends_with(".png")) continue;
    found.texts.push_back({file.path, file.path, "", file.bytes});
  }
  const auto read_picture = [&texts](const ImportSource& source,
                                     std::string_view relative) -> std::optional<std::string> {
    const auto path = resolve_content_path(source.path, relative);
    const SourceFile* file = path ? texts.find(*path) : nullptr;
    return file == nullptr ? std::nullopt : std::optional(file->bytes);
  };
  const SourceTree existing = content_folder(target);
  Diagnostics ignored;
  const KnowledgeBase kb = read_knowledge_base(existing, 1, ignored);
  Diagnostics diagnostics;
  const ImportPlan made =
      plan_import(found, history, read_picture, {existing, kb}, settings, diagnostics);

  PlannedImport result;
  result.report = import_report_text(made, ImportMode::write);
  result.json = import_report_json(made, ImportMode::write);
  for (const Diagnostic& problem : diagnostics.sorted())
    result.problems += to_string(problem) + "\n";
  for (const SourceFile& file : made.vocabulary) {
    result.files += "-- " + file.path + " --\n" + file.bytes;
  }
  for (const PlannedIncident& incident : made.incidents) {
    if (incident.fate != PlannedIncident::Fate::import) continue;
    for (const SourceFile& file : incident.files) {
      result.files += "-- " + file.path + " --\n" + file.bytes;
    }
  }
  return result;
}

}  // namespace debrief
