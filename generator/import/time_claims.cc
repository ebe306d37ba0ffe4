#include "generator/import/time_claims.h"

#include <utility>

#include "generator/base/text.h"
#include "generator/extract/calendar_words.h"
#include "generator/extract/loose_date.h"
#include "generator/extract/written_time.h"

namespace debrief {
namespace {

using std::chrono::days;
using std::chrono::floor;

StatedTime of_timestamp(const Timestamp& time) {
  StatedTime stated;
  if (!time.has_clock()) {
    stated.date = time;
  } else if (time.zone == Timestamp::Zone::stated) {
    stated.whole = time;
  } else {
    const auto midnight = floor<days>(time.utc);
    stated.date = Timestamp{midnight, std::chrono::minutes(0), Timestamp::Precision::day,
                            Timestamp::Zone::assumed_utc};
    stated.clock = time.utc - midnight;
  }
  return stated;
}

std::optional<Timestamp> date_of(const std::optional<WrittenDate>& date) {
  if (!date || !date->year) return std::nullopt;
  return make_day(*date->year, date->month, date->day);
}

// "May 2021"
std::optional<Timestamp> read_month(std::string_view text) {
  const std::string collapsed = collapse_spaces(text);
  const std::vector<std::string_view> words = split(collapsed, ' ');
  if (words.size() != 2) return std::nullopt;
  const auto month = month_of(words[0]);
  auto year = parse_timestamp(words[1]);
  if (!month || !year || year->precision != Timestamp::Precision::year) return std::nullopt;
  auto time = make_day(civil_date_utc(year->utc).year, *month, 1);
  if (time) time->precision = Timestamp::Precision::month;
  return time;
}

std::string_view without_weekday(std::string_view text) {
  const std::size_t end = text.find_first_of(" ,");
  if (end == std::string_view::npos || !is_weekday(text.substr(0, end))) return text;
  const std::size_t next = text.find_first_not_of(" ,", end);
  return next == std::string_view::npos ? "" : text.substr(next);
}

}  // namespace

std::optional<StatedSpan> read_stated_time(std::string_view text) {
  text = without_weekday(trim(text));
  if (const auto time = parse_timestamp(text)) return StatedSpan{of_timestamp(*time), {}};
  if (const auto month = read_month(text)) return StatedSpan{of_timestamp(*month), {}};
  const auto found = read_written_time(text);
  if (!found) {
    const auto day = parse_loose_day(text, std::nullopt);
    return day ? std::optional(StatedSpan{of_timestamp(*day), {}}) : std::nullopt;
  }
  const WrittenTime& time = found->time;
  if (!time.impossible.empty()) return std::nullopt;
  StatedSpan span;
  span.begin.date = date_of(time.date);
  span.begin.zone = time.zone;
  span.begin.clock = time.clock;
  // A date without a year is one of many.
  if (time.date && !span.begin.date) return std::nullopt;
  if (!span.begin.date && !span.begin.clock) return std::nullopt;
  const std::string_view rest = trim(text.substr(std::min(found->next, text.size())));
  if (!rest.empty() && !rest.starts_with('(') && !span.begin.date) return std::nullopt;
  if (time.end_clock) {
    span.end = StatedTime{date_of(time.end_date), time.end_clock, time.zone, std::nullopt};
    if (!span.end->date && span.begin.date && span.begin.clock) {
      span.end->date = span.begin.date;
      if (*time.end_clock < *span.begin.clock) span.end->date->utc += days(1);
    }
  }
  return span;
}

Timestamp TimeCompletion::at(Seconds clock, const std::optional<StatedZone>& zone) const {
  std::optional<ZonedTime> zoned;
  if (zone) zoned = resolve(*zone, clock, zone_);
  if (!zoned && zone_ != nullptr) {
    StatedZone home;
    home.kind = StatedZone::Kind::region;
    home.region = *zone_;
    home.written = zone_->name();
    zoned = resolve(home, clock, zone_);
  }
  if (!zoned) {
    return {clock, std::chrono::minutes(0), Timestamp::Precision::minute,
            Timestamp::Zone::assumed_utc};
  }
  return {zoned->utc, zoned->offset, Timestamp::Precision::minute, Timestamp::Zone::stated};
}

Timestamp TimeCompletion::with_zone(const Timestamp& time) const {
  if (!time.has_clock() || time.zone == Timestamp::Zone::stated) return time;
  return at(time.utc, std::nullopt);
}

std::optional<Timestamp> TimeCompletion::complete(const StatedTime& time,
                                                  const std::optional<Timestamp>& base) const {
  if (time.whole) return time.whole;
  if (!time.clock) return time.date;
  if (time.date) {
    if (time.date->precision < Timestamp::Precision::day) return time.date;
    return at(time.date->utc + *time.clock, time.zone);
  }
  if (!base || base->precision < Timestamp::Precision::day) return std::nullopt;
  const Seconds midnight = floor<days>(base->utc + base->offset);
  std::optional<StatedZone> zone = time.zone;
  if (!zone && base->has_clock() && base->zone == Timestamp::Zone::stated) {
    // Beside a time with an offset, a bare time is of the same clock.
    zone = StatedZone{StatedZone::Kind::offset, base->offset, std::nullopt, ""};
  }
  Timestamp moment = at(midnight + *time.clock, zone);
  if (base->has_clock() && moment.utc < base->utc)
    moment = at(midnight + days(1) + *time.clock, zone);
  return moment;
}

bool is_same_time(const Timestamp& a, const Timestamp& b) {
  return !certainly_before(a, b) && !certainly_before(b, a);
}

}  // namespace debrief
