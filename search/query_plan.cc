#include "search/query_plan.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "search/query_lexer.h"
#include "search/schema.h"
#include "search/stopwords.h"
#include "search/unfinished_word.h"

namespace debrief::search {
namespace {

using Xapian::Query;

// What one `word*` stands for at most, and how many terms are looked at to choose them.
constexpr std::size_t kMostExpansions = 50;
constexpr std::size_t kMostCandidates = 5000;

// The page that has an id comes before all pages that mention it.
constexpr double kIdWeight = 3;

// What an unfinished word may become counts this much of what it is already.
constexpr double kUnfinishedWeight = 0.5;

struct Part {
  Query query;
  bool ranks = false;
};

class Planner {
 public:
  Planner(Words words, const PlanContext& context) : words_(words), context_(context) {}

  QueryPlan run(const Clause& root);

 private:
  Part compile(const Clause& clause);
  Part compile_list(const Clause& clause, Query::op op);
  Part compile_row(const Clause& row);
  Query or_page_with_id(const Clause& clause, const Query& words) const;
  Query compile_name(const Clause& clause);
  Query compile_word(std::string_view word, Word::Kind kind);
  Query compile_unfinished(const Clause& clause);
  Query compile_prefix(const Clause& clause);
  Query compile_phrase(const Clause& clause);
  Query compile_unfinished_phrase(const Clause& clause);
  Query compile_row_of_words(const std::vector<std::string>& words);
  Query compile_filter(const Clause& clause);

  Query term_query(const std::string& term);
  std::vector<std::string> expand(const std::string& prefix) const;
  const std::vector<std::string>& longer_terms(const Clause& clause);
  bool is_droppable(const Clause& clause) const;
  bool is_nothing_yet(const Clause& clause);
  double worth(const std::string& term) const;
  void highlight_phrase(std::vector<std::string> words);

  Words words_;
  const PlanContext& context_;
  bool at_root_ = true;
  bool inside_excluded_ = false;
  std::optional<std::vector<std::string>> longer_terms_;  // Of the one unfinished word.
  QueryPlan plan_;
};

Query all_of(const std::vector<Query>& queries) {
  if (queries.empty()) return Query::MatchAll;
  return Query(Query::OP_AND, queries.begin(), queries.end());
}

Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query unranked(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0);
}

// Characters of a script without spaces, side by side.
bool are_neighbours(const Clause::QueryWord& a, const Clause::QueryWord& b) {
  return a.kind == Word::Kind::ideograph && b.kind == Word::Kind::ideograph && a.end == b.begin;
}

// The pairs of neighbours: what stands for words in such a script.
std::vector<std::string> pairs_of(const Clause& clause) {
  std::vector<std::string> pairs;
  for (std::size_t i = 1; i < clause.words.size(); ++i) {
    const Clause::QueryWord& before = clause.words[i - 1];
    if (are_neighbours(before, clause.words[i]))
      pairs.push_back(before.text + clause.words[i].text);
  }
  return pairs;
}

std::vector<std::string> texts_of(const std::vector<Clause::QueryWord>& words) {
  std::vector<std::string> texts;
  for (const Clause::QueryWord& word : words) texts.push_back(word.text);
  return texts;
}

QueryPlan Planner::run(const Clause& root) {
  Part part = compile(root);
  plan_.query = std::move(part.query);
  plan_.ranks = part.ranks;
  return std::move(plan_);
}

Part Planner::compile(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::words:
      return {or_page_with_id(clause, compile_name(clause)), true};
    case Clause::Kind::prefix:
      return {compile_prefix(clause), true};
    case Clause::Kind::phrase:
      return {or_page_with_id(clause, compile_phrase(clause)), true};
    case Clause::Kind::filter:
      return {unranked(compile_filter(clause)), false};
    case Clause::Kind::dates:
      return {unranked(make_date_query(clause)), false};
    case Clause::Kind::row:
      return compile_row(clause);
    case Clause::Kind::all:
      return compile_list(clause, Query::OP_AND);
    case Clause::Kind::any:
      return compile_list(clause, Query::OP_OR);
  }
  return {};
}

