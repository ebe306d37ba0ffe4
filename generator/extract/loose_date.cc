#include "generator/extract/loose_date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

#include "generator/base/text.h"

namespace debrief {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<int> month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::string lower = to_lower(word);
  if (lower.ends_with('.')) lower.pop_back();
  if (lower.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].starts_with(lower)) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> day_of_month(std::string_view word) {
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(suffix)) word.remove_suffix(2);
  }
  return number(word);
}

std::optional<Timestamp> make_day(int year, int month_number, int day) {
  // The calendar's types hold a byte: 258 would be the 2nd.
  if (month_number < 1 || month_number > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month_number)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (year < 1970 || year > 2199 || !date.ok()) return std::nullopt;
  Timestamp time;
  time.utc = std::chrono::sys_days(date);
  time.precision = Timestamp::Precision::day;
  return time;
}

std::optional<Timestamp> complete(int month_number, int day,
                                  const std::optional<Timestamp>& not_before) {
  if (!not_before) return std::nullopt;
  const Seconds first = std::chrono::floor<std::chrono::days>(not_before->utc);
  const int year = civil_date_utc(first).year;
  for (int candidate = year; candidate <= year + 4; ++candidate) {  // 29 February may take four.
    const auto time = make_day(candidate, month_number, day);
    if (time && time->utc >= first) return time;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Timestamp> parse_loose_day(std::string_view text,
                                         const std::optional<Timestamp>& not_before) {
  text = trim(text);
  if (auto time = parse_timestamp(text); time && time->precision >= Timestamp::Precision::day) {
    time->precision = Timestamp::Precision::day;
    time->utc = std::chrono::floor<std::chrono::days>(time->utc + time->offset);
    time->offset = std::chrono::minutes(0);
    time->zone = Timestamp::Zone::stated;
    return time;
  }
  if (const auto parts = split(text, '/'); parts.size() == 2 || parts.size() == 3) {
    const auto first = number(parts[0]);
    const auto second = number(parts[1]);
    if (!first || !second) return std::nullopt;
    if (parts.size() == 2) return complete(*first, *second, not_before);
    const auto year = number(parts[2]);
    return year ? make_day(*year, *first, *second) : std::nullopt;
  }
  std::vector<std::string> words;
  std::string spaced(text);
  for (char& c : spaced) c = c == ',' ? ' ' : c;
  const std::string collapsed = collapse_spaces(spaced);
  for (const std::string_view word : split(collapsed, ' ')) words.emplace_back(word);
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const bool month_first = month(words[0]).has_value();
  const auto month_number = month(words[month_first ? 0 : 1]);
  const auto day = day_of_month(words[month_first ? 1 : 0]);
  if (!month_number || !day) return std::nullopt;
  if (words.size() == 2) return complete(*month_number, *day, not_before);
  const auto year = number(words[2]);
  return year ? make_day(*year, *month_number, *day) : std::nullopt;
}

}  // namespace debrief
