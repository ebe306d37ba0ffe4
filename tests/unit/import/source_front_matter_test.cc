// Front matter of other tools: YAML, TOML, none, and broken.

#include "generator/import/source_front_matter.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/import/import_report.h"
#include "generator/model/yaml_writer.h"

namespace debrief {
namespace {

// The values as YAML, a line, the text; or what is wrong.
std::string read(std::string_view bytes) {
  const SourceText file("a.md", bytes);
  Diagnostics diagnostics;
  const auto result = read_source_front_matter(file, diagnostics);
  std::string shown;
  if (result) {
    for (const YamlNode::Entry& entry : result->values.entries) {
      shown += std::to_string(entry.line) + " " + yaml_entry(entry.key, entry.value);
    }
    shown += "=\n" + std::string(bytes.substr(result->body_offset));
  }
  for (const Diagnostic& problem : diagnostics.sorted()) shown += to_string(problem) + "\n";
  return shown;
}

TEST(SourceFrontMatter, MayBeAbsent) {
  EXPECT_EQ("=\n# Disk full\n", read("# Disk full\n"));
  EXPECT_EQ("=\n", read(""));
  EXPECT_EQ("=\n# Disk full\n", read("\xEF\xBB\xBF# Disk full\n"));
}

TEST(SourceFrontMatter, ReadsYaml) {
  EXPECT_EQ("2 title: Disk full\n=\nText.\n", read("---\ntitle: Disk full\n---\nText.\n"));
  EXPECT_EQ("2 title: Disk full\n=\nText.\r\n",
            read("---\r\ntitle: Disk full\r\n---\r\nText.\r\n"));
  EXPECT_EQ("=\nText.\n", read("---\n---\nText.\n"));
}

TEST(SourceFrontMatter, ReadsToml) {
  EXPECT_EQ(
      R"(2 title: Disk full
3 date: "2021-05-29T14:00:00Z"
4 day: "2021-05-29"
5 weight: 10
6 draft: "false"
7 tags: [disk, database]
9 extra:
  severity: high
=

Text.
)",
      read(R"(+++
title = "Disk full"
date = 2021-05-29T14:00:00Z
day = 2021-05-29
weight = 10
draft = false
tags = ["disk", "database"]

[extra]
severity = "high"
+++

Text.
)"));
}

TEST(SourceFrontMatter, SaysWhereTomlIsWrong) {
  EXPECT_EQ(
      R"(a.md:3:14: error: this is not valid TOML: Error while parsing string: unescaped control characters other than TAB (U+0009) are explicitly prohibited [toml-syntax]
title = "Disk
             ^
)",
      read("+++\nx = 1\ntitle = \"Disk\n+++\nText.\n"));
  EXPECT_EQ(
      "a.md:1: error: the front matter does not end; put a line +++ after it "
      "[front-matter-not-closed]\n+++\n",
      read("+++\ntitle = \"Disk\"\nText.\n"));
}

TEST(SourceFrontMatter, SaysWhereYamlIsWrong) {
  EXPECT_EQ(
      R"(a.md:2:12: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: Disk: full
           ^
)",
      read("---\ntitle: Disk: full\n---\nText.\n"));
  EXPECT_EQ(
      "a.md:1: error: what stands between the two lines of --- is no front matter, which is 'key: "
      "value' lines; remove it, or put an empty line before the first --- [wrong-type]\n---\n",
      read("---\nJust a quotation.\n---\nText.\n"));
}

}  // namespace
}  // namespace debrief
