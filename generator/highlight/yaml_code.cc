#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

CodeKind kind_of_value(std::string_view value) {
  return is_constant(value) || looks_like_number(value) ? CodeKind::number : CodeKind::plain;
}

bool is_blank_line(std::string_view line) {
  return length_while(line, is_blank) == line.size();
}

// Line by line; what a line means depends on the lines before it only through a block of text
// ("|" and ">") and through brackets that are still open.
class YamlReader {
 public:
  explicit YamlReader(std::string_view code) : reader_(code) {}

  std::vector<CodeSpan> read() && {
    for (; !reader_.at_end(); reader_.take_line_end()) {
      line_ = reader_.line();
      if (is_in_block()) {
        reader_.take(line_.size(), CodeKind::string);
      } else if (line_.starts_with("---") || line_.starts_with("...") || line_.starts_with('%')) {
        reader_.take(length_while(line_, [](char c) { return !is_blank(c); }), CodeKind::keyword);
        read_line();
      } else {
        read_line();
      }
    }
    return std::move(reader_).spans();
  }

 private:
  bool is_in_block() {
    if (!is_block_) return false;
    const std::size_t indent = length_while(line_, [](char c) { return c == ' '; });
    is_block_ = indent > block_parent_ || is_blank_line(line_);
    return is_block_;
  }

  std::size_t column() const { return line_.size() - left(); }
  // Bytes of the line that are still to be read.
  std::size_t left() const {
    return static_cast<std::size_t>(line_.data() + line_.size() - reader_.rest().data());
  }
  std::string_view rest() const { return reader_.rest().substr(0, left()); }

  void read_line() {
    has_key_ = false;
    parent_ = length_while(line_, [](char c) { return c == ' '; });
    bool is_start = true;  // nothing but blanks and dashes so far
    while (left() != 0) {
      const std::string_view text = rest();
      const bool follows_blank = column() == 0 || is_blank(line_[column() - 1]);
      const char c = text.front();
      if (is_blank(c)) {
        reader_.take(length_while(text, is_blank), CodeKind::plain);
      } else if (c == '#' && follows_blank) {
        reader_.take(text.size(), CodeKind::comment);
      } else if (is_start && (c == '-' || c == '?') && (text.size() == 1 || is_blank(text[1]))) {
        parent_ = column();
        reader_.take(1, CodeKind::plain);
      } else {
        take_value(text, is_start);
        is_start = false;
      }
    }
  }

  void take_value(std::string_view text, bool is_start) {
    switch (text.front()) {
      case '"':
        return take_quoted(quoted_length(text, '\\'), is_start);
      case '\'':
        return take_quoted(quoted_length(text, '\0'), is_start);
      case '&':
      case '*':
      case '!':
        return reader_.take(length_while(text, [](char c) { return !is_blank(c) && c != ','; }),
                            CodeKind::keyword);
      case '[':
      case '{':
        ++depth_;
        return reader_.take(1, CodeKind::plain);
      case ']':
      case '}':
        if (depth_ > 0) --depth_;
        return reader_.take(1, CodeKind::plain);
      case ',':
      case ':':
        return reader_.take(1, CodeKind::plain);
      case '|':
      case '>':
        if (depth_ == 0) return begin_block(text);
        break;
      default:
        break;
    }
    take_word(text, is_start);
  }

  bool may_be_key(bool is_start) const { return depth_ > 0 || (is_start && !has_key_); }

  void take_quoted(std::size_t length, bool is_start) {
    const bool is_key = may_be_key(is_start) && rest().substr(length).starts_with(':');
    if (is_key) note_key();
    reader_.take(length, is_key ? CodeKind::name : CodeKind::string);
  }

  // Up to what ends a text without quotes: the colon after a key, a comment, in brackets a comma or
  // a bracket.
  void take_word(std::string_view text, bool is_start) {
    const bool may_be_key_here = may_be_key(is_start);
    std::size_t end = 0;  // behind its last byte that is no blank
    bool is_key = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const char next = at + 1 < text.size() ? text[at + 1] : ' ';
      if (c == '#' && at > 0 && is_blank(text[at - 1])) break;
      if (depth_ > 0 && (c == ',' || c == '[' || c == ']' || c == '{' || c == '}')) break;
      if (c == ':' && (is_blank(next) || (depth_ > 0 && next == ',')) && may_be_key_here) {
        is_key = true;
        break;
      }
      if (!is_blank(c)) end = at + 1;
    }
    if (is_key) note_key();
    const std::size_t length = end == 0 ? 1 : end;
    reader_.take(length, is_key ? CodeKind::name : kind_of_value(text.substr(0, length)));
  }

  // A block of text that is its value stands further in than the key.
  void note_key() {
    if (depth_ > 0) return;
    has_key_ = true;
    parent_ = column();
  }

  // "|", ">-", "|2"
  void begin_block(std::string_view text) {
    reader_.take(length_while(text, [](char c) { return !is_blank(c); }), CodeKind::keyword);
    is_block_ = true;
    block_parent_ = parent_;
  }

  SpanReader reader_;
  std::string_view line_;   // the one that is being read
  bool has_key_ = false;    // and it has told its key
  std::size_t parent_ = 0;  // the column of its key, or of its last dash
  bool is_block_ = false;
  std::size_t block_parent_ = 0;
  std::size_t depth_ = 0;  // of brackets
};

}  // namespace

std::vector<CodeSpan> read_yaml(std::string_view code) {
  return YamlReader(code).read();
}

}  // namespace debrief
