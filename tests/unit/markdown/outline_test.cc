#include "generator/markdown/outline.h"

#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::string outline_of(std::string_view markdown) {
  return print(make_outline(parse(markdown).document.blocks, [](const std::string& heading) {
    return heading == "Timeline" ? std::string("timeline") : std::string();
  }));
}

TEST(Outline, CutsADocumentAtItsHeadings) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view outline;
  } kCases[] = {
      {"nothing", "", ""},
      {"no heading", "a\n\nb", "intro (2 blocks)\n"},
      {"sections", "a\n\n## Timeline\n\nb\n\nc\n\n## D", R"(intro (1 blocks)
h2 timeline 'Timeline' (2 blocks)
h2 ? 'D' (0 blocks)
)"},
      {"sections in sections", "# A\n\n## B\n\n### C\n\n## D\n\n# E", R"(h1 ? 'A' (0 blocks)
  h2 ? 'B' (0 blocks)
    h3 ? 'C' (0 blocks)
  h2 ? 'D' (0 blocks)
h1 ? 'E' (0 blocks)
)"},
      {"a level skipped", "# A\n\n### B\n\n## C\n\n#### D", R"(h1 ? 'A' (0 blocks)
  h3 ? 'B' (0 blocks)
  h2 ? 'C' (0 blocks)
    h4 ? 'D' (0 blocks)
)"},
      {"deeper first", "### A\n\n# B", R"(h3 ? 'A' (0 blocks)
h1 ? 'B' (0 blocks)
)"},
      {"underlined", "A\n=\n\nB\n-\n\nc", R"(h1 ? 'A' (0 blocks)
  h2 ? 'B' (1 blocks)
)"},
      {"a second first level", "# A\n\nb\n\n# C\n\nd", R"(h1 ? 'A' (1 blocks)
h1 ? 'C' (1 blocks)
)"},
      {"in a quote and a list", "# A\n\n> # B\n\n- # C", "h1 ? 'A' (2 blocks)\n"},
      {"with markup", "## **Time***line*", "h2 timeline 'Timeline' (0 blocks)\n"},
      {"with a comment", "## Timeline <!-- internal -->", "h2 ? 'Timeline ' (0 blocks)\n"},
      {"empty", "##\n\na", "h2 ? '' (1 blocks)\n"},
  };
  for (const auto& c : kCases) EXPECT_EQ(outline_of(c.markdown), c.outline) << c.name;
}

}  // namespace
}  // namespace debrief
