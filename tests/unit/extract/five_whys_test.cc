#include "generator/extract/five_whys.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/extract/section_names.h"
#include "generator/markdown/outline.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

void append(const std::vector<Why>& whys, std::size_t depth, std::string& out) {
  for (const Why& why : whys) {
    out += fmt::format("{}{} -> {}{}\n", std::string(2 * depth, ' '), plain_text(why.question),
                       plain_text(why.answer), why.internal ? " INTERNAL" : "");
    append(why.deeper, depth + 1, out);
  }
}

FiveWhys read(std::string_view markdown) {
  return read_five_whys(make_outline(parse(markdown, Marks::applied).document.blocks,
                                     [](const std::string& h) { return canonical_section(h); }));
}

// One why a line, what is deeper indented; then the conclusions.
std::string whys_of(std::string_view markdown) {
  const FiveWhys result = read(markdown);
  std::string out;
  append(result.whys, 0, out);
  for (const WhyConclusion& conclusion : result.conclusions) {
    out += fmt::format("{}: {}{}\n",
                       conclusion.kind == WhyConclusion::Kind::action ? "action" : "root cause",
                       plain_text(conclusion.text), conclusion.internal ? " INTERNAL" : "");
  }
  return out;
}

constexpr std::string_view kChain =
    "Why was checkout down? -> The pool was empty\n"
    "  Why was it empty? -> Nothing gave connections back\n"
    "    Why did nothing? -> No test looks at errors\n";

