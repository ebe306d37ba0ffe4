// How many pages of a result have each value of a field.
#pragma once

#include <xapian.h>

#include <vector>

#include "search/query.h"
#include "search/schema.h"

namespace debrief::search {

// A set of pages, by document number.
class PageSet {
 public:
  explicit PageSet(const Xapian::Database& database) : members_(database.get_lastdocid() + 1) {}

  void add(Xapian::docid page) {
    if (!members_[page]) ++size_;
    members_[page] = true;
  }
  bool contains(Xapian::docid page) const { return members_[page]; }
  std::size_t size() const { return size_; }

 private:
  std::vector<bool> members_;
  std::size_t size_ = 0;
};

Facet count_facet(const Xapian::Database& database, const FieldNames& names, const PageSet& pages);

}  // namespace debrief::search
