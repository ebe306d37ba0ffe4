#include "generator/model/front_matter.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view text;
  std::string_view expected;
};

// "yaml | body", or what is wrong.
std::string split_text(std::string_view text) {
  const SourceText file("a.md", text);
  Diagnostics diagnostics;
  const auto parts = split_front_matter(file, diagnostics);
  if (!parts) return print(diagnostics);
  return std::string(text.substr(parts->yaml_offset, parts->yaml_length)) + "| " +
         std::string(text.substr(parts->body_offset));
}

TEST(FrontMatter, StandsBetweenTwoLinesOfDashes) {
  const Case cases[] = {
      {"plain", "---\na: b\n---\nc", "a: b\n| c"},
      {"empty", "---\n---\nc", "| c"},
      {"no body", "---\na: b\n---", "a: b\n| "},
      {"Windows line ends", "---\r\na: b\r\n---\r\nc", "a: b\r\n| c"},
      {"byte order mark", "\xEF\xBB\xBF---\na: b\n---\nc", "a: b\n| c"},
      {"spaces behind the dashes", "--- \na: b\n---\t\nc", "a: b\n| c"},
      {"dashes in the body", "---\na: b\n---\nc\n---\nd", "a: b\n| c\n---\nd"},
      {"dashes in a value", "---\na: b --- c\n---\nd", "a: b --- c\n| d"},
      {"four dashes inside", "---\na: |\n----\n---\nd", "a: |\n----\n| d"},
      {"indented dashes inside", "---\na: |\n  ---\n---\nd", "a: |\n  ---\n| d"},
  };
  for (const Case& c : cases) EXPECT_EQ(split_text(c.text), c.expected) << c.name;
}

TEST(FrontMatter, SaysWhatIsMissing) {
  const Case cases[] = {
      {"nothing", "",
       R"(a.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
)"},
      {"no front matter", "# Title",
       R"(a.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
# Title
)"},
      {"not at the start", "\n---\na: b\n---",
       R"(a.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
)"},
      {"four dashes", "----\na: b\n----",
       R"(a.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
----
)"},
      {"no end", "---\na: b\n\nc",
       R"(a.md:1: error: the front matter does not end; put a line --- after it [front-matter-not-closed]
---
)"},
      {"four dashes at the end", "---\na: b\n----\nc",
       R"(a.md:1: error: the front matter does not end; put a line --- after it [front-matter-not-closed]
---
)"},
      {"TOML", "+++\na = 1\n+++",
       R"(a.md:1: error: this front matter is TOML; write it as YAML between two lines of --- [no-front-matter]
+++
)"},
      {"JSON", "{\"a\": 1}",
       R"(a.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
{"a": 1}
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(split_text(c.text), c.expected) << c.name;
}

}  // namespace
}  // namespace debrief
