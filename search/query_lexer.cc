#include "search/query_lexer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "search/date.h"
#include "search/text.h"

namespace debrief::search {
namespace {

constexpr std::size_t kMostWords = 64;        // Of one query.
constexpr std::size_t kMinPrefixLetters = 2;  // Before a *.
constexpr std::size_t kMaxQuotedBytes = 40;

// Bytes of the query.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

class Lexer {
 public:
  Lexer(std::string_view query, Typing typing, std::vector<std::string>& problems)
      : query_(query), typing_(typing), problems_(problems) {}

  std::vector<QueryToken> run();

 private:
  void read_quoted();
  void read_chunk();
  std::string read_value(std::string_view rest);
  void add_chunk(std::size_t begin, std::size_t end);
  bool add_operator(std::string_view chunk);
  bool add_filter(std::string_view chunk);
  bool add_range(std::string_view chunk);
  void add_words(std::size_t begin, std::size_t end, Clause::Kind kind);
  void finish_words(Clause clause, Span joined, Clause::Kind kind);

  // What is not yet right at the end of a query may become so.
  bool may_go_on() const { return typing_ != Typing::done && at_ >= query_.size(); }
  bool word_may_go_on() const { return typing_ == Typing::inside_word && at_ >= query_.size(); }
  bool is_excluded_next() const;

  void add(QueryToken::Kind kind) { tokens_.push_back({.kind = kind, .clause = {}}); }
  void add(Clause clause) {
    tokens_.push_back({.kind = QueryToken::Kind::clause, .clause = std::move(clause)});
  }

