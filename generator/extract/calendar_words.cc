#include "generator/extract/calendar_words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>

#include "generator/base/text.h"

namespace debrief {
namespace {

std::string without_stop(std::string_view word) {
  std::string lower = to_lower(word);
  if (lower.ends_with('.')) lower.pop_back();
  return lower;
}

}  // namespace

std::optional<int> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string lower = without_stop(word);
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
  return whole_number(word);
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  const std::string lower = without_stop(word);
  return lower.size() >= 3 && std::ranges::any_of(kDays, [&lower](std::string_view day) {
           return day.starts_with(lower);
         });
}

std::optional<Timestamp> make_day(int year, int month, int day) {
  // The calendar's types hold a byte: 258 would be the 2nd.
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  if (year < 1970 || year > 2199) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  Timestamp time;
  time.utc = std::chrono::sys_days(date);
  time.precision = Timestamp::Precision::day;
  return time;
}

}  // namespace debrief
