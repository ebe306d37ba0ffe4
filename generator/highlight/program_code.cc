#include <algorithm>
#include <string>

#include "generator/base/text.h"
#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

bool has_word(const std::vector<std::string_view>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

// "'a'", "'\n'", "'\u{1F600}'"; 0 for a quote that begins none, such as that of a lifetime.
std::size_t character_length(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  const std::string_view head = text.substr(0, kLongest);
  const std::size_t escaped = head.size() > 1 && head[1] == '\\' ? 1 : 0;
  const std::size_t close = head.find('\'', 2 + escaped);
  if (close == std::string_view::npos) return 0;
  const std::string_view inside = head.substr(1, close - 1);
  if (inside.find('\n') != std::string_view::npos) return 0;
  // One letter of any script is up to four bytes.
  const bool is_one = inside.size() == 1 || static_cast<unsigned char>(inside.front()) >= 0x80;
  return escaped != 0 || is_one ? close + 1 : 0;
}

class ProgramReader {
 public:
  ProgramReader(const ProgramLanguage& language, std::string_view code)
      : language_(language), reader_(code) {}

  std::vector<CodeSpan> read() && {
    while (!reader_.at_end()) {
      if (take_comment() || take_string() || take_word() || take_mark()) continue;
      if (reader_.peek() == '\n') {
        is_line_empty_ = true;
      } else if (!is_blank(reader_.peek())) {
        is_line_empty_ = false;
      }
      reader_.take(1, CodeKind::plain);
    }
    return std::move(reader_).spans();
  }

 private:
  // From `begin` to `end`, or to the end of the code.
  void take_through(std::string_view begin, std::string_view end, CodeKind kind) {
    const std::size_t found = reader_.rest().find(end, begin.size());
    reader_.take(found == std::string_view::npos ? found : found + end.size(), kind);
  }

  bool take_comment() {
    const std::string_view rest = reader_.rest();
    if (!language_.comment_begin.empty() && rest.starts_with(language_.comment_begin)) {
      take_through(language_.comment_begin, language_.comment_end, CodeKind::comment);
      return true;
    }
    for (const std::string_view mark : language_.line_comments) {
      if (!rest.starts_with(mark)) continue;
      reader_.take_line(CodeKind::comment);
      return true;
    }
    return false;
  }

  bool take_string() {
    const std::string_view rest = reader_.rest();
    for (const std::string_view quote : language_.long_quotes) {
      if (!rest.starts_with(quote)) continue;
      is_line_empty_ = false;
      take_through(quote, quote, CodeKind::string);
      return true;
    }
    std::size_t length = 0;
    if (language_.quotes.find(rest.front()) != std::string_view::npos) {
      length = quoted_length(rest, language_.has_escapes ? '\\' : '\0');
    } else if (language_.has_characters && rest.front() == '\'') {
      length = character_length(rest);
    }
    if (length != 0) is_line_empty_ = false;
    reader_.take(length, CodeKind::string);
    return length != 0;
  }

  bool take_word() {
    const std::string_view rest = reader_.rest();
    if (!is_word_byte(rest.front())) return false;
    is_line_empty_ = false;
    const bool is_number = is_digit(rest.front());
    std::size_t length = length_while(rest, is_word_byte);
    if (is_number) {
      // "1.5", but not the dots of "1..5".
      while (length + 1 < rest.size() && rest[length] == '.' && is_digit(rest[length + 1])) {
        length += 1 + length_while(rest.substr(length + 1), is_word_byte);
      }
    }
    reader_.take(length, is_number ? CodeKind::number : kind_of(rest.substr(0, length)));
    return true;
  }

  CodeKind kind_of(std::string_view word) const {
    constexpr std::size_t kLongestKeyword = 32;
    if (word.size() > kLongestKeyword) return CodeKind::plain;
    const std::string lower = language_.is_without_case ? to_lower(word) : std::string(word);
    if (has_word(language_.keywords, lower)) return CodeKind::keyword;
    return has_word(language_.constants, lower) ? CodeKind::number : CodeKind::plain;
  }

  // "#include", "@Override", "$name"
  bool take_mark() {
    const char mark = reader_.peek();
    const bool is_directive = mark == '#' && language_.has_directives && is_line_empty_;
    const bool is_name = mark == '@' || (mark == '$' && language_.has_variables);
    if (!is_directive && !is_name) return false;
    const std::size_t length = length_while(reader_.rest().substr(1), is_word_byte);
    if (length == 0) return false;
    is_line_empty_ = false;
    reader_.take(1 + length, is_directive ? CodeKind::keyword : CodeKind::name);
    return true;
  }

  const ProgramLanguage& language_;
  SpanReader reader_;
  bool is_line_empty_ = true;  // but for blanks, up to here
};

}  // namespace

std::vector<CodeSpan> read_program(const ProgramLanguage& language, std::string_view code) {
  return ProgramReader(language, code).read();
}

}  // namespace debrief
