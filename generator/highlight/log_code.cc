#include <algorithm>
#include <array>

#include "generator/highlight/readers.h"
#include "generator/highlight/span_reader.h"

namespace debrief {
namespace {

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

CodeKind level_of(std::string_view word) {
  constexpr std::array<std::string_view, 17> kAlarms = {
      "ERROR", "Error", "error", "ERR",   "FATAL", "fatal",  "CRITICAL", "critical", "CRIT",
      "crit",  "PANIC", "panic", "ALERT", "EMERG", "SEVERE", "FAIL",     "FAILED"};
  constexpr std::array<std::string_view, 5> kWarnings = {"WARN", "warn", "WARNING", "Warning",
                                                         "warning"};
  constexpr std::array<std::string_view, 10> kOthers = {
      "INFO", "info", "NOTICE", "notice", "DEBUG", "debug", "TRACE", "trace", "LOG", "HINT"};
  if (is_one_of(kAlarms, word)) return CodeKind::alarm;
  if (is_one_of(kWarnings, word)) return CodeKind::warning;
  return is_one_of(kOthers, word) ? CodeKind::keyword : CodeKind::plain;
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return is_one_of(kMonths, word);
}

bool is_of_time(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == ':' || c == '.' || c == ',' || c == '/' ||
         c == '+';
}

class LogReader {
 public:
  explicit LogReader(std::string_view code) : reader_(code) {}

  std::vector<CodeSpan> read() && {
    while (!reader_.at_end()) {
      take_time();
      while (!reader_.at_end() && reader_.peek() != '\n') take_one();
      reader_.take_line_end();
    }
    return std::move(reader_).spans();
  }

 private:
  // "2026-03-17T14:02:11.123Z", "2026-03-17 14:02:11,123", "Mar 17 14:02:11",
  // "[17/Mar/2026:14:02:11 +0000]": up to three words at the beginning of the line.
  void take_time() {
    if (reader_.peek() == '[') reader_.take(1, CodeKind::plain);
    constexpr int kMostWords = 3;
    for (int i = 0; i < kMostWords; ++i) {
      const std::string_view rest = reader_.rest();
      const std::size_t blank = i > 0 && reader_.peek() == ' ' ? 1 : 0;
      const std::size_t length = length_while(rest.substr(blank), is_of_time);
      const std::string_view word = rest.substr(blank, length);
      const bool has_digit = !word.empty() && (is_digit(word.front()) || word.front() == '+');
      if (!has_digit && !(i == 0 && is_month(word))) return;
      reader_.take(blank + length, CodeKind::number);
    }
  }

  void take_one() {
    const std::string_view rest = reader_.rest();
    if (rest.front() == '"') return take_quoted(rest);
    if (!is_word_byte(rest.front())) return reader_.take(1, CodeKind::plain);
    const std::size_t length = length_while(
        rest, [](char c) { return is_word_byte(c) || c == '.' || c == '-' || c == '/'; });
    if (rest.substr(length).starts_with('=')) return reader_.take(length, CodeKind::name);
    reader_.take(length, level_of(rest.substr(0, length)));
  }

  void take_quoted(std::string_view rest) {
    const std::size_t length = quoted_length(rest, '\\');
    const bool is_key = rest.substr(length).starts_with(':');
    const std::string_view inside = rest.substr(1, length < 2 ? 0 : length - 2);
    const CodeKind level = level_of(inside);
    const bool is_level = level == CodeKind::alarm || level == CodeKind::warning;
    reader_.take(length, is_key ? CodeKind::name : is_level ? level : CodeKind::string);
  }

  SpanReader reader_;
};

}  // namespace

std::vector<CodeSpan> read_log(std::string_view code) {
  return LogReader(code).read();
}

}  // namespace debrief
