// A template taken apart: literal text and tags, in the order of the file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"

namespace debrief {

struct TemplatePiece {
  enum class Kind {
    literal,
    text,      // {{name}}
    html,      // {{{name}}} or {{&name}}
    section,   // {{#name}}
    inverted,  // {{^name}}
    end,       // {{/name}}
    partial,   // {{> name}}
  };

  Kind kind = Kind::literal;
  std::string text;               // of a literal: itself; of a tag: its name
  std::vector<std::string> path;  // of a tag: its name, split at the dots
  SourceLocation where;           // of a tag
  std::size_t offset = 0;         // where it begins in the file
};

using TemplatePieces = std::vector<TemplatePiece>;

// Takes one file apart. Reports tags that are faulty in themselves (template-syntax) and tags
// that print HTML as text or text as HTML (template-html), and leaves them out.
//
// A tag that prints nothing and stands alone on its line takes the whole line with it, as
// Mustache has it; a partial is not indented by the blanks in front of its tag.
TemplatePieces scan_template(const SourceText& source, Diagnostics& diagnostics);

// Reports the sections of one file that are not closed, or not in order (template-syntax).
// A section begins and ends in the same file: partials are whole.
void check_sections(const TemplatePieces& pieces, Diagnostics& diagnostics);

}  // namespace debrief
