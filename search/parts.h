// The parts of an index: small databases of consecutive documents, built side by side.
//
// A part depends on its own documents only, not on the others or on how many jobs there are.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "search/document.h"
#include "search/index.h"

namespace debrief::search {

// An empty part at `folder`, which must not exist yet.
Xapian::WritableDatabase create_part(const std::filesystem::path& folder);

struct Parts {
  std::vector<std::filesystem::path> folders;  // In the order of the documents; at least one.
  std::vector<std::string> records;            // Deflated; one a document, in the same order.
};

Parts build_parts(std::span<const Document* const> documents, const std::filesystem::path& scratch,
                  const IndexOptions& options);

}  // namespace debrief::search
