#include "generator/base/timestamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <tuple>

#include "generator/base/text.h"

namespace debrief {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Reads a text from left to right; a step that does not fit leaves it where it was.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }

  // Exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    if (digit_count() < count) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + count, value);
    rest_.remove_prefix(count);
    return value;
  }

  // A field of a date or of a clock: two digits, at most `largest`.
  std::optional<int> field(int largest) {
    const std::optional<int> value = digits(2);
    return value && *value <= largest ? value : std::nullopt;
  }

  // As a field, or with its leading zero left out: "8:30".
  std::optional<int> hour() { return digit_count() == 1 ? digits(1) : field(23); }

  // One of `characters`.
  std::optional<char> one_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) {
      return std::nullopt;
    }
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  bool word(std::string_view upper_case) {
    if (!equal_ignoring_case(rest_.substr(0, upper_case.size()), upper_case)) return false;
    rest_.remove_prefix(upper_case.size());
    return true;
  }

  bool skip_digits() {
    const std::size_t count = digit_count();
    rest_.remove_prefix(count);
    return count > 0;
  }

  void skip_spaces() {
    while (one_of(" \t")) {
    }
  }

 private:
  std::size_t digit_count() const {
    const std::size_t end = rest_.find_first_not_of("0123456789");
    return end == std::string_view::npos ? rest_.size() : end;
  }

  std::string_view rest_;
};

struct Day {
  Seconds midnight;
  Timestamp::Precision precision;
};

// yyyy, yyyy-mm, yyyy-mm-dd
std::optional<Day> read_day(Reader& reader) {
  using Precision = Timestamp::Precision;
  const auto day_of = [](int year, int month, int day) {
    return std::chrono::year_month_day{std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day))};
  };
  const std::optional<int> year = reader.digits(4);
  if (!year || *year < 1970 || *year > 2199) return std::nullopt;
  if (reader.done()) return Day{std::chrono::sys_days(day_of(*year, 1, 1)), Precision::year};
  if (!reader.one_of("-")) return std::nullopt;
  const std::optional<int> month = reader.field(12);
  if (!month || *month == 0) return std::nullopt;
  if (reader.done()) return Day{std::chrono::sys_days(day_of(*year, *month, 1)), Precision::month};
  if (!reader.one_of("-")) return std::nullopt;
  const std::optional<int> day = reader.field(31);
  if (!day || !day_of(*year, *month, *day).ok()) return std::nullopt;
  return Day{std::chrono::sys_days(day_of(*year, *month, *day)), Precision::day};
}

// hh:mm, hh:mm:ss, hh:mm:ss.fff, h:mm
std::optional<seconds> read_clock(Reader& reader) {
  const std::optional<int> hour = reader.hour();
  if (!hour || !reader.one_of(":")) return std::nullopt;
  const std::optional<int> minute = reader.field(59);
  if (!minute) return std::nullopt;
  const seconds time = hours(*hour) + minutes(*minute);
  if (!reader.one_of(":")) return time;
  const std::optional<int> second = reader.field(59);
  if (!second) return std::nullopt;
  if (reader.one_of(".,") && !reader.skip_digits()) return std::nullopt;
  return time + seconds(*second);
}

// Z, UTC, GMT, +hh:mm, +hhmm, +hh
std::optional<minutes> read_offset(Reader& reader) {
  if (reader.word("Z") || reader.word("UTC") || reader.word("GMT")) return minutes(0);
  const std::optional<char> sign = reader.one_of("+-");
  if (!sign) return std::nullopt;
  const std::optional<int> hour = reader.field(14);
  if (!hour) return std::nullopt;
  std::optional<int> minute = 0;
  const bool needs_minutes = reader.one_of(":").has_value();
  if (needs_minutes || !reader.done()) minute = reader.field(59);
  if (!minute) return std::nullopt;

  // No place on earth is further from UTC; "+23:00" is a slip of the pen.
  const minutes distance = hours(*hour) + minutes(*minute);
  if (distance > (*sign == '-' ? hours(12) : hours(14))) return std::nullopt;
  return *sign == '-' ? -distance : distance;
}

std::chrono::year_month_day date_of(Seconds time) {
  return std::chrono::year_month_day(floor<days>(time));
}

