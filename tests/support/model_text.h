// Content files in, text out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/model/knowledge_base.h"
#include "generator/model/report.h"
#include "tests/support/print_tree.h"

namespace debrief {

using Files = std::vector<std::pair<std::string, std::string>>;  // path, text

SourceTree tree_with(const Files& files);

struct ReadReport {
  std::optional<Report> report;
  std::string problems;
};

// The text as the file incidents/a.md.
ReadReport read(std::string_view text, const Config& config = {});
// With the front matter given and "Text." below it.
ReadReport read_front_matter(std::string_view yaml, const Config& config = {});
// The front matter that every post-mortem has, then `more`.
ReadReport read_fields(std::string_view more, const Config& config = {});

struct ReadKnowledgeBase {
  KnowledgeBase kb;
  std::string problems;
};

ReadKnowledgeBase read_all(const Files& files, unsigned jobs = 1);
std::string problems_of(const Files& files);

// A post-mortem with a title, a day, more front matter and a body.
std::string report_text(std::string_view more = "", std::string_view body = "Text.\n");

}  // namespace debrief
