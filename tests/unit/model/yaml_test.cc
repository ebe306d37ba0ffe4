#include "generator/model/yaml.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view yaml;
  std::string_view expected;
};

// The tree, or what is wrong with the text.
std::string read_yaml(std::string_view text) {
  const SourceText file("a.yaml", text);
  Diagnostics diagnostics;
  const auto yaml = parse_yaml(file, 0, text.size(), diagnostics);
  return (yaml ? print(*yaml) + "\n" : "") + print(diagnostics);
}

TEST(Yaml, KeepsEveryScalarAsItIsWritten) {
  const Case cases[] = {
      {"map", "a: b\nc: d e", "{a: 'b', c: 'd e'}\n"},
      {"numbers and flags", "{a: 010, b: 1e3, c: yes, d: 2026-02-15, e: 14:32}",
       "{a: '010', b: '1e3', c: 'yes', d: '2026-02-15', e: '14:32'}\n"},
      {"quotes", "a: \"b: #c\"\nd: 'it''s'", "{a: \"b: #c\", d: \"it's\"}\n"},
      {"null", "a:\nb: ~\nc: null\nd: \"\"", "{a: ~, b: ~, c: ~, d: \"\"}\n"},
      {"lists", "- a\n- [b, c]\n- - d", "['a', ['b', 'c'], ['d']]\n"},
      {"block scalar", "a: >-\n  b\n  c\nd: |\n  e", "{a: \"b c\", d: \"e\"}\n"},
      {"comments", "# a\nb: c # d\n", "{b: 'c'}\n"},
      {"nothing", "", "~\n"},
      {"a comment alone", "# a", "~\n"},
      {"Windows line ends", "a: b\r\nc:\r\n  - d\r\n", "{a: 'b', c: ['d']}\n"},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "a: b",
       "{a: 'b'}\n"},
      {"number sign in a word", "a: C#\nb: x#y\nc: \"Fix #42\"",
       "{a: 'C#', b: 'x#y', c: \"Fix #42\"}\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_yaml(c.yaml), c.expected) << c.name;
}

TEST(Yaml, RefusesWhatCanSurprise) {
  const Case cases[] = {
      {"duplicate key", "a: 1\nb: 2\na: 3",
       R"(a.yaml:3:1: error: 'a' is already given in line 1; keep one of the two [duplicate-key]
a: 3
^
)"},
      {"duplicate key, nested", "a:\n  b: 1\n  b: 2",
       R"(a.yaml:3:3: error: 'b' is already given in line 2; keep one of the two [duplicate-key]
  b: 2
  ^
)"},
      {"duplicate key, in braces", "{a: 1, \"a\": 2}",
       R"(a.yaml:1:8: error: 'a' is already given in line 1; keep one of the two [duplicate-key]
{a: 1, "a": 2}
       ^
)"},
      {"anchor", "a: &x 1",
       R"(a.yaml:1:4: error: YAML anchors (&name) are not allowed; write the value again [yaml-alias]
a: &x 1
   ^
)"},
      {"anchor of a list", "a: &x [1]",
       R"(a.yaml:1:4: error: YAML anchors (&name) are not allowed; write the value again [yaml-alias]
a: &x [1]
   ^
)"},
      {"alias", "a: *x",
       R"(a.yaml:1:4: error: this is not valid YAML: a value that starts with * must stand in quotes [yaml-syntax]
a: *x
   ^
)"},
      {"anchor and alias", "a: &x 1\nb: *x",
       R"(a.yaml:1:4: error: YAML anchors (&name) are not allowed; write the value again [yaml-alias]
a: &x 1
   ^
)"},
      {"merge key", "a: {b: 1}\n<<: {c: 2}",
       R"(a.yaml:2:1: error: YAML merge keys (<<) are not allowed [yaml-alias]
<<: {c: 2}
^
)"},
      {"tag", "a: !!int 1", R"(a.yaml:1:4: error: YAML tags (!name) are not allowed [yaml-tag]
a: !!int 1
   ^
)"},
      {"own tag", "a: !ruby/object 1",
       R"(a.yaml:1:4: error: YAML tags (!name) are not allowed [yaml-tag]
a: !ruby/object 1
   ^
)"},
      {"two documents", "a: 1\n---\nb: 2",
       R"(a.yaml:2:1: error: more than one YAML document; keep one, without --- or ... inside [yaml-documents]
---
^
)"},
      {"text behind the end", "a: 1\n...\nb: 2",
       R"(a.yaml:3:1: error: more than one YAML document; keep one, without --- or ... inside [yaml-documents]
b: 2
^
)"},
      {"comma", ",",
       R"(a.yaml:1:1: error: more than one YAML document; keep one, without --- or ... inside [yaml-documents]
,
^
)"},
      {"tab", "a:\n\tb: 1",
       "a.yaml:2:3: error: this is not valid YAML: a value with ': ' in it must stand in quotes, "
       "and lines are indented by spaces alone [yaml-syntax]\n"
       "\tb: 1\n"
       "\t ^\n"},
      {"quote without an end", "a: \"b\nc: d",
       R"(a.yaml:2:5: error: this is not valid YAML: a quote is opened and never closed [yaml-syntax]
c: d
    ^
)"},
      {"bracket without an end", "a: [b, c",
       R"(a.yaml:1:1: error: this is not valid YAML: end of sequence flow not found [yaml-syntax]
a: [b, c
^
)"},
      {"colour without quotes", "colors: {accent: #1f5fa8}\nlogo: a.svg",
       R"(a.yaml:2:5: error: this is not valid YAML: end of map flow not found; a colour that begins with # is a comment unless it stands in quotes [yaml-syntax]
logo: a.svg
    ^
)"},
      {"colour without quotes, in the line before",
       "colors: {\n  accent: #1f5fa8,\n  dark: b}\na: {",
       R"(a.yaml:3:7: error: this is not valid YAML: end of map flow not found; a colour that begins with # is a comment unless it stands in quotes [yaml-syntax]
  dark: b}
      ^
)"},
      {"colour in quotes in braces without an end", "colors: {accent: \"#1f5fa8\"\nlogo: a.svg",
       R"(a.yaml:2:1: error: this is not valid YAML: end of map flow not found [yaml-syntax]
logo: a.svg
^
)"},
      {"colour outside of the braces", "accent: #1f5fa8\na: {b: c\nd: e",
       R"(a.yaml:3:2: error: this is not valid YAML: end of map flow not found [yaml-syntax]
d: e
 ^
)"},
      {"two colons", "title: a: b",
       R"(a.yaml:1:9: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: a: b
        ^
)"},
      {"at sign", "owner: @alice",
       R"(a.yaml:1:8: error: this is not valid YAML: a value that starts with @, ` or % must stand in quotes [yaml-syntax]
owner: @alice
       ^
)"},
      {"key that is a list", "[a]: b", R"(a.yaml:1:1: error: a key must be a word [yaml-key]
[a]: b
^
)"},
      {"empty key", ": b", R"(a.yaml:1:1: error: a key must be a word [yaml-key]
: b
^
)"},
      {"end of transmission",
       "a: b\n\x04"
       "c: d",
       R"(a.yaml:2:1: error: a control character; remove it [yaml-syntax]
␄c: d
^
)"},
      {"NUL", std::string_view("a: b\0c", 6),
       R"(a.yaml:1:5: error: a control character; remove it [yaml-syntax]
a: b␀c
    ^
)"},
      {"position behind other letters", "ä: \"ö\nü",
       R"(a.yaml:2:2: error: this is not valid YAML: a quote is opened and never closed [yaml-syntax]
ü
 ^
)"},
      {"position of a later line", "größe: {ä: *x}",
       R"(a.yaml:1:12: error: this is not valid YAML: a value that starts with * must stand in quotes [yaml-syntax]
größe: {ä: *x}
           ^
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_yaml(c.yaml), c.expected) << c.name;
}

TEST(Yaml, RefusesWhatGrowsWithoutEnd) {
  std::string deep(100'000, '[');
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "k" + std::to_string(i) + ": v\n";
  EXPECT_EQ(read_yaml(deep).substr(0, 90),
            "a.yaml:1:11: error: nested more than 20 levels deep [yaml-nesting]\n");
  EXPECT_EQ(read_yaml(many),
            R"(a.yaml:1001:1: error: more than 1000 keys in one group [yaml-nesting]
k1000: v
^
)");
}

TEST(Yaml, WarnsOfTextThatIsAComment) {
  const Case cases[] = {
      {"number", "title: Fix #42 leak", R"({title: 'Fix'}
a.yaml:1:8: warning: YAML reads '#42 leak' as a comment and drops it; put the value into quotes [yaml-comment]
title: Fix #42 leak
       ^
)"},
      {"the same word in both parts", "title: Fix #Fix it", R"({title: 'Fix'}
a.yaml:1:8: warning: YAML reads '#Fix it' as a comment and drops it; put the value into quotes [yaml-comment]
title: Fix #Fix it
       ^
)"},
      {"the key in the value", "title: this title #42", R"({title: 'this title'}
a.yaml:1:8: warning: YAML reads '#42' as a comment and drops it; put the value into quotes [yaml-comment]
title: this title #42
       ^
)"},
      {"in a list", "- a #b", R"(['a']
a.yaml:1:3: warning: YAML reads '#b' as a comment and drops it; put the value into quotes [yaml-comment]
- a #b
  ^
)"},
      {"a comment as people write it", "title: Fix # 42", "{title: 'Fix'}\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read_yaml(c.yaml), c.expected) << c.name;
}

}  // namespace
}  // namespace debrief
