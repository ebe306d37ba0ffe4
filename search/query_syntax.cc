#include "search/query_syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "search/date.h"
#include "search/query_lexer.h"
#include "search/text.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMaxQueryBytes = 4000;
constexpr int kMaxDepth = 20;

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, Typing typing, std::vector<std::string>& problems)
      : tokens_(std::move(tokens)), typing_(typing), problems_(problems) {}

  Clause run();

 private:
  using Kind = QueryToken::Kind;
  using Part = Clause (Parser::*)();

  Clause parse_any() {
    return parse_list(Clause::Kind::any, Kind::op_or, "OR", &Parser::parse_all);
  }
  Clause parse_all() {
    return parse_list(Clause::Kind::all, Kind::op_and, "AND", &Parser::parse_row);
  }
  Clause parse_list(Clause::Kind kind, Kind separator, std::string_view name, Part part);
  Clause parse_row();
  std::optional<Clause> parse_item();
  Clause parse_group();

  bool at(Kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool may_go_on() const { return typing_ != Typing::done && at_ >= tokens_.size(); }
  bool skip(Kind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }
  void report(std::string problem) {
    if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) {
      problems_.push_back(std::move(problem));
    }
  }

  std::vector<QueryToken> tokens_;
  Typing typing_;
  std::vector<std::string>& problems_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

bool is_empty(const Clause& clause) {
  return clause.kind == Clause::Kind::row && clause.children.empty();
}

Clause Parser::run() {
  Clause query = parse_any();
  while (at_ < tokens_.size()) {
    // Only a closing parenthesis stops the parser; go on behind it.
    report("A closing parenthesis has no opening one before it.");
    ++at_;
    Clause rest = parse_any();
    if (is_empty(rest)) continue;
    if (is_empty(query)) {
      query = std::move(rest);
      continue;
    }
    Clause both;
    both.children.push_back(std::move(query));
    both.children.push_back(std::move(rest));
    query = std::move(both);
  }
  return query;
}

Clause Parser::parse_list(Clause::Kind kind, Kind separator, std::string_view name, Part part) {
  Clause list;
  list.kind = kind;
  bool missing = false;
  bool more = false;
  do {
    Clause child = (this->*part)();
    if (is_empty(child)) {
      missing = true;
    } else {
      list.children.push_back(std::move(child));
    }
    if (!at(separator)) break;
    more = true;
  } while (skip(separator));
  if (missing && more && !may_go_on()) {
    report(std::string(name) + " needs something to search for on both sides of it.");
  }
  if (list.children.empty()) return Clause{};
  if (list.children.size() == 1) return std::move(list.children.front());
  return list;
}

Clause Parser::parse_row() {
  Clause row;
  while (std::optional<Clause> item = parse_item()) {
    if (!is_empty(*item)) row.children.push_back(std::move(*item));
  }
  return row;
}

// Nothing at the end of a row.
std::optional<Clause> Parser::parse_item() {
  bool excluded = false;
  bool by_word = false;
  while (at(Kind::minus) || at(Kind::op_not)) {
    by_word = at(Kind::op_not);
    excluded = true;
    ++at_;
  }
  std::optional<Clause> item;
  if (at(Kind::clause)) {
    item = std::move(tokens_[at_++].clause);
  } else if (at(Kind::open)) {
    item = parse_group();
  }
  if (item) item->excluded = excluded;
  if (excluded && by_word && (!item || is_empty(*item)) && !may_go_on()) {
    report("NOT needs something after it.");
  }
  if (!item && excluded) return Clause{};
  return item;
}

Clause Parser::parse_group() {
  skip(Kind::open);
  if (depth_ >= kMaxDepth) {
    report("Parentheses are nested too deeply; the innermost do not count.");
    return Clause{};
  }
  ++depth_;
  Clause inside = parse_any();
  --depth_;
  if (!skip(Kind::close) && !may_go_on()) report("An opening parenthesis is never closed.");
  return inside;
}

// Quotation marks as word processors and telephones set them.
std::string with_plain_quotes(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_quote = c >= 0x201C && c <= 0x201F;
    append_code_point(result, is_quote ? U'"' : c);
  }
  return result;
}

}  // namespace

std::string clean_query(std::string_view query) {
  return with_plain_quotes(clean(query));
}

ParsedQuery parse_query(std::string_view query, Typing typing) {
  ParsedQuery parsed;
  std::string_view kept = truncate(query, kMaxQueryBytes);
  if (kept.size() < query.size()) {
    parsed.problems.push_back("The query is very long; its end does not count.");
  }
  std::vector<QueryToken> tokens = lex_query(kept, typing, parsed.problems);
  parsed.root = Parser(std::move(tokens), typing, parsed.problems).run();
  const bool nothing = is_empty(parsed.root) && !query.empty() && parsed.problems.empty();
  if (nothing && typing == Typing::done) {
    parsed.problems.push_back("There is no word to search for in " + quoted(query) + ".");
  }
  return parsed;
}

Typing typing_at_end(std::string_view query) {
  // Cleaning takes white space away, so this is what tells.
  const std::string marked = clean(std::string(query) + "|");
  return marked.ends_with(" |") ? Typing::between_words : Typing::inside_word;
}

bool apply_date_bound(Clause& dates, std::string_view bound, std::string_view value,
                      std::string& problem) {
  const std::optional<Period> period = parse_period(value);
  if (!period) {
    problem = quoted(std::string(bound) + ":" + std::string(value)) +
              " has no date in it that makes sense. Write a year, a month or a day: 2026, "
              "2026-01 or 2026-01-15.";
    return false;
  }
  if (bound == "after") {
    dates.from = std::max(dates.from, period->begin);
  } else {
    dates.to = std::min(dates.to, period->begin - 1);
  }
  return true;
}

}  // namespace debrief::search
