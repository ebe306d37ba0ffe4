// HTML comments in Markdown, the only raw HTML that is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// The comments that `html` consists of, trimmed inside; absent if there is anything else in
// it but white space, or a comment that does not end.
std::optional<std::vector<std::string>> parse_comments(std::string_view html);

// A line that starts with a comment and goes on is, by CommonMark's rules, raw HTML from end
// to end: its text would be lost. This puts a character that no text has (U+FDD0, a
// noncharacter) before such a comment, so that the line is read as text; take_guards removes it
// again. Absent if no line needs it.
std::optional<std::string> guard_leading_comments(std::string_view markdown);
std::string take_guards(std::string_view text);

}  // namespace debrief
