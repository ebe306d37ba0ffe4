// Code cut into spans by what they are, so that a page can give them colours.
//
// Knows no HTML: who shows a span escapes it. Each language is read by a small tokeniser that goes
// through the code once, takes any bytes, and guesses where it must; nothing is ever lost by a
// wrong guess, since the texts of the spans, one after the other, are the code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace debrief {

enum class CodeKind {
  plain,
  keyword,
  string,
  number,  // and true, null and other constants; dates and times
  comment,
  name,      // of a key, a variable or an option
  prompt,    // of a terminal
  output,    // what a terminal printed
  inserted,  // a line of a patch
  removed,   // a line of a patch
  place,     // "@@ -1,4 +1,5 @@", "[section]"
  alarm,     // ERROR
  warning,   // WARN
};

struct CodeSpan {
  CodeKind kind;
  std::string_view text;
};

// `language` is what stands after a code fence, in any case: "yaml", "YAML,linenos". Of a language
// that nobody here knows, all is plain. No two neighbours are of the same kind, and none is empty.
std::vector<CodeSpan> highlight(std::string_view language, std::string_view code);

// "hl-k"; empty for what is plain.
std::string_view highlight_class(CodeKind kind);

// All of them, in one text.
std::string highlight_classes();

}  // namespace debrief
