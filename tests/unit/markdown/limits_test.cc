// Inputs that make the Markdown parser take seconds or gigabytes end in a diagnostic instead.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

// The first problem without the source line.
std::string first_problem(const std::string& markdown) {
  const std::string problems = problems_of(markdown);
  return problems.substr(0, problems.find('\n'));
}

std::string table(std::size_t columns, std::size_t rows, const std::string& prefix = "",
                  const std::string& line_end = "\n") {
  return prefix + repeated("|a", columns) + "|" + line_end + prefix + repeated("|-", columns) +
         "|" + line_end + repeated(prefix + "x" + line_end, rows);
}

std::string growing_runs_of_backticks() {
  std::string out;
  for (std::size_t i = 1; i < 1000; ++i) out += "e" + repeated("`", i);
  return out;
}

std::string stairs(std::size_t steps) {
  std::string out;
  for (std::size_t i = 0; i < steps; ++i) out += repeated("  ", i) + "- a\n";
  return out;
}

TEST(MarkdownLimits, StopWhatWouldTakeTooLong) {
  const struct {
    std::string_view name;
    std::string markdown;
    std::string_view problem;
  } kCases[] = {
      {"wide table", table(2000, 2000),
       "a.md:2: error: a table of more than 100 columns; split it, or attach it as a file "
       "[markdown-limit]"},
      {"wide table in a quote", table(2000, 2000, "> "),
       "a.md:2: error: a table of more than 100 columns; split it, or attach it as a file "
       "[markdown-limit]"},
      {"wide table with old line ends", table(2000, 2000, "", "\r"),
       "a.md:2: error: a table of more than 100 columns; split it, or attach it as a file "
       "[markdown-limit]"},
      {"long table", table(100, 500'000),
       "a.md:982: error: tables of more than 100000 cells; split the file, or attach the tables "
       "[markdown-limit]"},
      {"many heads of tables", repeated("-|-\n-|-|-\n", 100'000),
       "a.md:2001: error: more than 2000 lines of - and |, as at the head of a table "
       "[markdown-limit]"},
      {"one long address, many links",
       "[a]: /" + repeated("u", 5000) + "\n\n" + repeated("[a]", 4900),
       "a.md:1: error: an address or title of 5001 bytes for all links that refer to it; shorten "
       "it [markdown-limit]"},
      {"the same in paragraphs",
       "[a]: /" + repeated("u", 50'000) + "\n\n" + repeated("[a]\n\n", 20'000),
       "a.md:1: error: an address or title of 50001 bytes for all links that refer to it; shorten "
       "it [markdown-limit]"},
      {"one long title, many links",
       "[a]: u '" + repeated("t\n", 25'000) + "'\n\n" + repeated("[a]\n\n", 20'000),
       "a.md:1: error: an address or title of 50002 bytes for all links that refer to it; shorten "
       "it [markdown-limit]"},
      {"long addresses", repeated("[a](/" + repeated("u", 2000) + ")\n\n", 600),
       "a.md:1049: error: the addresses of all links together are over 1024 KB [markdown-limit]"},
      {"underscores", repeated("_", 160'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"underscores in paragraphs", repeated(repeated("_", 9000) + "\n\n", 100),
       "a.md:9: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"emphasis that never ends", repeated("*a **b *c ", 10'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"emphasis of two kinds", repeated("a*b_", 250'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"deep emphasis", repeated("**a ", 200) + repeated("b**", 200),
       "a.md:1: error: nested more than 50 levels deep [markdown-limit]"},
      {"brackets", repeated("[", 1'000'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"image brackets", repeated("![", 500'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"links that never end", repeated("[a](<b", 100'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"runs of backticks", growing_runs_of_backticks(),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"less-than signs", repeated("a <!A ", 100'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"quotes", repeated(">", 100'000) + "a",
       "a.md:1: error: nested more than 50 levels deep, or too deep for so many lines "
       "[markdown-limit]"},
      {"quotes with spaces", repeated("> ", 100'000) + "a",
       "a.md:1: error: nested more than 50 levels deep, or too deep for so many lines "
       "[markdown-limit]"},
      {"lists", repeated("- ", 30'000) + "a\n" + repeated("\n", 30'000),
       "a.md:1: error: nested more than 50 levels deep, or too deep for so many lines "
       "[markdown-limit]"},
      {"lists with tabs", repeated("+\t", 30'000) + "a\n" + repeated("\n", 30'000),
       "a.md:1: error: nested more than 50 levels deep, or too deep for so many lines "
       "[markdown-limit]"},
      {"numbered lists", repeated("1. ", 30'000) + "a\n" + repeated("\n", 30'000),
       "a.md:1: error: nested more than 50 levels deep, or too deep for so many lines "
       "[markdown-limit]"},
      {"indented lists", stairs(290) + repeated("\n", 100'000),
       "a.md:17327: error: nested more than 50 levels deep, or too deep for so many lines "
       "[markdown-limit]"},
      {"indented lists, few lines", stairs(80),
       "a.md:25: error: nested more than 50 levels deep [markdown-limit]"},
      {"footnotes", repeated("[^a]: ", 10'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
      {"brackets behind an address", "http://a" + repeated("]", 1'000'000),
       "a.md:1: error: more than 10000 of * _ ~ [ ] ! < ` without an empty line between them, or "
       "several such texts; put empty lines in between, or attach them as a file [markdown-limit]"},
  };
  for (const auto& c : kCases) EXPECT_EQ(first_problem(c.markdown), c.problem) << c.name;
}

TEST(MarkdownLimits, AreFarFromWhatPeopleWrite) {
  const struct {
    std::string_view name;
    std::string markdown;
  } kCases[] = {
      {"a table of 60 columns and 1000 rows", table(60, 1000)},
      {"a log of 1500 lines",
       "```\n" + repeated("[error] pool_exhausted in `main`\n", 1500) + "```"},
      {"20 levels of quotes", repeated("> ", 20) + "a"},
      {"20 levels of lists", stairs(20)},
      {"a long rule", repeated("* ", 500)},
      {"a list of 1000 links", repeated("- [a](https://a.example/b)\n", 1000)},
      {"brackets in an address", "http://a.example/" + repeated(")", 100'000)},
      {"many paragraphs", repeated("Some *text* with a [link](a.md).\n\n", 5000)},
  };
  for (const auto& c : kCases) EXPECT_EQ(first_problem(c.markdown), "") << c.name;
}

TEST(MarkdownLimits, CanBeSet) {
  MarkdownLimits limits;
  limits.nesting = 3;
  EXPECT_EQ(parse("> a *b*", Marks::left, limits).problems, "");
  EXPECT_EQ(parse("> a *b **c***", Marks::left, limits).problems,
            R"(a.md:1: error: nested more than 3 levels deep [markdown-limit]
> a *b **c***
)");
}

}  // namespace
}  // namespace debrief
