#include "search/query_syntax.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

std::string to_text(const Clause& clause);

std::string row_of(const std::vector<Clause>& clauses, std::string_view between) {
  std::string text;
  for (const Clause& clause : clauses) {
    if (!text.empty()) text += between;
    text += to_text(clause);
  }
  return text;
}

std::string date(std::int64_t seconds) {
  if (seconds == std::numeric_limits<std::int64_t>::min()) return "";
  if (seconds == std::numeric_limits<std::int64_t>::max()) return "";
  return std::to_string(seconds / 86400);
}

// The parts of a name with "+" between, phrases in quotes, rows in parentheses.
std::string to_text(const Clause& clause) {
  std::string words;
  for (const Clause::QueryWord& word : clause.words) {
    if (!words.empty()) words += clause.kind == Clause::Kind::phrase ? " " : "+";
    words += word.text;
  }
  if (!clause.joined.empty()) words += "=" + clause.joined;
  std::string text;
  switch (clause.kind) {
    case Clause::Kind::words:
      text = words;
      break;
    case Clause::Kind::prefix:
      text = words + "*";
      break;
    case Clause::Kind::phrase:
      text = '"' + words + '"';
      break;
    case Clause::Kind::filter:
      text = std::string(names_of(clause.field).name) + ":" + clause.value;
      break;
    case Clause::Kind::dates:
      text = date(clause.from) + ".." + date(clause.to);
      break;
    case Clause::Kind::row:
      text = "(" + row_of(clause.children, " ") + ")";
      break;
    case Clause::Kind::all:
      text = "{" + row_of(clause.children, " AND ") + "}";
      break;
    case Clause::Kind::any:
      text = "{" + row_of(clause.children, " OR ") + "}";
      break;
  }
  return (clause.excluded ? "-" : "") + text;
}

ParsedQuery parse(std::string_view query) {
  return parse_query(clean_query(query));
}

std::string problems_of(const ParsedQuery& parsed) {
  std::string text;
  for (const std::string& problem : parsed.problems) {
    if (!text.empty()) text += ' ';
    text += problem;
  }
  return text;
}

TEST(QuerySyntax, UnderstandsWhatTheHelpPageShows) {
  struct Case {
    std::string_view query;
    std::string_view tree;
  };
  const Case cases[] = {
      {"", "()"},
      {"slow checkout", "(slow checkout)"},
      {"\"connection pool\" slow", "(\"connection pool\" slow)"},
      {"“connection pool” slow", "(\"connection pool\" slow)"},
      {"time*", "(time*)"},
      {"kube-pro*", "(kube+pro=kubepro*)"},
      {"kube-proxy", "(kube+proxy=kubeproxy)"},
      {"slow,down;now", "(slow down now)"},
      {"f(x)", "(f x)"},

      // Operators: words of a row hold together most, then AND, then OR.
      {"a AND b", "{(a) AND (b)}"},
      {"a b AND c OR d e", "{{(a b) AND (c)} OR (d e)}"},
      {"a OR b AND c", "{(a) OR {(b) AND (c)}}"},
      {"(a OR b) c", "({(a) OR (b)} c)"},
      {"a -b", "(a -b)"},
      {"a NOT b c", "(a -b c)"},
      {"a AND NOT b", "{(a) AND (-b)}"},
      {"-\"b c\" -(d e)", "(-\"b c\" -(d e))"},
      {"a and b or not c", "(a and b or not c)"},  // In small letters they are words.
      {"--force -f", "(force -f)"},
      {"a - b", "(a b)"},

      // Filters.
      {"service:checkout", "(service:checkout)"},
      {"Service:Checkout severity:sev1", "(service:Checkout severity:sev1)"},
      {"service:\"Ledger database\" x", "(service:Ledger database x)"},
      {"-cause:capacity/connection-pool", "(-cause:capacity/connection-pool)"},
      {"after:1970-01-03", "(2..)"},
      {"before:1970-01-03", "(..1)"},
      {"1970-01-02..1970-01-03", "(1..2)"},
      {"1970..1971", "(0..729)"},
      {"1970-Q1..", "(0..)"},
      {"..1970-01", "(..30)"},

      // What only looks like a filter.
      {"error:timeout", "(error+timeout)"},
      {"http://a.example", "(http+a+example)"},
      {"std::string", "(std+string)"},
      {"wait..what", "(wait+what)"},
  };
  for (const Case& c : cases) {
    const ParsedQuery parsed = parse(c.query);
    EXPECT_EQ(to_text(parsed.root), c.tree) << c.query;
    EXPECT_EQ(problems_of(parsed), "") << c.query;
  }
}

