#include "generator/markdown/comments.h"

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::string_view kGuard = "\xEF\xB7\x90";  // U+FDD0

// Where a comment starts on the line, behind the marks of quotes and lists.
std::size_t leading_comment(std::string_view line) {
  const std::size_t at = line.find("<!--");
  if (at == std::string_view::npos) return at;
  for (const char c : line.substr(0, at)) {
    if (std::string_view(" \t>*+-.)0123456789").find(c) == std::string_view::npos) {
      return std::string_view::npos;
    }
  }
  return at;
}

bool text_follows_comment(std::string_view rest) {
  while (rest.starts_with("<!--")) {
    const std::size_t end = rest.find("-->");
    if (end == std::string_view::npos) return false;
    rest = trim(rest.substr(end + 3));
  }
  return !rest.empty();
}

}  // namespace

std::optional<std::vector<std::string>> parse_comments(std::string_view html) {
  std::vector<std::string> comments;
  std::string_view rest = trim(html);
  while (!rest.empty()) {
    if (!rest.starts_with("<!--")) return std::nullopt;
    const std::size_t end = rest.find("-->", 4);
    if (end == std::string_view::npos) return std::nullopt;
    comments.emplace_back(trim(rest.substr(4, end - 4)));
    rest = trim(rest.substr(end + 3));
  }
  if (comments.empty()) return std::nullopt;
  return comments;
}

std::optional<std::string> guard_leading_comments(std::string_view markdown) {
  if (markdown.find("<!--") == std::string_view::npos) return std::nullopt;
  std::string out;
  bool guarded = false;
  for (std::size_t start = 0; start < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', start), markdown.size());
    const std::string_view line = markdown.substr(start, end - start);
    const std::size_t at = leading_comment(line);
    if (at != std::string_view::npos && text_follows_comment(line.substr(at))) {
      out.append(line.substr(0, at)).append(kGuard).append(line.substr(at));
      guarded = true;
    } else {
      out.append(line);
    }
    if (end < markdown.size()) out += '\n';
    start = end + 1;
  }
  if (!guarded) return std::nullopt;
  return out;
}

std::string take_guards(std::string_view text) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t next = text.find(kGuard, at);
    out.append(text.substr(at, next - at));
    if (next == std::string_view::npos) return out;
    at = next + kGuard.size();
  }
}

}  // namespace debrief