  std::string_view query_;
  Typing typing_;
  std::vector<std::string>& problems_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
};

std::vector<QueryToken> Lexer::run() {
  while (at_ < query_.size()) {
    const char c = query_[at_];
    const char following = at_ + 1 < query_.size() ? query_[at_ + 1] : ' ';
    if (c == ' ') {
      ++at_;
    } else if (c == '"') {
      read_quoted();
    } else if (c == '(') {
      add(QueryToken::Kind::open);
      ++at_;
    } else if (c == ')') {
      add(QueryToken::Kind::close);
      ++at_;
    } else if (c == '-' && following != ' ' && following != '-') {
      // Two of them are how command-line flags begin.
      add(QueryToken::Kind::minus);
      ++at_;
    } else {
      read_chunk();
    }
  }
  return std::move(tokens_);
}

void Lexer::read_quoted() {
  const std::size_t begin = at_ + 1;
  const std::size_t close = query_.find('"', begin);
  const std::size_t end = std::min(close, query_.size());
  at_ = close == std::string_view::npos ? end : end + 1;
  const std::string_view text = query_.substr(begin, end - begin);
  if (close == std::string_view::npos && !may_go_on()) {
    problems_.push_back(text.empty()
                            ? "A quotation mark is never closed."
                            : "The quotation mark before " + quoted(text) + " is never closed.");
  }
  add_words(begin, end, Clause::Kind::phrase);
}

// Up to a space, a quotation mark, or a parenthesis that closes one outside: f(x) is whole.
void Lexer::read_chunk() {
  const std::size_t begin = at_;
  std::size_t inner = 0;
  while (at_ < query_.size() && query_[at_] != ' ' && query_[at_] != '"') {
    if (query_[at_] == '(') ++inner;
    if (query_[at_] == ')' && inner-- == 0) break;
    ++at_;
  }
  const std::string_view chunk = query_.substr(begin, at_ - begin);
  if (add_operator(chunk) || add_filter(chunk) || add_range(chunk)) return;
  add_chunk(begin, at_);
}

bool Lexer::add_operator(std::string_view chunk) {
  // On its way to an AND, a query ends in "A" and in "AN".
  const bool begins_operator =
      chunk == "A" || chunk == "AN" || chunk == "O" || chunk == "N" || chunk == "NO";
  if (begins_operator && word_may_go_on() && !tokens_.empty()) return true;
  if (chunk == "AND") {
    add(QueryToken::Kind::op_and);
  } else if (chunk == "OR") {
    add(QueryToken::Kind::op_or);
  } else if (chunk == "NOT") {
    add(QueryToken::Kind::op_not);
  } else {
    return false;
  }
  return true;
}

// What stands after the colon: `rest` of the chunk, or a text in quotation marks.
std::string Lexer::read_value(std::string_view rest) {
  if (!rest.empty() || at_ >= query_.size() || query_[at_] != '"') return std::string(rest);
  const std::size_t begin = at_ + 1;
  const std::size_t end = std::min(query_.find('"', begin), query_.size());
  at_ = std::min(end + 1, query_.size());
  return std::string(query_.substr(begin, end - begin));
}

bool Lexer::add_filter(std::string_view chunk) {
  const std::size_t colon = chunk.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string name = fold(chunk.substr(0, colon));
  const bool is_bound = name == "after" || name == "before";
  const FieldNames* field = find_field(name);
  if (field == nullptr && !is_bound) return false;

  const std::string value = read_value(chunk.substr(colon + 1));
  if (clean(value).empty()) {
    if (may_go_on()) return true;
    problems_.push_back(quoted(name + ":") + " needs a value right after the colon" +
                        (is_bound ? ", such as " + name + ":2026-01." : "."));
    return true;
  }
  Clause clause;
  clause.text = name + ":" + value;
  if (is_bound) {
    clause.kind = Clause::Kind::dates;
    std::string problem;
    if (!apply_date_bound(clause, name, value, problem)) {
      if (!may_go_on()) problems_.push_back(std::move(problem));
      return true;
    }
  } else {
    clause.kind = Clause::Kind::filter;
    clause.field = field->field;
    clause.value = value;
    const bool is_quoted = chunk.back() == ':';
    clause.unfinished = is_quoted ? may_go_on() && query_.back() != '"' : word_may_go_on();
  }
  add(std::move(clause));
  return true;
}

// "2025-01..2025-06", "2025-01.." or "..2025-06".
bool Lexer::add_range(std::string_view chunk) {
  const std::size_t dots = chunk.find("..");
  if (dots == std::string_view::npos) return false;
  const std::string_view first = chunk.substr(0, dots);
  const std::string_view last = chunk.substr(dots + 2);
  const auto starts_with_digit = [](std::string_view text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
  };
  if (!starts_with_digit(first) && !(first.empty() && starts_with_digit(last))) return false;

  Clause clause;
  clause.kind = Clause::Kind::dates;
  clause.text = chunk;
  const std::optional<Period> begin = parse_period(first);
  const std::optional<Period> end = parse_period(last);
  if ((!first.empty() && !begin) || (!last.empty() && !end)) {
    if (may_go_on()) return true;
    problems_.push_back(quoted(chunk) +
                        " is not a range of dates. Write one as 2025-01..2025-06 or "
                        "2025-01-01..2025-06-30.");
    return true;
  }
  if (begin) clause.from = begin->begin;
  if (end) clause.to = end->end - 1;
  if (clause.from > clause.to) {
    problems_.push_back("The range " + quoted(chunk) + " ends before it begins.");
    return true;
  }
  add(std::move(clause));
  return true;
}

void Lexer::add_chunk(std::size_t begin, std::size_t end) {
  const std::string_view chunk = query_.substr(begin, end - begin);
  const std::size_t star = chunk.find('*');
  if (star == std::string_view::npos) {
    add_words(begin, end, Clause::Kind::words);
    return;
  }
  if (chunk.find_first_not_of('*', star) != std::string_view::npos) {
    problems_.push_back("In " + quoted(chunk) +
                        " the * stands inside; it works at the end of a word only.");
  }
  if (star == 0) {
    add_words(std::min(chunk.find_first_not_of('*') + begin, end), end, Clause::Kind::words);
  } else {
    add_words(begin, begin + star, Clause::Kind::prefix);
  }
}

bool Lexer::is_excluded_next() const {
  using Kind = QueryToken::Kind;
  return !tokens_.empty() &&
         (tokens_.back().kind == Kind::minus || tokens_.back().kind == Kind::op_not);
}

// One clause for a phrase, and for what is excluded as a whole. Otherwise one for each word
// or name: "slow,down" is two.
void Lexer::add_words(std::size_t begin, std::size_t end, Clause::Kind kind) {
  const bool is_whole = kind == Clause::Kind::phrase || is_excluded_next();
  Clause clause;
  Span joined;
  Tokenizer tokenizer(query_.substr(begin, end - begin));
  for (Word word; tokenizer.next(word);) {
    const Span span{.begin = begin + word.begin, .end = begin + word.end};
    if (word.part) {
      if (word.kind == Word::Kind::letters) clause.parts.emplace_back(word.text);
      continue;
    }
    if (word.joined) {
      if (word.kind == Word::Kind::ideograph) continue;
      clause.joined = word.text;
      clause.joined_kind = word.kind;
      joined = span;
      continue;
    }
    if (!is_whole && !word.attached && !clause.words.empty()) {
      finish_words(std::exchange(clause, Clause{}), joined, Clause::Kind::words);
    }
    if (++words_ > kMostWords) break;
    clause.words.push_back(
        {.text = std::string(word.text), .kind = word.kind, .begin = span.begin, .end = span.end});
  }
  if (words_ == kMostWords + 1) {
    problems_.push_back("The query is very long; its first " + std::to_string(kMostWords) +
                        " words count.");
  }
  finish_words(std::move(clause), joined, kind);
}

void Lexer::finish_words(Clause clause, Span joined, Clause::Kind kind) {
  if (clause.words.empty()) return;
  const Span whole{.begin = clause.words.front().begin, .end = clause.words.back().end};
  clause.kind = kind;
  clause.text = query_.substr(whole.begin, whole.end - whole.begin);
  if (joined != whole) clause.joined.clear();
  if (clause.words.size() > 1) clause.parts.clear();
  if (clause.words.back().kind == Word::Kind::ideograph && kind == Clause::Kind::prefix) {
    kind = clause.kind = Clause::Kind::words;
  }
  clause.unfinished = kind != Clause::Kind::prefix && word_may_go_on() && whole.end == at_;
  if (kind == Clause::Kind::prefix && clause.words.back().text.size() < kMinPrefixLetters) {
    problems_.push_back(quoted(clause.text + "*") +
                        " would stand for too many words; write at least two letters before "
                        "the *.");
    clause.kind = Clause::Kind::words;
  }
  add(std::move(clause));
}

}  // namespace

std::string quoted(std::string_view text) {
  const std::string_view start = truncate(text, kMaxQuotedBytes);
  return "“" + std::string(start) + (start.size() < text.size() ? "…" : "") + "”";
}

std::vector<QueryToken> lex_query(std::string_view query, Typing typing,
                                  std::vector<std::string>& problems) {
  return Lexer(query, typing, problems).run();
}

}  // namespace debrief::search
