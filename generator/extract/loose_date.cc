#include "generator/extract/loose_date.h"

#include <chrono>
#include <string>
#include <vector>

#include "generator/base/text.h"
#include "generator/extract/calendar_words.h"

namespace debrief {
namespace {

// "2/15/2026": two or three numbers, or nothing.
std::vector<int> numbers(std::string_view text, char separator) {
  std::vector<int> values;
  for (const std::string_view part : split(text, separator)) {
    const auto value = whole_number(part);
    if (!value || values.size() == 3) return {};
    values.push_back(*value);
  }
  return values.size() < 2 ? std::vector<int>() : values;
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
  if (const auto parts = numbers(text, '/'); !parts.empty()) {
    if (parts.size() == 2) return complete(parts[0], parts[1], not_before);
    // "2026/02/15": whoever begins with the year goes on with the month.
    if (parts[0] > 31) return make_day(parts[0], parts[1], parts[2]);
    return make_day(parts[2], parts[0], parts[1]);
  }
  // With full stops the day is first: nobody who puts the month first writes them.
  if (const auto parts = numbers(text, '.'); parts.size() == 3) {
    if (parts[0] > 31) return make_day(parts[0], parts[1], parts[2]);
    return make_day(parts[2], parts[1], parts[0]);
  }
  std::vector<std::string> words;
  std::string spaced(text);
  for (char& c : spaced) c = c == ',' || c == '-' || c == '/' ? ' ' : c;  // "15-Feb-2026"
  const std::string collapsed = collapse_spaces(spaced);
  for (const std::string_view word : split(collapsed, ' ')) {
    // "Friday, March 28th", "the 28th of March"
    if ((words.empty() && (is_weekday(word) || word == "the")) || word == "of") continue;
    words.emplace_back(word);
  }
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const bool month_first = month_of(words[0]).has_value();
  const auto month_number = month_of(words[month_first ? 0 : 1]);
  const auto day = day_of_month(words[month_first ? 1 : 0]);
  if (!month_number || !day) return std::nullopt;
  if (words.size() == 2) return complete(*month_number, *day, not_before);
  const auto year = whole_number(words[2]);
  return year ? make_day(*year, *month_number, *day) : std::nullopt;
}

}  // namespace debrief
