// Builds the search index of a site.
//
// The index is a function of the documents alone: the same bytes on any machine, in any
// folder, time zone or locale, with any number of jobs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "search/document.h"

namespace debrief::search {

struct IndexOptions {
  std::string language = "en";           // Chooses the stemmer.
  std::size_t documents_per_part = 250;  // Parts are built side by side, then merged.
  unsigned jobs = 1;
  // Called after each document, from one thread at a time but not always the same one.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

// Writes the index to `file` (index_file.h): a compacted, checked database with attachments.
// `scratch` is made if need be, holds the parts meanwhile and is removed in the end, also after an
// exception.
//
// Requires: the paths of the documents differ (throws std::invalid_argument otherwise),
// and `scratch` has nothing in it that should be kept.
void build_index(const std::vector<Document>& documents, const std::filesystem::path& file,
                 const std::filesystem::path& scratch, const IndexOptions& options = {});

}  // namespace debrief::search
