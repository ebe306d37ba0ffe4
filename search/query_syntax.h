// The syntax of queries: from what a person typed to a tree of clauses.
//
// Parsing always succeeds; it knows nothing of any index. From loose to tight:
//
//   query  = all { OR all }          one of them
//   all    = row { AND row }         each of them
//   row    = item { item }           words rank, the rest is required
//   item   = { - | NOT } ( word | word* | "phrase" | field:value | date..date | ( query ) )
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "search/schema.h"
#include "search/tokenizer.h"

namespace debrief::search {

struct Clause {
  enum class Kind {
    words,   // What stands between two spaces: one word, or a name such as kube-proxy.
    prefix,  // The same with a * at the end.
    phrase,  // What stands in quotation marks.
    filter,
    dates,
    row,
    all,
    any,
  };

  // One word of a `words`, `prefix` or `phrase`, and where it stands in the query.
  struct QueryWord {
    std::string text;
    Word::Kind kind = Word::Kind::letters;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  Kind kind = Kind::row;
  bool excluded = false;  // By a minus sign or NOT; only inside a row.

  std::string text;              // As it was typed.
  std::vector<QueryWord> words;  // The parts of a name one by one,
  std::string joined;            // and written as one, if that makes a word.
  Word::Kind joined_kind = Word::Kind::letters;
  std::vector<std::string> parts;  // Of a single word such as maxConnections.

  bool unfinished = false;  // Its last word, or its value, is still being typed.

  Field field = Field::service;
  std::string value;

  // For `dates`: seconds since 1970, both included.
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::int64_t to = std::numeric_limits<std::int64_t>::max();

  std::vector<Clause> children;
};

// What the end of a query means: nothing more comes, more words may come, or its last word
// itself may go on.
enum class Typing { done, between_words, inside_word };

struct ParsedQuery {
  Clause root;  // A `row`, `all` or `any`; a row without children for an empty query.
  std::vector<std::string> problems;
};

// One line of valid UTF-8 with plain quotation marks. Clauses count bytes in this form.
std::string clean_query(std::string_view query);

// Requires: `query` went through clean_query. What is missing at the end is no problem unless
// the person is done.
ParsedQuery parse_query(std::string_view query, Typing typing = Typing::done);

// Where somebody is who has typed this much. Requires: `query` is as it was typed.
Typing typing_at_end(std::string_view query);

// Narrows `dates` to what "after:" or "before:" such a date means. False if `value` is no
// date; `problem` then says so.
bool apply_date_bound(Clause& dates, std::string_view bound, std::string_view value,
                      std::string& problem);

}  // namespace debrief::search