Part Planner::compile_list(const Clause& clause, Query::op op) {
  at_root_ = false;
  std::vector<Query> queries;
  bool ranks = false;
  for (const Clause& child : clause.children) {
    if (is_nothing_yet(child) && clause.children.size() > 1) continue;
    Part part = compile(child);
    ranks = ranks || part.ranks;
    queries.push_back(std::move(part.query));
  }
  return {Query(op, queries.begin(), queries.end()), ranks};
}

// Words and names rank. What is in quotation marks or parentheses is required, filters are
// too: those of one field as alternatives, as in service:checkout service:search.
Part Planner::compile_row(const Clause& row) {
  const bool is_root = std::exchange(at_root_, false);
  std::vector<Query> ranking;
  std::vector<Query> required;
  std::vector<Query> filters;
  std::vector<Query> excluded;
  std::map<Field, std::vector<Query>> fields;
  const bool all_droppable = std::all_of(row.children.begin(), row.children.end(),
                                         [this](const Clause& c) { return is_droppable(c); });

  for (const Clause& child : row.children) {
    if (child.excluded) {
      const bool outer = std::exchange(inside_excluded_, true);
      excluded.push_back(compile(child).query);
      inside_excluded_ = outer;
      continue;
    }
    if (!all_droppable && is_droppable(child)) continue;
    if (row.children.size() > 1 && is_nothing_yet(child)) continue;
    if (child.kind == Clause::Kind::filter) {
      fields[child.field].push_back(compile_filter(child));
      continue;
    }
    // Without spaces a sentence looks like one name; its pairs rank as other words do.
    if (child.kind == Clause::Kind::words && child.words.front().kind == Word::Kind::ideograph &&
        child.words.size() > 1) {
      for (const std::string& pair : pairs_of(child)) ranking.push_back(term_query(pair));
      continue;
    }
    Part part = compile(child);
    if (child.kind == Clause::Kind::words || child.kind == Clause::Kind::prefix) {
      ranking.push_back(std::move(part.query));
    } else {
      (part.ranks ? required : filters).push_back(std::move(part.query));
    }
  }
  for (const auto& [field, values] : fields) filters.push_back(any_of(values));

  const bool ranks = !ranking.empty() || !required.empty();
  if (is_root && ranking.size() > 1) plan_.complete = all_of(ranking);
  Query query;
  if (words_ == Words::required && !inside_excluded_) {
    required.insert(required.end(), ranking.begin(), ranking.end());
    query = all_of(required);
  } else if (required.empty()) {
    query = ranking.empty() ? Query::MatchAll : any_of(ranking);
  } else {
    query = all_of(required);
    if (!ranking.empty()) query = Query(Query::OP_AND_MAYBE, query, any_of(ranking));
  }
  if (!filters.empty()) {
    query = ranks ? Query(Query::OP_FILTER, query, all_of(filters)) : unranked(all_of(filters));
  }
  if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, any_of(excluded));
  return {query, ranks};
}

// An id may look like words; whoever types one means that page first of all. A plain word
// is no id, and not looking for it saves reading a part of the index.
Query Planner::or_page_with_id(const Clause& clause, const Query& words) const {
  if (clause.words.size() == 1 && clause.words.front().kind == Word::Kind::letters) return words;
  const std::string id = filter_term(Field::id, clause.text);
  if (!context_.database.term_exists(id)) return words;
  return Query(Query::OP_OR, words, Query(Query::OP_SCALE_WEIGHT, Query(id), kIdWeight));
}

