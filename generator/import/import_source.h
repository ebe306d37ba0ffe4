// The texts to be adopted, found and read; nothing of the sources is read after this but the
// pictures that a text shows.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace debrief {

struct ImportSource {
  std::string path;             // as the user would name it
  std::filesystem::path file;   // where it is
  std::filesystem::path below;  // real path of the folder that no picture may lie outside of
  std::string bytes;
};

struct SkippedSource {
  std::string path;
  std::string reason;
};

struct ImportSources {
  std::vector<ImportSource> texts;     // by path within each of the names given
  std::vector<SkippedSource> skipped;  // what somebody could have expected to be adopted
};

// `names` are files and folders. A folder gives its files that end in .md or .markdown and those
// without an extension that read like Markdown, without what starts with '.' or '_', links, and
// the knowledge base at `root`. What cannot be read is an error.
//
// Throws Error for a name that does not exist, or that lies in the incidents of `root`.
ImportSources read_import_sources(const std::vector<std::filesystem::path>& names,
                                  const std::filesystem::path& root, Diagnostics& diagnostics);

// The bytes of the picture that `source` refers to as `relative`; absent if it is not there, is
// no picture, is too large, or lies outside of `source.below`.
std::optional<std::string> read_picture(const ImportSource& source, std::string_view relative);

}  // namespace debrief
