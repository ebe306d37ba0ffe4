#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

class SettingsReader {
 public:
  explicit SettingsReader(std::string_view code) : reader_(code) {}

  std::vector<CodeSpan> read() && {
    for (; !reader_.at_end(); reader_.take_line_end()) {
      reader_.take(length_while(reader_.rest(), is_blank), CodeKind::plain);
      if (!take_whole_line()) {
        take_key();
        while (!reader_.at_end() && reader_.peek() != '\n') take_one();
      }
    }
    return std::move(reader_).spans();
  }

 private:
  // A comment, or the head of a section: a bracket that holds a name and not a list.
  bool take_whole_line() {
    const std::string_view line = reader_.line();
    if (line.starts_with('#') || line.starts_with(';')) {
      reader_.take(line.size(), CodeKind::comment);
      return true;
    }
    if (!line.starts_with('[') || is_in_list_) return false;
    const std::size_t close = line.rfind(']');
    if (close == std::string_view::npos) return false;
    reader_.take(close + 1, CodeKind::place);
    return true;
  }

  void take_key() {
    const std::string_view line = reader_.line();
    const std::size_t sign = line.find('=');
    if (sign == std::string_view::npos || is_in_list_) return;
    std::size_t end = sign;
    while (end > 0 && is_blank(line[end - 1])) --end;
    reader_.take(end, CodeKind::name);
  }

  void take_one() {
    const std::string_view rest = reader_.rest();
    const char c = rest.front();
    if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) {
      const std::size_t end = rest.find(rest.substr(0, 3), 3);
      return reader_.take(end == std::string_view::npos ? end : end + 3, CodeKind::string);
    }
    if (c == '"') return reader_.take(quoted_length(rest, '\\'), CodeKind::string);
    if (c == '\'') return reader_.take(quoted_length(rest, '\0'), CodeKind::string);
    if (is_blank(c)) {
      const std::size_t blank = length_while(rest, is_blank);
      reader_.take(blank, CodeKind::plain);
      const char next = reader_.peek();
      if (next == '#' || next == ';') reader_.take_line(CodeKind::comment);
      return;
    }
    if (c == '[') is_in_list_ = true;
    if (c == ']') is_in_list_ = false;
    if (c == '[' || c == ']' || c == ',' || c == '{' || c == '}' || c == '=') {
      return reader_.take(1, CodeKind::plain);
    }
    const std::size_t length = length_while(rest, [](char b) {
      return !is_blank(b) && b != '\n' && b != ',' && b != ']' && b != '}' && b != '"' && b != '\'';
    });
    const std::string_view word = rest.substr(0, length);
    reader_.take(length,
                 is_constant(word) || looks_like_number(word) ? CodeKind::number : CodeKind::plain);
  }

  SpanReader reader_;
  bool is_in_list_ = false;
};

}  // namespace

std::vector<CodeSpan> read_settings(std::string_view code) {
  return SettingsReader(code).read();
}

}  // namespace debrief
