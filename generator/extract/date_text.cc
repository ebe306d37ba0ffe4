#include "generator/extract/date_text.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "generator/base/text.h"

#include "generator/extract/calendar_words.h"
#include "generator/extract/clock_text.h"

namespace debrief {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

void set_date(DateText& text, std::optional<int> year, int month, int day) {
  // Without a year, 29 February is a day.
  if (make_day(year.value_or(2000), month, day)) {
    text.date = WrittenDate{year, month, day};
    return;
  }
  if (year && (*year < 1970 || *year > 2199)) {
    text.impossible = fmt::format("the year is {}", *year);
  } else if (month < 1 || month > 12) {
    text.impossible = fmt::format("there is no month {}", month);
  } else {
    text.impossible =
        fmt::format("there is no {} {}", day, kMonths.at(static_cast<std::size_t>(month) - 1));
    if (year) text.impossible += fmt::format(" {}", *year);
  }
}

// "20xx", "????", "YYYY" or a number of four digits or more.
struct Year {
  std::optional<int> value;
};

std::optional<Year> take_year(TextCursor& cursor) {
  TextCursor trial = cursor;
  std::size_t length = 0;
  bool unknown = false;
  while (length < 7 && !trial.done()) {
    const char c = trial.peek();
    const bool open = std::string_view("?xXyY").find(c) != std::string_view::npos;
    if (!open && !is_digit(c)) break;
    unknown = unknown || open;
    trial.take(trial.rest().substr(0, 1));
    ++length;
  }
  if (length < 4 || length == 7 || (unknown && length != 4)) return std::nullopt;
  Year year;
  if (!unknown) year.value = cursor.take_number(4, 6);
  cursor = trial;
  return year;
}

// "2026-02-15", "2026/02/15", "2022-02-??"
std::optional<DateText> take_year_first(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto year = take_year(trial);
  if (!year) return std::nullopt;
  std::string_view divider;
  for (const std::string_view candidate : {"-", "/", "."}) {
    if (divider.empty() && trial.take(candidate)) divider = candidate;
  }
  if (divider.empty()) return std::nullopt;
  DateText text;
  text.needs_clock = divider == ".";  // else it is a version
  text.unknown = !year->value;
  std::array<int, 2> fields{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0 && !trial.take(divider)) return std::nullopt;
    if (take_unknown_digits(trial)) {
      text.unknown = true;
      continue;
    }
    const auto number = trial.take_number(1, 2);
    if (!number) return std::nullopt;
    fields.at(i) = *number;
  }
  TextCursor behind = trial;
  const bool clock_follows = behind.take_ignoring_case("T") && take_clock(behind);
  if (!trial.is_at_word_end() && !clock_follows) return std::nullopt;
  if (!text.unknown) set_date(text, year->value, fields[0], fields[1]);
  cursor = trial;
  return text;
}

// "15.02.2026", "15.02."
std::optional<DateText> take_with_stops(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto day = trial.take_number(1, 2);
  if (!day || !trial.take(".")) return std::nullopt;
  const auto month = trial.take_number(1, 2);
  if (!month || !trial.take(".")) return std::nullopt;
  DateText text;
  const auto year = trial.take_number(4, 4);
  if (!year) {
    text.needs_clock = true;
    if (trial.take_number(2, 2)) {
      text.impossible = "a year has four digits here";
    }
  }
  if (!trial.is_at_word_end()) return std::nullopt;
  if (text.impossible.empty()) set_date(text, year, *month, *day);
  cursor = trial;
  return text;
}

// "2/15", "2/15/2026"
std::optional<DateText> take_with_slashes(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto month = trial.take_number(1, 2);
  if (!month || !trial.take("/")) return std::nullopt;
  const auto day = trial.take_number(1, 2);
  if (!day) return std::nullopt;
  DateText text;
  std::optional<int> year;
  if (trial.take("/")) {
    year = trial.take_number(4, 4);
    if (!year) {
      if (!trial.take_number(2, 2)) return std::nullopt;
      text.impossible = "a year has four digits here";
      text.needs_clock = true;
    }
  }
  if (!trial.is_at_word_end()) return std::nullopt;
  text.is_weak = !year;
  if (text.impossible.empty()) set_date(text, year, *month, *day);
  if (!text.impossible.empty() && *month > 12 && *day <= 12 && !text.needs_clock) {
    text.impossible += fmt::format(" ({} is read as month/day)",
                                   cursor.rest().substr(0, trial.at() - cursor.at()));
  }
  // "24/7: …" is no slip of the pen.
  if (!text.impossible.empty() && !year) text.needs_clock = true;
  cursor = trial;
  return text;
}

// The year behind "Feb 15": ", 2026", " 2026".
std::optional<int> take_year_behind(TextCursor& cursor) {
  TextCursor trial = cursor;
  trial.take(",");
  if (!trial.skip_spaces()) return std::nullopt;
  const auto year = trial.take_number(4, 4);
  if (!year || *year < 1970 || *year > 2199 || !trial.is_at_word_end()) return std::nullopt;
  cursor = trial;
  return year;
}

std::optional<int> take_day(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto day = trial.take_number(1, 2);
  if (!day) return std::nullopt;
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (trial.take_word(suffix)) break;
  }
  if (!trial.is_at_word_end()) return std::nullopt;
  cursor = trial;
  return day;
}

// "Feb 15", "February 15th, 2026"
std::optional<DateText> take_month_first(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto month = month_of(trial.take_letters());
  if (!month) return std::nullopt;
  trial.take(".");
  if (!trial.skip_spaces()) return std::nullopt;
  const auto day = take_day(trial);
  // "May 10:32": the day would be the hour.
  TextCursor behind = trial;
  if (!day || trial.peek() == '%' || (behind.take(":") && is_digit(behind.peek()))) {
    return std::nullopt;
  }
  const auto year = take_year_behind(trial);
  DateText text;
  text.is_weak = !year;
  set_date(text, year, *month, *day);
  cursor = trial;
  return text;
}

// "15 Feb 2026", "15. February", "15-Feb-2026"
std::optional<DateText> take_day_first(TextCursor& cursor) {
  TextCursor trial = cursor;
  const auto day = take_day(trial);
  if (!day) return std::nullopt;
  trial.take(".");
  const bool with_dashes = trial.take("-");
  if (!with_dashes && !trial.skip_spaces()) return std::nullopt;
  if (trial.take_word("of")) trial.skip_spaces();
  const auto month = month_of(trial.take_letters());
  if (!month || !trial.is_at_word_end()) return std::nullopt;
  DateText text;
  std::optional<int> year;
  if (with_dashes) {
    TextCursor behind = trial;
    if (behind.take("-")) year = behind.take_number(4, 4);
    if (year) trial = behind;
  } else {
    TextCursor behind = trial;
    behind.take(".");
    year = take_year_behind(behind);
    if (year) trial = behind;
  }
  text.is_weak = !year;
  set_date(text, year, *month, *day);
  cursor = trial;
  return text;
}

}  // namespace

std::optional<DateText> take_date(TextCursor& cursor) {
  using Form = std::optional<DateText> (*)(TextCursor&);
  for (const Form form :
       {take_year_first, take_with_stops, take_with_slashes, take_month_first, take_day_first}) {
    if (auto date = form(cursor)) return date;
  }
  return std::nullopt;
}

}  // namespace debrief