// kube-proxy and kubeProxy: these words side by side, or written as one.
Query Planner::compile_name(const Clause& clause) {
  if (clause.unfinished && !inside_excluded_) return compile_unfinished(clause);
  if (clause.words.size() > 1) {
    Query parts = compile_phrase(clause);
    if (clause.joined.empty()) return parts;
    return Query(Query::OP_MAX, parts, compile_word(clause.joined, clause.joined_kind));
  }
  const Clause::QueryWord& word = clause.words.front();
  Query whole = compile_word(word.text, word.kind);
  if (clause.parts.empty()) return whole;
  return Query(Query::OP_MAX, whole, compile_row_of_words(clause.parts));
}

Query Planner::compile_word(std::string_view word, Word::Kind kind) {
  const WordTerms terms = context_.stems.terms_for(word, kind);
  std::vector<Query> forms = {term_query(terms.main)};
  if (!terms.plain.empty()) forms.push_back(term_query(terms.plain));
  if (kind == Word::Kind::digits) {
    const std::string number = plain_number(word);
    if (number != word) forms.push_back(term_query(number));
  }
  return Query(Query::OP_MAX, forms.begin(), forms.end());
}

Query Planner::term_query(const std::string& term) {
  if (!inside_excluded_) plan_.highlights.terms[term] = worth(term);
  return Query(term);
}

// What was typed of a word, and the words that begin so.
Query Planner::compile_unfinished(const Clause& clause) {
  Clause finished = clause;
  finished.unfinished = false;
  Query exact = compile_name(finished);
  std::vector<Query> longer;
  for (const std::string& term : longer_terms(clause)) longer.push_back(term_query(term));
  if (longer.empty() && clause.words.size() > 1) {
    finished.words.pop_back();
    longer.push_back(compile_phrase(finished));
  }
  if (longer.empty()) return exact;
  const Query any(Query::OP_SYNONYM, longer.begin(), longer.end());
  return Query(Query::OP_MAX, exact, Query(Query::OP_SCALE_WEIGHT, any, kUnfinishedWeight));
}

const std::vector<std::string>& Planner::longer_terms(const Clause& clause) {
  if (!longer_terms_) longer_terms_ = find_longer_terms(clause, context_);
  return *longer_terms_;
}

// The first letters of a word that could still be any would only be in the way of the others.
bool Planner::is_nothing_yet(const Clause& clause) {
  if (clause.kind == Clause::Kind::row) {
    return clause.children.size() == 1 && is_nothing_yet(clause.children.front());
  }
  if (clause.kind != Clause::Kind::words || !clause.unfinished || clause.words.size() > 1) {
    return false;
  }
  const Clause::QueryWord& word = clause.words.front();
  const WordTerms& terms = context_.stems.terms_for(word.text, word.kind);
  return !context_.database.term_exists(terms.main) && longer_terms(clause).empty();
}

Query Planner::compile_prefix(const Clause& clause) {
  std::vector<Query> last;
  std::vector<std::string> words = texts_of(clause.words);
  for (const std::string& word : expand(words.back())) {
    last.emplace_back(word);
    words.back() = word;
    if (!inside_excluded_) highlight_phrase(words);
  }
  if (words.size() == 1) return Query(Query::OP_SYNONYM, last.begin(), last.end());
  std::vector<Query> row(words.begin(), words.end() - 1);
  row.push_back(any_of(last));
  return Query(Query::OP_PHRASE, row.begin(), row.end(),
               static_cast<Xapian::termcount>(row.size()));
}

// The words exactly as written, side by side.
Query Planner::compile_phrase(const Clause& clause) {
  if (clause.kind == Clause::Kind::phrase && clause.unfinished && !inside_excluded_) {
    return compile_unfinished_phrase(clause);
  }
  const Query row = compile_row_of_words(texts_of(clause.words));
  const std::vector<std::string> pairs = pairs_of(clause);
  // One pair needs no positions to be compared.
  return clause.words.size() == 2 && !pairs.empty() ? Query(pairs.front()) : row;
}

