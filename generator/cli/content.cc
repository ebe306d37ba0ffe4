#include "generator/cli/content.h"

namespace debrief {

SourceTree read_content(const std::filesystem::path& root, Diagnostics& diagnostics) {
  return read_source_tree(root, std::filesystem::absolute(root / "site"), SourceLimits{},
                          diagnostics);
}

}  // namespace debrief
