// From the clauses of a query to what Xapian is asked.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "search/highlights.h"
#include "search/query_syntax.h"
#include "search/stems.h"

namespace debrief::search {

// Whether the words of a row only rank, or each of them must be there.
enum class Words { rank, required };

struct QueryPlan {
  Xapian::Query query;
  bool ranks = false;  // Has words to rank by; otherwise it only filters.

  // Of a plain row of several words: pages with all of them. They stay however far below
  // the best they come. Empty otherwise, and then nothing is to be cut off.
  Xapian::Query complete;

  Highlights highlights;
  std::vector<std::string> problems;
};

// What plans are made from; all of it is the index's own.
struct PlanContext {
  const Xapian::Database& database;
  Stems& stems;
  const std::string& language;
};

// Pages within the time of a clause of dates; those without a date are in none.
Xapian::Query make_date_query(const Clause& dates);

QueryPlan make_plan(const Clause& root, Words words, const PlanContext& context);

}  // namespace debrief::search
