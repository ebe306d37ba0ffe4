#include "search/date.h"

#include <charconv>
#include <chrono>

namespace debrief::search {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::month;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::optional<int> parse_number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

std::int64_t to_seconds(sys_days date) {
  return std::chrono::duration_cast<seconds>(date.time_since_epoch()).count();
}

Period whole_months(year_month first, int count) {
  return Period{.begin = to_seconds(sys_days(first / 1)),
                .end = to_seconds(sys_days((first + months(count)) / 1))};
}

year_month_day date_of(std::int64_t time) {
  return year_month_day(floor<days>(sys_seconds(seconds(time))));
}

std::string four_digits(year y) {
  const std::string digits = std::to_string(static_cast<int>(y));
  return digits.size() < 4 ? std::string(4 - digits.size(), '0') + digits : digits;
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  const std::optional<int> y = parse_number(text.substr(0, 4), 4);
  if (!y) return std::nullopt;
  if (text.size() == 4) return whole_months(year(*y) / 1, 12);
  if (text.size() < 7 || text[4] != '-') return std::nullopt;

  if (text[5] == 'Q' || text[5] == 'q') {
    const std::optional<int> quarter = parse_number(text.substr(6), 1);
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    return whole_months(year(*y) / (3 * *quarter - 2), 3);
  }
  const std::optional<int> m = parse_number(text.substr(5, 2), 2);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  if (text.size() == 7) return whole_months(year(*y) / *m, 1);
  if (text[7] != '-') return std::nullopt;

  const std::optional<int> d = parse_number(text.substr(8), 2);
  if (!d) return std::nullopt;
  const year_month_day date = year(*y) / *m / *d;
  if (!date.ok()) return std::nullopt;
  return Period{.begin = to_seconds(sys_days(date)), .end = to_seconds(sys_days(date) + days(1))};
}

std::string year_of(std::int64_t time) {
  return four_digits(date_of(time).year());
}

std::string quarter_of(std::int64_t time) {
  const year_month_day date = date_of(time);
  const unsigned quarter = (static_cast<unsigned>(date.month()) + 2) / 3;
  return four_digits(date.year()) + "-Q" + std::to_string(quarter);
}

}  // namespace debrief::search
