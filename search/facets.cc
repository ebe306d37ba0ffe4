#include "search/facets.h"

#include <algorithm>
#include <string>

namespace debrief::search {
namespace {

std::size_t count_pages(const Xapian::Database& database, const std::string& term,
                        const PageSet& pages) {
  if (pages.size() == database.get_doccount()) return database.get_termfreq(term);
  std::size_t count = 0;
  for (auto page = database.postlist_begin(term); page != database.postlist_end(term); ++page) {
    if (pages.contains(*page)) ++count;
  }
  return count;
}

}  // namespace

Facet count_facet(const Xapian::Database& database, const FieldNames& names, const PageSet& pages) {
  Facet facet{.field = std::string(names.name), .values = {}};
  if (pages.size() == 0) return facet;
  const std::string prefix = metadata::facet_prefix(names.field);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    std::string value = database.get_metadata(*key);
    const std::size_t count = count_pages(database, filter_term(names.field, value), pages);
    if (count > 0) facet.values.emplace_back(std::move(value), count);
  }
  std::ranges::sort(facet.values, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return facet;
}

}  // namespace debrief::search
