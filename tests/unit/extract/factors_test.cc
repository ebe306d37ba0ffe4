#include "generator/extract/factors.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/extract/section_names.h"
#include "generator/markdown/outline.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::string factors_of(std::string_view markdown) {
  std::string out;
  for (const Factor& factor : contributing_factors(
           make_outline(parse(markdown, Marks::applied).document.blocks,
                        [](const std::string& h) { return canonical_section(h); }))) {
    out += fmt::format("{}: {}{}\n", factor.line, plain_text(factor.text),
                       factor.internal ? " INTERNAL" : "");
  }
  return out;
}

TEST(Factors, AreItemsRowsOrParagraphs) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view factors;
  } kCases[] = {
      {"a list", "What made it worse:\n\n- **No** alert\n- A long weekend\n  - with a holiday\n",
       "5: No alert\n6: A long weekend\n"},
      {"numbers", "1. No alert\n2. No test\n", "3: No alert\n4: No test\n"},
      {"bullets as characters", "• No alert\n• No test\n", "3: No alert\n4: No test\n"},
      {"groups", "- **Technical**\n  - No alert\n- Process:\n  - No review\n",
       "4: No alert\n6: No review\n"},
      {"a table", "| Factor |\n|-|\n| No alert |\n| |\n| No test |\n", "5: No alert\n7: No test\n"},
      {"a numbered table", "| # | What | Contributing factor |\n|-|-|-|\n| 1 | x | No alert |\n",
       "5: No alert\n"},
      {"another table", "| # | What |\n|-|-|\n| 1 | No alert |\n", "5: No alert\n"},
      {"paragraphs", "No alert.\n\nA long\nweekend.\n", "3: No alert.\n5: A long weekend.\n"},
      {"sub-sections", "### People\n\n- On leave\n\n### Impact\n\n- Not one\n", "5: On leave\n"},
      {"placeholders", "- [Factor 1]\n- ...\n- None.\n- n/a\n-\n", ""},
      {"nothing", "", ""},
      {"marked", "- No alert\n\n<!-- internal -->\n\n- No test\n\n<!-- /internal -->\n",
       "3: No alert\n7: No test INTERNAL\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(factors_of("## Contributing factors\n\n" + std::string(c.markdown)), c.factors)
        << c.name;
  }
  EXPECT_EQ(factors_of("# T\n\n## Factors <!-- internal -->\n\n- a\n\n## Impact\n\n- b\n"),
            "5: a INTERNAL\n");
}

}  // namespace
}  // namespace debrief
