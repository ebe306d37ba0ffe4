// What a query is going to read, in any order instead of one after the other.
//
// Xapian reads the postings of a term block by block, and where each block takes a request
// to a web server, that is one wait after the other. Looking into the middle of a list needs
// none of the blocks before it, so a look at every so many pages finds them all together.
#pragma once

#include <xapian.h>

#include <vector>

namespace debrief::search {

// Touches the postings of all terms in `query`, the lengths of all pages and their values in
// these places. What cannot be read is passed over: the query itself will meet it again.
void foresee(const Xapian::Database& database, const Xapian::Query& query,
             const std::vector<Xapian::valueno>& values);

}  // namespace debrief::search
