#include "tests/support/markdown_text.h"

#include "generator/base/source_text.h"
#include "generator/markdown/marks.h"

namespace debrief {

ParsedMarkdown parse(std::string_view markdown, Marks marks, const MarkdownLimits& limits) {
  const SourceText file("a.md", markdown);
  Diagnostics diagnostics;
  ParsedMarkdown parsed;
  parsed.document = parse_markdown(file, 0, limits, diagnostics);
  if (marks == Marks::applied) apply_marks(parsed.document, file, diagnostics);
  parsed.problems = print(diagnostics);
  return parsed;
}

std::string tree_of(std::string_view markdown, Marks marks) {
  const MarkdownDocument document = parse(markdown, marks).document;
  return print(document.blocks) + print(document.footnotes);
}

std::string html_of(std::string_view markdown) {
  const MarkdownDocument document = parse(markdown).document;
  return to_html(document.blocks, {}) + footnotes_html(document.footnotes, {});
}

std::string problems_of(std::string_view markdown, Marks marks) {
  return parse(markdown, marks).problems;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace debrief
