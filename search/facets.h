// How many pages of a result have each value of a field.
//
// They are counted in columns, attachments of the index: numbers (pack.h) that say how many
// values there are; for each its size and bytes, as its author wrote it; then for each page, in
// the order of document numbers, its values as places in that row, counted from 1, and a 0
// behind the last. A column is read once for any number of results.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/schema.h"

namespace debrief::search {

// A set of pages, by document number.
class PageSet {
 public:
  explicit PageSet(Xapian::docid last) : members_(last + std::size_t{1}) {}

  void add(Xapian::docid page) { members_[page] = true; }
  bool contains(std::size_t page) const { return page < members_.size() && members_[page]; }

 private:
  std::vector<bool> members_;
};

// The fields that have a column, in the order of their attachments.
std::span<const Field> facet_fields();

// Most frequent first, then by name. Damaged data gives the values before the damage.
Facet count_facet(std::string_view column, const FieldNames& names, const PageSet& pages);

}  // namespace debrief::search
