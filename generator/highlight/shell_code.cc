#include <algorithm>
#include <array>
#include <string>

#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

bool is_keyword(std::string_view word) {
  constexpr std::array<std::string_view, 17> kKeywords = {
      "if",   "then", "else", "elif",     "fi",     "for",    "while",    "until", "do",
      "done", "case", "esac", "function", "return", "export", "readonly", "local"};
  return std::ranges::find(kKeywords, word) != kKeywords.end();
}

// What a command may follow.
bool begins_command(char c) {
  return c == '\n' || c == ';' || c == '|' || c == '&' || c == '(' || c == '{' || c == '`' ||
         c == '!';
}

bool ends_word(char c) {
  return is_blank(c) || begins_command(c) || c == ')' || c == '}' || c == '<' || c == '>' ||
         c == '"' || c == '\'' || c == '$' || c == '\\';
}

// Commands, up to the end of the code or of a line.
class CommandReader {
 public:
  explicit CommandReader(SpanReader& reader) : reader_(reader) {}

  void read_all() {
    while (!reader_.at_end()) take_one();
  }

  // With the lines that a backslash at the end of a line takes along.
  void read_line() {
    is_within_line_ = true;
    while (!reader_.at_end() && reader_.peek() != '\n') take_one();
  }

 private:
  void take_one() {
    switch (reader_.peek()) {
      case '\n':
        take_plain(1);
        if (!here_word_.empty()) take_here_text();
        return;
      case '\\':
        return take_plain(2);
      case '#':
        if (is_at_word_) return reader_.take_line(CodeKind::comment);
        return take_plain(1);
      case '\'':
      case '"':
        return take_string();
      case '$':
        return take_variable();
      case '<':
        return take_redirection();
      case '-':
        if (is_at_word_) return take_option();
        return take_word();
      default:
        return ends_word(reader_.peek()) ? take_plain(1) : take_word();
    }
  }

  void take_plain(std::size_t length) {
    const char c = reader_.peek();
    if (begins_command(c)) is_at_command_ = true;
    is_at_word_ = is_blank(c) || begins_command(c);
    reader_.take(length, CodeKind::plain);
  }

  void leave_word(bool is_at_command = false) {
    is_at_word_ = false;
    is_at_command_ = is_at_command;
  }

  // Strings go on over lines, if they end at all. What was looked for in vain is not there later.
  void take_string() {
    const std::string_view rest = reader_.rest();
    const char quote = rest.front();
    leave_word();
    if (is_within_line_) {
      return reader_.take(quoted_length(rest, quote == '"' ? '\\' : '\0'), CodeKind::string);
    }
    bool& is_there = quote == '"' ? has_double_quotes_ : has_single_quotes_;
    std::size_t end = is_there ? rest.find(quote, 1) : std::string_view::npos;
    while (quote == '"' && end != std::string_view::npos && is_escaped(rest, end)) {
      end = rest.find(quote, end + 1);
    }
    if (end == std::string_view::npos) {
      is_there = false;
      return reader_.take(1, CodeKind::plain);
    }
    reader_.take(end + 1, CodeKind::string);
  }

