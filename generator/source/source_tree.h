// The content folder, read once. Nothing after this touches it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace debrief {

struct SourceFile {
  std::string path;  // relative to the root, with '/', never absolute, no ".."
  std::string bytes;
};

struct SourceTree {
  std::vector<SourceFile> files;  // by path, each path once

  const SourceFile* find(std::string_view path) const;
};

struct SourceLimits {
  std::size_t text_bytes = 1 << 20;                // one Markdown or YAML file
  std::size_t other_bytes = 20 << 20;              // one image
  std::size_t total_bytes = std::size_t{4} << 30;  // all files together
  std::size_t entries = 500'000;                   // files and folders together
};

// Reads the knowledge base below `root`: debrief.yaml, the vocabulary files, and the files of
// assets/, incidents/, pages/, templates/ and themes/. Ignored: what starts with '.' or, but for
// themes/, with '_', and the output folder `excluded` (absolute; may be empty).
//
// An error: a symbolic link that is broken, leaves the root, or leads to what starts with '.'
// or to the output folder; a file or a knowledge base over its limit; a name that is not
// UTF-8 or has a control character or a backslash in it; anything that is neither file nor
// folder; what the system refuses to open. A link to a folder that it is itself within is
// passed over.
//
// Throws Error if the root itself cannot be read.
SourceTree read_source_tree(const std::filesystem::path& root,
                            const std::filesystem::path& excluded, const SourceLimits& limits,
                            Diagnostics& diagnostics);

}  // namespace debrief
