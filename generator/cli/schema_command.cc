// `schema`: what editors want to know of front matter.

#include <fmt/format.h>

#include <filesystem>

#include "generator/base/new_file.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/terminal.h"
#include "generator/model/config.h"
#include "generator/model/front_matter_schema.h"
#include "generator/model/vocabulary.h"
#include "generator/scaffold/editor_snippets.h"
#include "generator/source/source_tree.h"

namespace debrief {

int schema_command(const std::filesystem::path& root, const SchemaOptions& options) {
  Diagnostics of_files;  // of post-mortems among them, which do not matter here
  const SourceTree sources = read_content(root, of_files);
  Diagnostics diagnostics;
  const Config config = read_config(sources, diagnostics);
  const Vocabulary vocabulary = read_vocabulary(sources, diagnostics);
  // What the vocabulary only seems to lack would be marked as wrong.
  if (diagnostics.has_errors()) {
    print_diagnostics(diagnostics);
    return kExitContentProblems;
  }
  if (options.write) {
    for (const SourceFile& file : editor_files(config, vocabulary)) {
      std::filesystem::create_directories((root / file.path).parent_path());
      replace_file(root / file.path, file.bytes);
      fmt::print("{}\n", file.path);
    }
    return kExitFine;
  }
  fmt::print("{}", options.format == "snippets" ? editor_snippets(config, vocabulary)
                                                : front_matter_schema(config, vocabulary));
  return kExitFine;
}

}  // namespace debrief
