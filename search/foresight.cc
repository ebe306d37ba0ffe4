#include "search/foresight.h"

namespace debrief::search {
namespace {

// A block of 4 KB holds the postings of more pages than this, however they are packed, and
// as many values.
constexpr Xapian::docid kPagesOfABlock = 1000;
constexpr Xapian::docid kValuesOfABlock = 400;

template <typename Look>
void look(const Look& at) {
  try {
    at();
  } catch (const Xapian::Error&) {
    // Reading it has asked for it; that is all that was wanted.
  }
}

// `at` is called for pages so far apart that no block is left out, each time anew: what has
// failed once would not go on.
template <typename Look>
void look_along(Xapian::docid last, Xapian::docid step, const Look& at) {
  for (Xapian::docid page = 1; page <= last; page += step) look([&] { at(page); });
  if (last > 0) look([&] { at(last); });
}

}  // namespace

void foresee(const Xapian::Database& database, const Xapian::Query& query,
             const std::vector<Xapian::valueno>& values) {
  const Xapian::docid last = database.get_lastdocid();
  look_along(last, kPagesOfABlock, [&](Xapian::docid page) { database.get_doclength(page); });
  for (auto term = query.get_unique_terms_begin(); term != query.get_unique_terms_end(); ++term) {
    look_along(last, kPagesOfABlock,
               [&](Xapian::docid page) { database.postlist_begin(*term).skip_to(page); });
  }
  for (const Xapian::valueno place : values) {
    look_along(last, kValuesOfABlock,
               [&](Xapian::docid page) { database.valuestream_begin(place).skip_to(page); });
  }
}

}  // namespace debrief::search