std::string format_day(Seconds time) {
  const CivilDate date = civil_date_utc(time);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string format_clock_with_seconds(Seconds time) {
  const std::chrono::hh_mm_ss clock(time - floor<days>(time));
  return fmt::format("{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

// "February 2026"
std::string format_month(Seconds time) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const CivilDate date = civil_date_utc(time);
  return fmt::format("{} {}", kMonths.at(static_cast<std::size_t>(date.month) - 1), date.year);
}

std::string format_offset(minutes offset) {
  if (offset == minutes(0)) return "Z";
  const auto distance = std::chrono::abs(offset).count();
  return fmt::format("{}{:02}:{:02}", offset < minutes(0) ? '-' : '+', distance / 60,
                     distance % 60);
}

// A length of time as people count it, the largest unit first.
struct Unit {
  std::int64_t count;
  char iso_name;
};

std::array<Unit, 4> units_of(seconds duration) {
  assert(duration >= seconds(0));
  const std::int64_t count = duration.count();
  return {
      {{count / 86400, 'D'}, {count / 3600 % 24, 'H'}, {count / 60 % 60, 'M'}, {count % 60, 'S'}}};
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Reader reader(trim(text));
  const std::optional<Day> day = read_day(reader);
  if (!day) return std::nullopt;
  if (reader.done()) {
    return Timestamp{day->midnight, minutes(0), day->precision, Timestamp::Zone::assumed_utc};
  }

  if (!reader.one_of("Tt ")) return std::nullopt;
  const std::optional<seconds> clock = read_clock(reader);
  if (!clock) return std::nullopt;
  reader.skip_spaces();
  if (reader.done()) {
    return Timestamp{day->midnight + *clock, minutes(0), Timestamp::Precision::minute,
                     Timestamp::Zone::assumed_utc};
  }

  const std::optional<minutes> offset = read_offset(reader);
  if (!offset || !reader.done()) return std::nullopt;
  return Timestamp{day->midnight + *clock - *offset, *offset, Timestamp::Precision::minute,
                   Timestamp::Zone::stated};
}

std::string to_string(const Timestamp& timestamp) {
  const Seconds local = timestamp.utc + timestamp.offset;
  if (!timestamp.has_clock()) {
    constexpr std::array<std::size_t, 3> kLengths = {4, 7, 10};
    return format_day(local).substr(0, kLengths.at(static_cast<std::size_t>(timestamp.precision)));
  }
  std::string text = format_day(local) + 'T' + format_clock_with_seconds(local);
  if (timestamp.zone == Timestamp::Zone::stated) text += format_offset(timestamp.offset);
  return text;
}

bool certainly_before(const Timestamp& a, const Timestamp& b) {
  const Timestamp::Precision precision = std::min(a.precision, b.precision);
  if (precision == Timestamp::Precision::minute) return a.utc < b.utc;
  CivilDate first = civil_date_utc(a.utc + a.offset);
  CivilDate second = civil_date_utc(b.utc + b.offset);
  if (precision < Timestamp::Precision::day) first.day = second.day = 1;
  if (precision < Timestamp::Precision::month) first.month = second.month = 1;
  return std::tie(first.year, first.month, first.day) <
         std::tie(second.year, second.month, second.day);
}

CivilDate civil_date_utc(Seconds time) {
  const std::chrono::year_month_day date = date_of(time);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string format_rfc3339(Seconds time) {
  return format_day(time) + 'T' + format_clock_with_seconds(time) + 'Z';
}

std::string format_date(Seconds time) {
  return fmt::format("{} {}", civil_date_utc(time).day, format_month(time));
}

std::string format_date(const Timestamp& time) {
  const Seconds local = time.utc + time.offset;
  switch (time.precision) {
    case Timestamp::Precision::year:
      return std::to_string(civil_date_utc(local).year);
    case Timestamp::Precision::month:
      return format_month(local);
    default:
      return format_date(local);
  }
}

std::string format_clock(Seconds time) {
  return format_clock_with_seconds(time).substr(0, 5);
}

std::string format_duration(std::chrono::seconds duration, const DurationUnits& names) {
  const std::array<Unit, 4> units = units_of(duration);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].count == 0) continue;
    std::string text = fmt::format("{} {}", units[i].count, names[i]);
    if (i + 1 < units.size() && units[i + 1].count != 0) {
      text += fmt::format(" {} {}", units[i + 1].count, names[i + 1]);
    }
    return text;
  }
  return fmt::format("0 {}", names[2]);
}

std::string format_iso_duration(std::chrono::seconds duration) {
  std::string text = "P";
  for (const Unit& unit : units_of(duration)) {
    if (unit.iso_name == 'H') text += 'T';
    if (unit.count != 0) text += fmt::format("{}{}", unit.count, unit.iso_name);
  }
  if (text == "PT") return "PT0S";
  if (text.back() == 'T') text.pop_back();
  return text;
}

}  // namespace debrief