TEST(FiveWhys, AreReadInEverySpelling) {
  const struct {
    std::string_view name;
    std::string_view markdown;
  } kCases[] = {
      {"arrows",
       "- Why was checkout down? → The pool was empty\n"
       "- Why was it empty? → Nothing gave connections back\n"
       "- Why did nothing? → No test looks at errors\n"},
      {"arrows made of signs",
       "- Why was checkout down? -> The pool was empty\n"
       "- Why was it empty? => Nothing gave connections back\n"
       "- Why did nothing? —> No test looks at errors\n"},
      {"dash, colon, long dash",
       "- Why was checkout down? - The pool was empty\n"
       "- Why was it empty?: Nothing gave connections back\n"
       "- Why did nothing? — No test looks at errors\n"},
      {"nothing but the question mark",
       "1. Why was checkout down? The pool was empty\n"
       "2. Why was it empty? Nothing gave connections back\n"
       "3. Why did nothing? No test looks at errors\n"},
      {"nested",
       "- Why was checkout down? → The pool was empty\n"
       "  - Why was it empty? → Nothing gave connections back\n"
       "    - Why did nothing? → No test looks at errors\n"},
      {"nested answers",
       "- Why was checkout down?\n"
       "  - The pool was empty\n"
       "    - Why was it empty?\n"
       "      - Nothing gave connections back\n"
       "        - Why did nothing?\n"
       "          - No test looks at errors\n"},
      {"flat, with nested answers",
       "1. Why was checkout down?\n"
       "   - The pool was empty\n"
       "2. Why was it empty?\n"
       "   - Nothing gave connections back\n"
       "3. Why did nothing?\n"
       "   - No test looks at errors\n"},
      {"items with a paragraph",
       "1. Why was checkout down?\n\n   The pool was empty\n\n"
       "2. Why was it empty?\n\n   Nothing gave connections back\n\n"
       "3. Why did nothing?\n\n   No test looks at errors\n"},
      {"items of two lines",
       "1. **Why was checkout down?**\n   The pool was empty\n"
       "2. **Why was it empty?**  \n   Nothing gave connections back\n"
       "3. **Why did nothing?**\n   No test looks at errors\n"},
      {"labels",
       "- Why 1: Why was checkout down? → The pool was empty\n"
       "- **Why 2:** Why was it empty? Nothing gave connections back\n"
       "- **Why 3** Why did nothing? — No test looks at errors\n"},
      {"labels in words",
       "- 1st why: Why was checkout down? → The pool was empty\n"
       "- Second why - Why was it empty? → Nothing gave connections back\n"
       "- Why #3: Why did nothing? → No test looks at errors\n"},
      {"labels on lines of their own",
       "**Why 1**\n\nWhy was checkout down?\n\nThe pool was empty\n\n"
       "**Why 2:**\nWhy was it empty?\nNothing gave connections back\n\n"
       "Why 3\n\nWhy did nothing?\n\nNo test looks at errors\n"},
      {"labels and answers in items",
       "- **Why 1:** Why was checkout down?\n  - **Answer:** The pool was empty\n"
       "- **Why 2:** Why was it empty?\n  - A: Nothing gave connections back\n"
       "- **Why 3:** Why did nothing?\n  - → No test looks at errors\n"},
      {"bold questions, answers below",
       "**Why was checkout down?**\nThe pool was empty\n\n**Why was it empty?**\n\n"
       "Nothing gave connections back\n\n**Why did nothing?**\n- No test looks at errors\n"},
      {"headings",
       "### Why was checkout down?\n\nThe pool was empty\n\n### 2. Why was it empty?\n\n"
       "Nothing gave connections back\n\n### Why 3: Why did nothing?\n\nNo test looks at errors\n"},
      {"deeper headings",
       "### Why was checkout down?\nThe pool was empty\n#### Why was it empty?\n"
       "Nothing gave connections back\n##### Why did nothing?\nNo test looks at errors\n"},
      {"alternating lines",
       "Why was checkout down?\nThe pool was empty\nWhy was it empty?\n"
       "Nothing gave connections back\nWhy did nothing?\nNo test looks at errors\n"},
      {"alternating paragraphs",
       "Why was checkout down?\n\nThe pool was empty\n\nWhy was it empty?\n\n"
       "Nothing gave connections back\n\nWhy did nothing?\n\nNo test looks at errors\n"},
      {"alternating items",
       "- Why was checkout down?\n- The pool was empty\n- Why was it empty?\n"
       "- Nothing gave connections back\n- Why did nothing?\n- No test looks at errors\n"},
      {"wrapped lines",
       "Why was checkout\ndown? The pool\nwas empty\nWhy was it empty? →\n"
       "Nothing gave connections\nback\nWhy did nothing?\nNo test looks\nat errors\n"},
      {"one paragraph",
       "Ask five times: Why was checkout down? → The pool was empty → Why was it empty? → Nothing "
       "gave connections back → Why did nothing? → No test looks at errors\n"},
      {"bullets as characters",
       "Ask five times:\n• Why was checkout down? → The pool was empty\n"
       "• Why was it empty? → Nothing gave connections back\n"
       "• Why did nothing? → No test looks at errors\n"},
      {"table",
       "| Why | Answer |\n|-|-|\n| Why was checkout down? | The pool was empty |\n"
       "| Why was it empty? | Nothing gave connections back |\n"
       "| Why did nothing? | No test looks at errors |\n"},
      {"numbered table",
       "| # | Question | Because |\n|-|-|-|\n| 1 | Why was checkout down? | The pool was empty |\n"
       "| 2 | Why was it empty? | Nothing gave connections back |\n"
       "| 3 | Why did nothing? | No test looks at errors |\n| 4 | | |\n"},
      {"table without a heading",
       "| Why was checkout down? | The pool was empty |\n|-|-|\n"
       "| Why was it empty? | Nothing gave connections back |\n"
       "| Why did nothing? | No test looks at errors |\n"},
      {"Q and A",
       "Q: Why was checkout down?\nA: The pool was empty\n\nQ: Why was it empty?\n\n"
       "A: Nothing gave connections back\n\n**Q3:** Why did nothing?\n**A3:** No test looks at "
       "errors\n"},
      {"quoted",
       "> Why was checkout down? → The pool was empty\n> Why was it empty? → Nothing gave "
       "connections back\n> Why did nothing? → No test looks at errors\n"},
      {"prose around it",
       "We met on Friday.\n\n1. Why was checkout down? → The pool was empty\n"
       "2. Why was it empty? → Nothing gave connections back\n\nAnd the last one.\n\n"
       "3. Why did nothing? → No test looks at errors\n\nThis took an hour.\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(whys_of("## 5 Whys\n\n" + std::string(c.markdown)), kChain) << c.name;
  }
}

TEST(FiveWhys, KeepWhatTheyFind) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view whys;
  } kCases[] = {
      {"nothing", "", ""},
      {"only prose", "The technique is to ask \"why\" five times, until it can be fixed.\n", ""},
      {"branches",
       "- Why was it down? → The pool was empty\n  - Why? → A leak\n  - Why so long? → No alert\n"
       "    - Why? → Nobody asked for one\n",
       "Why was it down? -> The pool was empty\n  Why? -> A leak\n"
       "  Why so long? -> No alert\n    Why? -> Nobody asked for one\n"},
      {"several trees",
       "- Why was it down? → The pool was empty\n  - Why? → A leak\n- Why so long? → No alert\n",
       "Why was it down? -> The pool was empty\n  Why? -> A leak\nWhy so long? -> No alert\n"},
      {"a chain that ends nested",
       "- Why was it down? → The pool\n- Why? → A leak\n  - Why? → No test\n",
       "Why was it down? -> The pool\n  Why? -> A leak\n    Why? -> No test\n"},
      {"statements",
       "- The pool was empty\n- because a leak kept connections\n- because no test looks\n",
       " -> The pool was empty\n   -> because a leak kept connections\n"
       "     -> because no test looks\n"},
      {"labelled statements", "Why 1: The pool was empty\n\nWhy 2: A leak\n",
       " -> The pool was empty\n   -> A leak\n"},
      {"labelled statements with answers",
       "**Why 1:** Checkout was down\n- Because the pool was empty\n\n**Why 2:** The pool was "
       "empty\n- Because of a leak\n",
       "Checkout was down -> Because the pool was empty\n"
       "  The pool was empty -> Because of a leak\n"},
      {"several answers", "- Why was it late?\n  - No alert\n  - No dashboard.\n  - No luck\n",
       "Why was it late? -> No alert; No dashboard. No luck\n"},
      {"several answers that go on",
       "- Why was it late?\n  - No alert\n    - Why? → Forgotten\n  - No dashboard\n",
       "Why was it late? -> \n   -> No alert\n    Why? -> Forgotten\n   -> No dashboard\n"},
      {"no answer yet", "- Why was it down? → A leak\n- Why did it leak?\n",
       "Why was it down? -> A leak\n  Why did it leak? -> \n"},
      {"an arrow in the answer", "- Why? → The call A → B failed\n",
       "Why? -> The call A → B failed\n"},
      {"an arrow in code", "- Why? → `a -> b` and p->q was null\n",
       "Why? -> a -> b and p->q was null\n"},
      {"a question mark in an address", "- Why does /a?b=1 fail? → No route\n",
       "Why does /a?b=1 fail? -> No route\n"},
      {"quotes", "- “Why was it down?” → A leak\n- Why \"down\"? → It was\n",
       "“Why was it down?” -> A leak\n  Why \"down\"? -> It was\n"},
      {"other question words", "- What let it happen? → No test\n- How was that? → Forgotten\n",
       "What let it happen? -> No test\n  How was that? -> Forgotten\n"},
      {"action", "Why? → A leak\n\nAction: add a check\n", "Why? -> A leak\naction: add a check\n"},
      {"action below the last line", "Why? → A leak\n**Action item:** add a check\n",
       "Why? -> A leak\naction: add a check\n"},
      {"action at the end of the paragraph", "Why? → A leak. → Action item: add a check.\n",
       "Why? -> A leak.\naction: add a check.\n"},
      {"root cause", "- Why? → A leak\n- **Root cause**: nobody looks\n",
       "Why? -> A leak\nroot cause: nobody looks\n"},
      {"root cause behind an arrow", "Why? → A leak → Root cause: nobody looks\n",
       "Why? -> A leak\nroot cause: nobody looks\n"},
      {"root cause as a heading",
       "Why? → A leak\n\n### Root cause\n\nNobody looks.\n\n### Action items\n\n- Look\n- Again\n",
       "Why? -> A leak\nroot cause: Nobody looks.\naction: Look\naction: Again\n"},
      {"actions in a list", "Why? → A leak\n\n**Actions:**\n\n- Look\n- Again\n",
       "Why? -> A leak\naction: Look\naction: Again\n"},
      {"headings for chains",
       "### Detection\n\n- Why late? → No alert\n\n### Cause\n\n- Why down? → A leak\n",
       "Why late? -> No alert\nWhy down? -> A leak\n"},
      {"headings for unknown chains",
       "### The alert\n\n- Why late? → No alert\n\n### The leak\n\n- Why down? → A leak\n",
       "Why late? -> No alert\nWhy down? -> A leak\n"},
      {"chains behind a colon",
       "For the alert:\n\n- Why late? → No alert\n\nFor the leak:\n\n- Why down? → A leak\n",
       "Why late? -> No alert\nWhy down? -> A leak\n"},
      {"placeholders", "- [Why?]\n- ...\n\n| Why | Answer |\n|-|-|\n| | |\n| [Why] | [Answer] |\n",
       ""},
      {"table with labels", "| | Because |\n|-|-|\n| Why 1 | The pool |\n| Why 2 | A leak |\n",
       " -> The pool\n   -> A leak\n"},
      {"markup", "- **Why *so* late?** → No [alert](a.md)\n", "Why so late? -> No alert\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(whys_of("## The five whys\n\n" + std::string(c.markdown)), c.whys) << c.name;
  }
}

