// Queries that show what can be searched for, as rows {href, query, finds}: each is a link that
// tries it. Names in them are the site's own.
#pragma once

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// For those who would rather begin than read.
PageData::List few_examples(const Site& site, const Links& links);

// All of the syntax, as tables {heading, note, rows}; the note may be empty.
PageData::List example_tables(const Site& site, const Links& links);

}  // namespace debrief
