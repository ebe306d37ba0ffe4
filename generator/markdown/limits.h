// What is known to make the Markdown parser take seconds or gigabytes, looked for before it
// sees the text. What only the tree can tell (its depth, its addresses) is counted in parse.cc.
#pragma once

#include <cstddef>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/markdown/parse.h"

namespace debrief {

// False, with an error, if the bytes of `file` from `offset` on are not to be parsed.
bool is_within_limits(const SourceText& file, std::size_t offset, const MarkdownLimits& limits,
                      Diagnostics& diagnostics);

}  // namespace debrief
