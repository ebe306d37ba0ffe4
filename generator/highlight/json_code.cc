#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

// With the comments that people and some formats allow.
void take_one(SpanReader& reader) {
  const std::string_view rest = reader.rest();
  const char c = rest.front();
  if (c == '"' || c == '\'') {
    const std::size_t length = quoted_length(rest, '\\');
    const std::size_t blank = length_while(rest.substr(length), [](char b) { return is_blank(b); });
    const bool is_key = rest.substr(length + blank).starts_with(':');
    return reader.take(length, is_key ? CodeKind::name : CodeKind::string);
  }
  if (rest.starts_with("//") || c == '#') return reader.take_line(CodeKind::comment);
  if (rest.starts_with("/*")) {
    const std::size_t end = rest.find("*/", 2);
    return reader.take(end == std::string_view::npos ? end : end + 2, CodeKind::comment);
  }
  if (is_digit(c) || (c == '-' && is_digit(reader.peek(1)))) {
    const std::size_t length = length_while(
        rest, [](char b) { return is_word_byte(b) || b == '.' || b == '-' || b == '+'; });
    return reader.take(length, CodeKind::number);
  }
  if (!is_word_byte(c)) return reader.take(1, CodeKind::plain);
  const std::size_t length = length_while(rest, is_word_byte);
  reader.take(length, is_constant(rest.substr(0, length)) ? CodeKind::number : CodeKind::plain);
}

}  // namespace

std::vector<CodeSpan> read_json(std::string_view code) {
  SpanReader reader(code);
  while (!reader.at_end()) take_one(reader);
  return std::move(reader).spans();
}

}  // namespace debrief
