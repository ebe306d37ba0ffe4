// Mends files for `debrief check --fix`: in memory, what the findings say and nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/check/check.h"
#include "generator/check/fixes.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct MendedFile {
  std::string path;
  std::string bytes;
  std::vector<Fix> fixes;
};

struct Mending {
  std::vector<MendedFile> files;        // by path
  std::vector<std::string> left_alone;  // by path: files that cannot be mended as they are
};

// `findings` is what check() found and is to be mended: what is excepted, switched off or elsewhere
// stays as it is. A file that has an error of reading is left alone. So is one where a site would
// show something else afterwards: its fixes are tried on both views of the whole.
Mending mend(const KnowledgeBase& kb, const SourceTree& sources,
             const std::vector<Diagnostic>& findings, unsigned jobs);

// Those of the findings that mend() sees to.
std::size_t count_mendable(const std::vector<Diagnostic>& findings);

// With the files as mended.
SourceTree with_mended(SourceTree sources, const std::vector<MendedFile>& files);

}  // namespace debrief
