#include "generator/extract/clock_text.h"

#include <fmt/format.h>

#include <string_view>

#include "generator/base/text.h"

namespace debrief {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Two digits, or what stands for them.
struct Field {
  int value = 0;
  bool unknown = false;
};

std::optional<Field> take_field(TextCursor& cursor, std::size_t least) {
  TextCursor trial = cursor;
  if (take_unknown_digits(trial)) {
    cursor = trial;
    return Field{0, true};
  }
  if (const auto value = trial.take_number(1, 2)) {
    const std::size_t width = trial.at() - cursor.at();
    // "14:3?"
    const bool is_open = width == 1 && (trial.take("?") || trial.take("x"));
    if (!is_open && width < least) return std::nullopt;
    cursor = trial;
    return Field{*value, is_open};
  }
  return std::nullopt;
}

HalfOfDay take_half(TextCursor& cursor, int hour) {
  TextCursor trial = cursor;
  const bool spaced = trial.skip_spaces();
  const auto take_either = [&trial, hour, spaced](std::string_view with_stops,
                                                  std::string_view word) {
    if (trial.take_ignoring_case(with_stops)) return true;
    // "14:32 am Gate": a word of another language.
    if (spaced && hour > 12 && trial.rest().starts_with("am")) return false;
    return trial.take_word(word);
  };
  HalfOfDay half = HalfOfDay::none;
  if (take_either("a.m.", "am")) half = HalfOfDay::am;
  if (half == HalfOfDay::none && take_either("p.m.", "pm")) half = HalfOfDay::pm;
  if (half != HalfOfDay::none) cursor = trial;
  return half;
}

// Whether the text goes on as something longer: an address, a ratio, a version.
bool goes_on(const TextCursor& cursor) {
  if (!cursor.is_at_word_end()) return true;
  const std::string_view rest = cursor.rest();
  if (rest.empty()) return false;
  if (rest.front() == '%' || rest.front() == '/') return true;
  return rest.size() > 1 && (rest.front() == ':' || rest.front() == '.') && is_digit(rest[1]);
}

void set_clock(ClockText& text, int hour, int minute, int second) {
  const std::string shown = text.has_seconds ? fmt::format("{}:{:02}:{:02}", hour, minute, second)
                                             : fmt::format("{}:{:02}", hour, minute);
  const bool is_of_clock =
      minute < 60 && second < 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
  if (!is_of_clock) {
    text.impossible = "no clock shows " + shown;
    return;
  }
  if (text.half == HalfOfDay::am && hour > 12) {
    text.impossible = shown + " is not in the morning";
    return;
  }
  if (text.half == HalfOfDay::am && hour == 12) hour = 0;
  if (text.half == HalfOfDay::pm && hour < 12) hour += 12;
  text.clock = hours(hour) + minutes(minute) + seconds(second);
}

// "14:32", "14:32:05.123", "14h32", "14.43"
std::optional<ClockText> take_divided(TextCursor& cursor) {
  TextCursor trial = cursor;
  ClockText text;
  const std::size_t begin = trial.at();
  const auto hour = take_field(trial, 1);
  if (!hour) return std::nullopt;
  const std::size_t width = trial.at() - begin;
  const bool has_colon = trial.take(":");
  if (!has_colon) {
    if (hour->unknown) return std::nullopt;
    // "2.10" is a version more often than a time.
    text.is_weak = width == 2 && trial.take(".");
    if (!text.is_weak && !trial.take("h")) return std::nullopt;
  }
  const auto minute = take_field(trial, 2);
  if (!minute || (minute->unknown && !has_colon)) return std::nullopt;
  text.unknown = hour->unknown || minute->unknown;
  Field second;
  TextCursor behind = trial;
  if (has_colon && behind.take(":")) {
    if (const auto field = take_field(behind, 2)) {
      second = *field;
      text.unknown = text.unknown || second.unknown;
      text.has_seconds = true;
      trial = behind;
      if ((behind.take(".") || behind.take(",")) && behind.take_number(1, 9)) trial = behind;
    }
  }
  if (!text.unknown) text.half = take_half(trial, hour->value);
  if (text.half == HalfOfDay::none) {
    TextCursor suffix = trial;
    suffix.skip_spaces();
    if (suffix.take_word("h") || suffix.take_word("hrs") || suffix.take_word("Uhr")) trial = suffix;
  }
  TextCursor ish = trial;
  if (goes_on(trial) && !ish.take_word("ish") && !(trial.peek() == 'Z')) return std::nullopt;
  if (!text.unknown) set_clock(text, hour->value, minute->value, second.value);
  cursor = trial;
  return text;
}

// "2pm", "2 p.m."
std::optional<ClockText> take_hour(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto hour = trial.take_number(1, 2);
  if (!hour || *hour > 12) return std::nullopt;
  ClockText text;
  text.half = take_half(trial, *hour);
  if (text.half == HalfOfDay::none || goes_on(trial)) return std::nullopt;
  set_clock(text, *hour, 0, 0);
  cursor = trial;
  return text;
}

// "1432Z", "1432 UTC", "1432h"; the zone is left for the caller.
std::optional<ClockText> take_four_digits(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto both = trial.take_number(4, 4);
  if (!both || *both / 100 > 23 || *both % 100 > 59) return std::nullopt;
  ClockText text;
  set_clock(text, *both / 100, *both % 100, 0);
  TextCursor behind = trial;
  if (behind.take_word("h") || behind.take_word("hrs")) {
    cursor = behind;
    return text;
  }
  if (behind.take_word("Z")) {
    cursor = trial;
    return text;
  }
  behind.skip_spaces();
  if (!behind.take_word("UTC") && !behind.take_word("GMT") && !behind.take_word("Z"))
    return std::nullopt;
  cursor = trial;
  return text;
}

}  // namespace

bool take_unknown_digits(TextCursor& cursor) {
  for (const std::string_view open :
       {"??", "?", "xx", "XX", "--", "__", "HH", "hh", "mm", "MM", "DD", "dd", "ss", "SS"}) {
    if (cursor.take(open)) return true;
  }
  return false;
}

std::optional<ClockText> take_clock(TextCursor& cursor) {
  if (auto clock = take_divided(cursor)) return clock;
  if (auto clock = take_hour(cursor)) return clock;
  return take_four_digits(cursor);
}

}  // namespace debrief
