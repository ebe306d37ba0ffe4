// Cuts a query into words, phrases, filters and operators.
//
// Used by query_syntax.cc alone, which puts the pieces in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/query_syntax.h"

namespace debrief::search {

struct QueryToken {
  enum class Kind { clause, minus, op_not, op_and, op_or, open, close };
  Kind kind = Kind::clause;
  Clause clause;  // Only of a `clause`.
};

// Requires: `query` went through clean_query.
std::vector<QueryToken> lex_query(std::string_view query, Typing typing,
                                  std::vector<std::string>& problems);

// “text”, shortened if it is long: how problems quote what was typed.
std::string quoted(std::string_view text);

}  // namespace debrief::search
