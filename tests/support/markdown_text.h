// Markdown in, text out.
#pragma once

#include <string>
#include <string_view>

#include "generator/markdown/html.h"
#include "generator/markdown/parse.h"
#include "tests/support/print_tree.h"

namespace debrief {

struct ParsedMarkdown {
  MarkdownDocument document;
  std::string problems;
};

enum class Marks { left, applied };

// As the file a.md.
ParsedMarkdown parse(std::string_view markdown, Marks marks = Marks::left,
                     const MarkdownLimits& limits = {});

// The tree, then the footnotes.
std::string tree_of(std::string_view markdown, Marks marks = Marks::left);
// The blocks, then the footnotes.
std::string html_of(std::string_view markdown);
std::string problems_of(std::string_view markdown, Marks marks = Marks::left);

std::string repeated(std::string_view text, std::size_t times);

}  // namespace debrief
