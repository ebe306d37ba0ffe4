// Everything that a database gives away, as strings: for audits and tests that ask whether
// something is in it.
//
// Whoever has the file can read all this through Xapian, compressed or not. What a walk
// does not show are leftovers between the blocks: scan the bytes of the file as well.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace debrief::search {

enum class Found {
  uuid,
  last_document_number,
  metadata_key,
  metadata_value,
  term,
  positions,  // A document's words in their order, as positions alone tell them.
  value,
  value_bound,
  data,
  attachment,  // What results show of a page, or the facet values of all pages.
  spelling,
  synonym_key,
  synonym,
};

std::string_view name_of(Found kind);

// Calls `visit` for each. The order is the database's own and always the same.
void walk_database(const std::filesystem::path& file,
                   const std::function<void(Found kind, std::string_view text)>& visit);

// The same of an index (index_file.h), with its attachments.
void walk_index(const std::filesystem::path& file,
                const std::function<void(Found kind, std::string_view text)>& visit);

}  // namespace debrief::search
