#include "search/index.h"

#include <xapian.h>

#include <algorithm>
#include <compare>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include "search/deflate.h"
#include "search/facet_columns.h"
#include "search/facets.h"
#include "search/index_file.h"
#include "search/parts.h"
#include "search/site_part.h"
#include "search/stamp.h"
#include "search/xapian_error.h"

namespace debrief::search {
namespace {

namespace fs = std::filesystem;

// A merge keeps the files of all its sources open.
constexpr std::size_t kMostSources = 64;

class ScratchFolder {
 public:
  explicit ScratchFolder(const fs::path& path) : path_(path) { fs::create_directories(path_); }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

 private:
  fs::path path_;
};

// Oldest first, then from the last path to the first; without a date first of all. So a
// higher document number is a newer page, and results of equal rank come in the right
// order by number alone. A page added today leaves all full parts as they are.
std::vector<const Document*> in_index_order(const std::vector<Document>& documents) {
  std::vector<const Document*> order;
  for (const Document& document : documents) order.push_back(&document);
  const auto age = [](const Document* document) {
    return document->started.value_or(std::numeric_limits<std::int64_t>::min());
  };
  std::ranges::sort(order, [&age](const Document* a, const Document* b) {
    if (age(a) != age(b)) return age(a) < age(b);
    return a->path > b->path;
  });
  return order;
}

void require_unique_paths(const std::vector<Document>& documents) {
  std::vector<std::string_view> paths;
  for (const Document& document : documents) paths.push_back(document.path);
  std::ranges::sort(paths);
  const auto twice = std::ranges::adjacent_find(paths);
  if (twice != paths.end()) {
    throw std::invalid_argument("two documents have the path " + std::string(*twice));
  }
}

constexpr int kUsualBlockSize = 0;

void merge(const std::vector<fs::path>& sources, const fs::path& target, unsigned flags,
           int block_size) {
  Xapian::Database all;
  for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
  all.compact(target.string(), flags | Xapian::Compactor::FULL, block_size);
}

// Few enough sources to be merged at once, by merging neighbours.
std::vector<fs::path> merge_neighbours(std::vector<fs::path> parts, const fs::path& scratch) {
  for (int round = 0; parts.size() > kMostSources; ++round) {
    std::vector<fs::path> merged;
    for (std::size_t i = 0; i < parts.size(); i += kMostSources) {
      const std::size_t end = std::min(i + kMostSources, parts.size());
      const std::vector<fs::path> group(parts.begin() + static_cast<std::ptrdiff_t>(i),
                                        parts.begin() + static_cast<std::ptrdiff_t>(end));
      merged.push_back(scratch / ("merged-" + std::to_string(round) + "-" + std::to_string(i)));
      merge(group, merged.back(), 0, kUsualBlockSize);
      for (const fs::path& part : group) fs::remove_all(part);
    }
    parts = std::move(merged);
  }
  return parts;
}

// First the columns of the facets, then the records: index_source.h.
std::vector<std::string> attachments(std::span<const Document* const> documents,
                                     std::vector<std::string> records) {
  std::vector<std::string> attachments;
  for (const Field field : facet_fields()) {
    attachments.push_back(deflated(encode_facet_column(documents, field)));
  }
  std::ranges::move(records, std::back_inserter(attachments));
  return attachments;
}

void require_sound(const fs::path& file) {
  if (Xapian::Database::check(file.string()) != 0) {
    throw std::runtime_error("the search index " + file.generic_string() + " came out damaged");
  }
}

}  // namespace

void build_index(const std::vector<Document>& documents, const fs::path& file,
                 const fs::path& scratch, const IndexOptions& options) try {
  require_unique_paths(documents);
  const ScratchFolder folder(scratch);

  const std::vector<const Document*> order = in_index_order(documents);
  Parts parts = build_parts(order, scratch, options);
  std::vector<fs::path> sources = merge_neighbours(std::move(parts.folders), scratch);

  const fs::path site_part = scratch / "site";
  build_site_part(order, sources, site_part, options.language);
  sources.push_back(site_part);

  // Never Compactor::FULLER: with one file and small blocks it writes past a block
  // (Xapian ticket 842).
  merge(sources, file, Xapian::DBCOMPACT_SINGLE_FILE, static_cast<int>(kBlockSize));

  require_sound(file);
  append_attachments(file, attachments(order, std::move(parts.records)));
  // Last, for every merge draws a new identity.
  stamp_with_content(file);
} catch (const Xapian::Error& error) {
  throw standard_error("cannot write the search index", file.generic_string(), error);
}

}  // namespace debrief::search
