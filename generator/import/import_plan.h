// All that an import will write, before it writes anything.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/time_zone.h"
#include "generator/import/git_history.h"
#include "generator/import/import_source.h"
#include "generator/import/metadata.h"
#include "generator/import/name_mapping.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct PlannedIncident {
  enum class Fate {
    import,
    unchanged,  // it is there, byte for byte
    exists,     // a file of that name, or a post-mortem of that id, is there and stays as it is
  };

  std::string source;             // as the user would name it
  std::string path;               // of the post-mortem, from the root
  std::vector<SourceFile> files;  // pictures, then the post-mortem
  Fate fate = Fate::import;
  std::string existing;  // the path of what exists
  Metadata metadata;
  std::vector<std::string> missing;  // fields that help most and that nothing was found for
  std::string git_unknown;           // why git history could not be asked
  std::size_t timeline_entries = 0;
  std::size_t unsure_entries = 0;  // of them, without an exact time
  std::size_t action_items = 0;
};

struct ImportPlan {
  std::vector<PlannedIncident> incidents;  // in the order of the sources
  std::vector<SkippedSource> skipped;
  std::vector<SourceFile> vocabulary;  // files to replace
  VocabularyAdditions additions;
};

// What is there already.
struct ImportTarget {
  const SourceTree& files;
  const KnowledgeBase& kb;
};

struct ImportSettings {
  std::string into = {};  // a folder within incidents/; may be empty
  UnknownNames unknown_names = UnknownNames::leave_out;
  std::optional<TimeZone> zone = {};  // of times that do not say theirs
};

using PictureReader =
    std::function<std::optional<std::string>(const ImportSource&, std::string_view relative)>;

// A text that cannot be read, or would break a build, is an error, and the others go on.
ImportPlan plan_import(const ImportSources& sources, const GitHistory& history,
                       const PictureReader& read_picture, const ImportTarget& target,
                       const ImportSettings& settings, Diagnostics& diagnostics);

}  // namespace debrief
