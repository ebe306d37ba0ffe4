#include "generator/model/front_matter.h"

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The line at `offset` without its end, and where the next one starts.
struct Line {
  std::string_view text;
  std::size_t next;
};

Line line_at(std::string_view bytes, std::size_t offset) {
  const std::size_t end = bytes.find('\n', offset);
  const std::size_t length = (end == std::string_view::npos ? bytes.size() : end) - offset;
  std::string_view text = bytes.substr(offset, length);
  while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return {text, end == std::string_view::npos ? bytes.size() : end + 1};
}

}  // namespace

std::optional<FrontMatter> split_front_matter(const SourceText& file, Diagnostics& diagnostics) {
  const std::string_view bytes = file.bytes();
  const std::size_t start = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const Line first = line_at(bytes, start);
  if (first.text == "+++") {
    diagnostics.error("no-front-matter", file.at(1),
                      "this front matter is TOML; write it as YAML between two lines of ---");
    return std::nullopt;
  }
  if (first.text != "---") {
    diagnostics.error("no-front-matter", file.at(1),
                      "the file does not start with front matter; begin with a line ---, then "
                      "'title: …' and 'started: …', then a line ---");
    return std::nullopt;
  }
  for (std::size_t at = first.next; at < bytes.size();) {
    const Line line = line_at(bytes, at);
    if (line.text == "---") return FrontMatter{first.next, at - first.next, line.next};
    at = line.next;
  }
  diagnostics.error("front-matter-not-closed", file.at(1),
                    "the front matter does not end; put a line --- after it");
  return std::nullopt;
}

}  // namespace debrief