TEST(FiveWhys, MayStandInTheRootCause) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view whys;
  } kCases[] = {
      {"lines",
       "## Root cause\n\nA leak.\n\n• Why down? → The pool\n• Why? → A leak\n\n- Not one\n",
       "Why down? -> The pool\n  Why? -> A leak\n"},
      {"a paragraph",
       "## Root cause analysis\n\nAsking \"why\" gives: Why down? → The pool. → Why? → A leak. → "
       "Action item: a check.\n",
       "Why down? -> The pool.\n  Why? -> A leak.\naction: a check.\n"},
      {"a list only", "## Root cause\n\n- A leak\n- No test\n\nAction: none of this\n", ""},
      {"prose", "## Root cause\n\nA leak. It is unclear why. Nobody asked: why did it leak?\n", ""},
      {"a table", "## Root cause\n\n| Cause | Share |\n|-|-|\n| A leak | 90 % |\n", ""},
      {"a section of their own wins",
       "## Root cause\n\nWhy down? → The pool\n\n### Five whys\n\n- Why late? → No alert\n",
       "Why late? -> No alert\n"},
      {"an empty section of their own",
       "## Root cause\n\nWhy down? → The pool\n\n## Five whys\n\nSee above.\n",
       "Why down? -> The pool\n"},
      {"a sub-heading", "# T\n\n## RCA\n\n### Details\n\nWhy down?\n\nThe pool\n",
       "Why down? -> The pool\n"},
      {"elsewhere", "## Summary\n\n- Why down? → The pool\n", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(whys_of(c.markdown), c.whys) << c.name;
}

TEST(FiveWhys, KeepTheMarksOfTheAuthor) {
  EXPECT_EQ(whys_of("## Five whys <!-- internal -->\n\n- Why? → A\n"), "Why? -> A INTERNAL\n");
  EXPECT_EQ(whys_of("## Five whys\n\nWhy? → A\n\n<!-- internal -->\n\n- Why B? → C\n- Root cause: "
                    "D\n\n<!-- /internal -->\n"),
            "Why? -> A\n  Why B? -> C INTERNAL\nroot cause: D INTERNAL\n");
  const FiveWhys result = read(
      "## Five whys\n\n- Why? → <!-- internal: a customer -->Initech"
      "<!-- /internal --> called\n");
  ASSERT_EQ(result.whys.size(), 1U);
  EXPECT_EQ(print(result.whys[0].answer),
            "text 'Initech' INTERNAL replacement='a customer'\ntext ' called'\n");
}

TEST(FiveWhys, KnowTheirLines) {
  const FiveWhys result =
      read("## Five whys\n\nAsk:\nWhy down?\nThe pool\nWhy?\nA leak\n\nAction: a check\n");
  ASSERT_EQ(result.whys.size(), 1U);
  EXPECT_EQ(result.whys[0].line, 4);
  ASSERT_EQ(result.whys[0].deeper.size(), 1U);
  EXPECT_EQ(result.whys[0].deeper[0].line, 6);
  ASSERT_EQ(result.conclusions.size(), 1U);
  EXPECT_EQ(result.conclusions[0].line, 9);
}

std::size_t count(const std::vector<Why>& whys) {
  std::size_t sum = whys.size();
  for (const Why& why : whys) sum += count(why.deeper);
  return sum;
}

TEST(FiveWhys, MayBeMany) {
  EXPECT_EQ(count(read("## 5 whys\n\n" + repeated("- Why? → A\n", 1234)).whys), 1234U);
  EXPECT_EQ(count(read("## 5 whys\n\n" + repeated("Why? → A. ", 20000)).whys), 100U);
  EXPECT_EQ(count(read("## 5 whys\n\n" + repeated("→ a ", 50000)).whys), 0U);
  EXPECT_EQ(count(read("## 5 whys\n\n" + repeated("Why\n", 20000)).whys), 0U);
}

}  // namespace
}  // namespace debrief
