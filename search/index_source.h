// Where an engine reads an index from: a file that is there as a whole, or parts of it that
// have arrived from a web server so far.
//
// An index is a Xapian database and a row of attachments: what Xapian would keep less well.
// The first attachments are the columns of the facets, in the order of facet_fields(); after
// them comes one record a page, in the order of document numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace debrief::search {

class IndexSource {
 public:
  virtual ~IndexSource() = default;

  // A descriptor of the database, at its beginning, for Xapian to read and to close.
  virtual int open_database() = 0;

  virtual std::size_t attachment_count() const = 0;

  // Absent if it is not here, now. Requires: number < attachment_count().
  virtual std::optional<std::string> attachment(std::size_t number) = 0;
};

// No attachment is larger, in bytes; a page's text is far smaller.
inline constexpr std::size_t kMaxAttachment = std::size_t{64} << 20;

}  // namespace debrief::search
