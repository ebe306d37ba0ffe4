// Redaction marks: HTML comments that say which parts are not for the public. Other Markdown
// tools do not show them.
//
//   <!-- internal --> … <!-- /internal -->     around blocks, or inside one line of text
//   <!-- internal: a large retailer -->Initech<!-- /internal -->     with what the public reads
//   ## Customer list <!-- internal -->         the whole section
//
// The two ends of a mark stand side by side in the tree: both between the same blocks, or both
// in the same line of text. Anything else is an error, and hides more rather than less.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/markdown/document.h"
#include "generator/markdown/parse.h"

namespace debrief {

// Sets Node::internal on what is marked, Node::replacement on the first node of a mark that
// has one, and takes the marks themselves out of the tree. A mark with a replacement and no node
// leaves an empty comment to carry it. A footnote is marked where its definition stands in the
// file. Reports marks that are unclosed, nested, closed but never opened,
// or misspelt.
void apply_marks(MarkdownDocument& document, const SourceText& file, Diagnostics& diagnostics);

}  // namespace debrief
