#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

// "--- a/file" and "+++ b/file" stand before the first "@@", or one after the other.
bool is_file_name(std::string_view rest, std::string_view line, bool inside_hunk) {
  if (line.starts_with("+++ ")) return !inside_hunk;
  if (!line.starts_with("--- ")) return false;
  return !inside_hunk || rest.substr(line.size()).starts_with("\n+++ ");
}

bool is_head(std::string_view line) {
  for (const std::string_view begin : {"diff ", "index ", "Index: ", "new file", "deleted file",
                                       "rename ", "similarity ", "old mode", "new mode"}) {
    if (line.starts_with(begin)) return true;
  }
  return false;
}

}  // namespace

std::vector<CodeSpan> read_patch(std::string_view code) {
  SpanReader reader(code);
  bool inside_hunk = false;
  for (; !reader.at_end(); reader.take_line_end()) {
    const std::string_view line = reader.line();
    CodeKind kind = CodeKind::plain;
    if (line.starts_with("@@")) {
      inside_hunk = true;
      kind = CodeKind::place;
    } else if (is_head(line) || is_file_name(reader.rest(), line, inside_hunk)) {
      inside_hunk = false;
      kind = CodeKind::place;
    } else if (line.starts_with('+') || line.starts_with('>')) {
      kind = CodeKind::inserted;
    } else if (line.starts_with('-') || line.starts_with('<')) {
      kind = CodeKind::removed;
    }
    reader.take(line.size(), kind);
  }
  return std::move(reader).spans();
}

}  // namespace debrief
