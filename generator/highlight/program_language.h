// Programming languages as far as their words and comments go: what one tokeniser needs to tell
// them apart.
#pragma once

#include <string_view>
#include <vector>

namespace debrief {

struct ProgramLanguage {
  std::vector<std::string_view> names;      // after a code fence, lower case
  std::vector<std::string_view> keywords;   // sorted
  std::vector<std::string_view> constants;  // sorted: true, null and the like
  std::vector<std::string_view> line_comments;
  // "/*" and "*/"; empty if there are none.
  std::string_view comment_begin;
  std::string_view comment_end;
  std::string_view quotes;                    // characters that begin a string within a line
  std::vector<std::string_view> long_quotes;  // of strings that may be longer than a line
  bool has_characters = false;                // 'a' is one, so that a quote alone begins no string
  bool has_directives = false;                // "#include" at the beginning of a line
  bool has_variables = false;                 // "$name"
  bool has_escapes = true;                    // a backslash takes the next byte along
  bool is_without_case = false;  // keywords may be written in capitals; they are here in lower case
};

// Absent if nobody here knows the language.
const ProgramLanguage* find_program_language(std::string_view name);

}  // namespace debrief
