#include "generator/import/import_files.h"

#include <fmt/format.h>

#include <string>

#include "generator/base/error.h"
#include "generator/base/new_file.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// A link among the folders could lead anywhere. The part of them that is there already is looked
// at.
void refuse_links_out(const fs::path& root, const fs::path& target) {
  const std::string real_root = fs::canonical(root).string();
  const std::string real = fs::weakly_canonical(target.parent_path()).string();
  if (real != real_root && !real.starts_with(real_root + "/")) {
    throw Error(fmt::format("cannot write '{}': a link leads out of the knowledge base",
                            target.generic_string()));
  }
}

}  // namespace

void write_import(const fs::path& root, const ImportPlan& plan) {
  for (const SourceFile& file : plan.vocabulary) replace_file(root / file.path, file.bytes);
  for (const PlannedIncident& incident : plan.incidents) {
    if (incident.fate != PlannedIncident::Fate::import) continue;
    for (const SourceFile& file : incident.files) {
      refuse_links_out(root, root / file.path);
      const bool is_new = write_new_file(root / file.path, file.bytes);
      // A picture may be there already, the same byte for byte, or shared with another text.
      const bool is_picture = &file != &incident.files.back();
      if (!is_new && !is_picture) {
        throw Error(fmt::format("'{}' has come to be while importing; run the import again",
                                (root / file.path).generic_string()));
      }
    }
  }
}

}  // namespace debrief
