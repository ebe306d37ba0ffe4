#include "tests/support/model_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace debrief {

SourceTree tree_with(const Files& files) {
  SourceTree tree;
  for (const auto& [path, text] : files) tree.files.push_back({path, text});
  std::ranges::sort(tree.files, {}, &SourceFile::path);
  return tree;
}

ReadReport read(std::string_view text, const Config& config) {
  Diagnostics diagnostics;
  ReadReport result;
  result.report = read_report({"incidents/a.md", std::string(text)}, config, diagnostics);
  result.problems = print(diagnostics);
  return result;
}

ReadReport read_front_matter(std::string_view yaml, const Config& config) {
  return read(fmt::format("---\n{}\n---\nText.\n", yaml), config);
}

ReadReport read_fields(std::string_view more, const Config& config) {
  return read_front_matter(fmt::format("title: T\ndate: 2026-02-15\n{}", more), config);
}

ReadKnowledgeBase read_all(const Files& files, unsigned jobs) {
  Diagnostics diagnostics;
  ReadKnowledgeBase result;
  result.kb = read_knowledge_base(tree_with(files), jobs, diagnostics);
  result.problems = print(diagnostics);
  return result;
}

std::string problems_of(const Files& files) {
  return read_all(files).problems;
}

std::string report_text(std::string_view more, std::string_view body) {
  return fmt::format("---\ntitle: T\ndate: 2026-02-15\n{}---\n\n{}", more, body);
}

}  // namespace debrief