Query Planner::compile_row_of_words(const std::vector<std::string>& words) {
  if (!inside_excluded_) highlight_phrase(words);
  if (words.size() == 1) return Query(words.front());
  return Query(Query::OP_PHRASE, words.begin(), words.end(),
               static_cast<Xapian::termcount>(words.size()));
}

// "connection po: the last word, or any that begins so, or if there is none, the row so far.
Query Planner::compile_unfinished_phrase(const Clause& clause) {
  std::vector<std::string> words = texts_of(clause.words);
  const std::string typed = words.back();
  std::vector<Query> phrases;
  if (context_.database.term_exists(typed)) phrases.push_back(compile_row_of_words(words));
  for (const std::string& longer : find_longer_words(clause.words.back(), context_)) {
    words.back() = longer;
    phrases.push_back(compile_row_of_words(words));
  }
  if (phrases.empty()) {
    words.back() = typed;
    if (words.size() > 1) words.pop_back();
    return compile_row_of_words(words);
  }
  return any_of(phrases);
}

Query Planner::compile_filter(const Clause& clause) {
  const std::string term = filter_term(clause.field, clause.value);
  const std::string alias = alias_term(clause.field, clause.value);
  if (context_.database.term_exists(alias)) {
    return Query(Query::OP_OR, Query(term), Query(alias));
  }
  if (context_.database.term_exists(term)) return Query(term);
  if (clause.unfinished) {
    std::vector<Query> values;
    for (const std::string& start : {term, alias}) {
      for (const std::string& value : expand(start)) values.emplace_back(value);
    }
    if (!values.empty()) return any_of(values);
  }
  plan_.problems.push_back("No page has the " + std::string(names_of(clause.field).name) + " " +
                           quoted(clause.value) + ".");
  return Query(term);
}

// The most frequent words that begin so.
std::vector<std::string> Planner::expand(const std::string& prefix) const {
  std::vector<std::pair<Xapian::doccount, std::string>> candidates;
  for (auto term = context_.database.allterms_begin(prefix);
       term != context_.database.allterms_end(prefix) && candidates.size() < kMostCandidates;
       ++term) {
    candidates.emplace_back(term.get_termfreq(), *term);
  }
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (candidates.size() > kMostExpansions) candidates.resize(kMostExpansions);
  std::vector<std::string> words;
  for (auto& candidate : candidates) words.push_back(std::move(candidate.second));
  return words;
}

bool Planner::is_droppable(const Clause& clause) const {
  if (clause.kind != Clause::Kind::words || clause.excluded || clause.words.size() != 1) {
    return false;
  }
  // "IT" and "US" in capitals are not the words of a question.
  const std::string& typed = clause.text;
  const bool capitals = typed.size() > 1 && std::all_of(typed.begin(), typed.end(), [](char c) {
                          return c >= 'A' && c <= 'Z';
                        });
  return !capitals && is_stopword(context_.language, clause.words.front().text);
}

// Rare words are worth more; the scale is the snippet's own.
double Planner::worth(const std::string& term) const {
  const double pages = context_.database.get_doccount();
  return std::log1p(pages / (1.0 + context_.database.get_termfreq(term)));
}

void Planner::highlight_phrase(std::vector<std::string> words) {
  double weight = 0;
  for (const std::string& word : words) weight += worth(word);
  if (words.size() == 1) {
    plan_.highlights.words[words.front()] = weight;
  } else {
    plan_.highlights.phrases.push_back({.words = std::move(words), .weight = weight});
  }
}

}  // namespace

Query make_date_query(const Clause& dates) {
  return Query(Query::OP_VALUE_RANGE, slot::kStarted,
               Xapian::sortable_serialise(static_cast<double>(dates.from)),
               Xapian::sortable_serialise(static_cast<double>(dates.to)));
}

QueryPlan make_plan(const Clause& root, Words words, const PlanContext& context) {
  return Planner(words, context).run(root);
}

}  // namespace debrief::search
