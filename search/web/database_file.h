// Lets Xapian read the database out of a ChunkStore: the few system calls that it needs, for
// one descriptor that stands for the database. There are no other files here.
#pragma once

#include "search/chunk_store.h"

namespace debrief::search {

// The store that is read from, or null. Requires: it lives until another is set.
void set_database_store(ChunkStore* store);

// A descriptor at the beginning of the database. There is one position for all.
int open_database_file();

}  // namespace debrief::search