TEST(QuerySyntax, IgnoresWhatItCannotUnderstandAndSaysSo) {
  struct Case {
    std::string_view query;
    std::string_view tree;
    std::string_view problems;
  };
  const Case cases[] = {
      {"\"connection pool", "(\"connection pool\")",
       "The quotation mark before “connection pool” is never closed."},
      {"slow \"", "(slow)", "A quotation mark is never closed."},
      {"(slow checkout", "((slow checkout))", "An opening parenthesis is never closed."},
      {"slow) checkout", "((slow) (checkout))",
       "A closing parenthesis has no opening one before it."},
      {"()", "()", "There is no word to search for in “()”."},
      {"AND", "()", "AND needs something to search for on both sides of it."},
      {"AND AND", "()", "AND needs something to search for on both sides of it."},
      {"slow AND", "(slow)", "AND needs something to search for on both sides of it."},
      {"OR slow", "(slow)", "OR needs something to search for on both sides of it."},
      {"slow NOT", "(slow)", "NOT needs something after it."},
      {"OR AND slow NOT", "(slow)",
       "NOT needs something after it. AND needs something to search for on both sides of it. "
       "OR needs something to search for on both sides of it."},
      {"service:", "()", "“service:” needs a value right after the colon."},
      {"service: checkout", "(checkout)", "“service:” needs a value right after the colon."},
      {"service:\"\"", "()", "“service:” needs a value right after the colon."},
      {"after:", "()", "“after:” needs a value right after the colon, such as after:2026-01."},
      {"after:2026-13 slow", "(slow)",
       "“after:2026-13” has no date in it that makes sense. Write a year, a month or a day: "
       "2026, 2026-01 or 2026-01-15."},
      {"before:yesterday", "()",
       "“before:yesterday” has no date in it that makes sense. Write a year, a month or a day: "
       "2026, 2026-01 or 2026-01-15."},
      {"2026-01..2026-99", "()",
       "“2026-01..2026-99” is not a range of dates. Write one as 2025-01..2025-06 or "
       "2025-01-01..2025-06-30."},
      {"2026..2025", "()", "The range “2026..2025” ends before it begins."},
      {"co*t", "(co*)", "In “co*t” the * stands inside; it works at the end of a word only."},
      {"*out", "(out)", "In “*out” the * stands inside; it works at the end of a word only."},
      {"t* slow", "(t slow)",
       "“t*” would stand for too many words; write at least two letters before the *."},
      {"???", "()", "There is no word to search for in “???”."},
      {"-", "()", "There is no word to search for in “-”."},
  };
  for (const Case& c : cases) {
    const ParsedQuery parsed = parse(c.query);
    EXPECT_EQ(to_text(parsed.root), c.tree) << c.query;
    EXPECT_EQ(problems_of(parsed), c.problems) << c.query;
  }
}

TEST(QuerySyntax, LimitsWhatOneQueryCanAsk) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "word ";
  const ParsedQuery words = parse(many);
  EXPECT_EQ(words.root.children.size(), 64u);
  EXPECT_EQ(problems_of(words),
            "The query is very long; its end does not count. The query is very long; its first 64 "
            "words count.");

  EXPECT_EQ(problems_of(parse(std::string(1000, '(') + "a" + std::string(1000, ')'))),
            "Parentheses are nested too deeply; the innermost do not count. "
            "A closing parenthesis has no opening one before it.");

  // What is quoted in a problem is shortened.
  EXPECT_EQ(problems_of(parse("after:" + std::string(100, 'x'))),
            "“after:" + std::string(34, 'x') +
                "…” has no date in it that makes sense. Write a year, a month or a day: 2026, "
                "2026-01 or 2026-01-15.");
}

// Pieces that mean something, in any order, thousands of times.
TEST(QuerySyntax, SurvivesAnything) {
  const std::string_view pieces[] = {"\"", "(",  ")",    "-",      "NOT ",     "AND ", "OR ", "*",
                                     ":",  " ",  "..",   "after:", "service:", "2026", "-01", "a",
                                     "äé", "日", "\xFF", "“",      "kube-",    "x",    ".",   ","};
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    const std::size_t length = random() % 12;
    for (std::size_t i = 0; i < length; ++i) query += pieces[random() % std::size(pieces)];
    const ParsedQuery parsed = parse(query);
    // Where words stand is where a correction would be put.
    const std::string cleaned = clean_query(query);
    const auto check = [&](const auto& self, const Clause& clause) -> void {
      for (const Clause::QueryWord& word : clause.words) {
        ASSERT_LT(word.begin, word.end) << query;
        ASSERT_LE(word.end, cleaned.size()) << query;
      }
      for (const Clause& child : clause.children) self(self, child);
    };
    check(check, parsed.root);
  }
}

}  // namespace
}  // namespace debrief::search