  // By an odd number of backslashes. Each is looked at for one quote alone.
  static bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
  }

  void take_variable() {
    constexpr std::string_view kSpecial = "?!#@*$-";
    const std::string_view rest = reader_.rest();
    std::size_t length = 1 + length_while(rest.substr(1), is_word_byte);
    if (rest.substr(1).starts_with('{')) {
      length = 1 + length_while(rest.substr(1), [](char c) { return c != '}' && c != '\n'; });
      if (length < rest.size() && rest[length] == '}') ++length;
    } else if (length == 1 && rest.size() > 1 && kSpecial.find(rest[1]) != std::string_view::npos) {
      length = 2;
    }
    leave_word();
    reader_.take(length, length == 1 ? CodeKind::plain : CodeKind::name);
  }

  void take_redirection() {
    const std::string_view rest = reader_.rest();
    take_plain(1);
    is_at_word_ = true;
    if (!rest.starts_with("<<") || rest.starts_with("<<<")) return;
    std::size_t begin = 2 + (rest.substr(2).starts_with('-') ? 1 : 0);
    begin += length_while(rest.substr(begin), [](char c) { return c == ' '; });
    begin += length_while(rest.substr(begin), [](char c) { return c == '\'' || c == '"'; });
    const std::size_t length = length_while(rest.substr(begin), is_word_byte);
    // "1 << 3" shifts a number.
    if (length == 0 || is_digit(rest[begin])) return;
    here_word_ = rest.substr(begin, length);
    const std::size_t close =
        length_while(rest.substr(begin + length), [](char c) { return c == '\'' || c == '"'; });
    reader_.take(begin - 1 + length + close, CodeKind::plain);
  }

  // The lines up to one that is the word alone, if there is one.
  void take_here_text() {
    while (!reader_.at_end()) {
      const std::string_view line = reader_.line();
      const std::size_t tabs = length_while(line, [](char c) { return c == '\t'; });
      if (line.substr(tabs) == here_word_) break;
      reader_.take(line.size() + 1, CodeKind::string);
    }
    here_word_ = {};
  }

  void take_option() {
    const std::size_t length =
        length_while(reader_.rest(), [](char c) { return is_word_byte(c) || c == '-'; });
    leave_word();
    reader_.take(length, length == 1 ? CodeKind::plain : CodeKind::name);
  }

  void take_word() {
    const std::string_view rest = reader_.rest();
    const std::size_t length = length_while(rest, [](char c) { return !ends_word(c); });
    const std::string_view word = rest.substr(0, length);
    const std::size_t name = length_while(word, is_word_byte);
    if (is_at_command_ && is_at_word_ && name > 0 && name < length && word[name] == '=') {
      reader_.take(name, CodeKind::name);
      reader_.take(length - name, CodeKind::plain);
      return leave_word(true);
    }
    const bool is_known = is_at_command_ && is_at_word_ && is_keyword(word);
    reader_.take(length, is_known ? CodeKind::keyword : CodeKind::plain);
    leave_word(is_known);
  }

  SpanReader& reader_;
  std::string_view here_word_;  // of the text that the next line begins
  bool is_within_line_ = false;
  bool is_at_command_ = true;
  bool is_at_word_ = true;
  bool has_single_quotes_ = true;
  bool has_double_quotes_ = true;
};

// What a prompt says before its sign: one word, or something in brackets; not "100" of "100% done".
bool may_stand_before(std::string_view words) {
  if (words.empty() || words.starts_with('[') || words.starts_with('(')) return true;
  return words.find_first_of(" <") == std::string_view::npos &&
         std::ranges::any_of(words, is_letter);
}

// "$ ", "(venv) $ ", "root@db-1:/# ", "[me@host dir]$ ", "mysql> "; 0 for what is none. The signs
// of others than plain users are a prompt only where `is_sure`: "#" begins a comment as well.
std::size_t prompt_length(std::string_view line, bool is_sure) {
  constexpr std::size_t kLongest = 80;
  const std::string_view head = line.substr(0, kLongest);
  if (head == "$") return 1;
  const std::string_view signs = is_sure ? "$#%>" : "$";
  for (std::size_t at = 0; at + 1 < head.size(); ++at) {
    if (signs.find(head[at]) == std::string_view::npos || head[at + 1] != ' ') continue;
    const std::string_view before = head.substr(0, at);
    return may_stand_before(before) ? at + 2 : 0;
  }
  return 0;
}

// "FROM", "run"
bool is_instruction(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, is_letter);
}

}  // namespace

std::vector<CodeSpan> read_shell(std::string_view code) {
  SpanReader reader(code);
  CommandReader(reader).read_all();
  return std::move(reader).spans();
}

bool is_session(std::string_view code) {
  return prompt_length(code.substr(0, code.find('\n')), false) != 0;
}

std::vector<CodeSpan> read_session(std::string_view code) {
  SpanReader reader(code);
  for (; !reader.at_end(); reader.take_line_end()) {
    const std::size_t prompt = prompt_length(reader.line(), true);
    if (prompt == 0) {
      reader.take_line(CodeKind::output);
      continue;
    }
    reader.take(prompt, CodeKind::prompt);
    CommandReader(reader).read_line();
  }
  return std::move(reader).spans();
}

std::vector<CodeSpan> read_dockerfile(std::string_view code) {
  SpanReader reader(code);
  for (; !reader.at_end(); reader.take_line_end()) {
    reader.take(length_while(reader.rest(), is_blank), CodeKind::plain);
    const std::string_view rest = reader.rest();
    const std::size_t word = length_while(rest, [](char c) { return !is_blank(c) && c != '\n'; });
    if (is_instruction(rest.substr(0, word))) reader.take(word, CodeKind::keyword);
    CommandReader(reader).read_line();
  }
  return std::move(reader).spans();
}

}  // namespace debrief
