// Markdown text to a document tree: CommonMark with GitHub's tables, task lists,
// strikethrough and footnotes, by cmark-gfm, which is wrapped in parse.cc only.
//
// Differences from GitHub, on purpose:
// * Raw HTML is left out, with a warning: nobody can say what is in it, so nobody could
//   redact it. HTML comments are kept as nodes (redaction marks).
// * A comment at the start of a line that goes on with text is part of that text.
// * Bare http and https addresses become links here, in text nodes: cmark-gfm's own autolink
//   extension reads out of bounds in the packaged versions (GHSA-c944-cv5f-hpvr).
// * A link with a scheme other than http, https or mailto is shown as its text.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/markdown/document.h"

namespace debrief {

// Caps on what one file may cost. Each is far beyond what a person writes, and each stops an
// input known to take seconds or hundreds of megabytes.
struct MarkdownLimits {
  std::size_t table_columns = 100;
  std::size_t table_cells = 100'000;         // of all tables, rows filled up to full width
  std::size_t table_starts = 2'000;          // lines of - and | alone
  std::size_t nesting = 50;                  // blocks and inline markup inside each other
  std::size_t nesting_steps = 5'000'000;     // levels of quotes and lists, summed over all lines
  std::size_t delimiters_in_a_run = 10'000;  // of * _ ~ [ ] ! < ` between two empty lines
  std::size_t link_bytes = 1 << 20;          // all addresses and titles together
};

struct MarkdownDocument {
  std::vector<Node> blocks;
  std::vector<Node> footnotes;  // definitions in order of first reference, numbered from 1
};

// Parses the bytes of `file` from `offset` on; lines are counted from the start of the file.
// Requires: valid UTF-8.
MarkdownDocument parse_markdown(const SourceText& file, std::size_t offset,
                                const MarkdownLimits& limits, Diagnostics& diagnostics);

}  // namespace debrief
