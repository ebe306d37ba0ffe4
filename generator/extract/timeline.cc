#include "generator/extract/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <set>
#include <utility>

#include "generator/extract/calendar_words.h"
#include "generator/extract/undated_entry.h"

namespace debrief {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

using Certainty = TimelineEntry::Certainty;

// From here on a clock that goes back has passed midnight; less is an entry out of order.
constexpr hours kNight{6};

Seconds day_of(Seconds time) {
  return std::chrono::floor<days>(time);
}

std::string clock_text(const Timestamp& time) {
  return format_clock(time.utc + time.offset);
}

// A day without a year: the one nearest to `near`, which is at most half a year away.
std::optional<Seconds> nearest_year(const WrittenDate& date, Seconds near) {
  std::optional<Seconds> best;
  const int year = civil_date_utc(near).year;
  for (const int candidate : {year - 1, year, year + 1}) {
    const auto day = make_day(candidate, date.month, date.day);
    if (!day) continue;
    const auto distance = std::chrono::abs(day->utc - near);
    if (distance > days(184)) continue;
    if (!best || distance < std::chrono::abs(*best - near)) best = day->utc;
  }
  return best;
}

class Dating {
 public:
  Dating(std::vector<UndatedEntry> entries, const TimelineContext& context)
      : entries_(std::move(entries)), context_(context) {}

  Timeline run() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i > 0 && entries_[i].timeline != entries_[i - 1].timeline) last_.reset();
      date(i);
      timeline_.entries.push_back(std::move(entries_[i].entry));
    }
    return std::move(timeline_);
  }

 private:
  void date(std::size_t i) {
    UndatedEntry& undated = entries_[i];
    TimelineEntry& entry = undated.entry;
    if (!undated.time) return;
    const WrittenTime& written = *undated.time;
    if (!written.impossible.empty()) {
      report(entry, "impossible-time",
             fmt::format("'{}' is no time: {}; write it as 2026-02-15 14:32", entry.written,
                         written.impossible));
      return;
    }
    const bool is_clock_only = !written.date && written.clock && !written.unknown;
    if (written.date) {
      if (const auto day = complete(*written.date, i))
        entry.time = at(undated, *day, written.clock);
    } else if (is_clock_only) {
      entry.time = date_clock(i);
    }
    if (!entry.time) return;
    entry.certainty =
        written.approximate || written.unknown ? Certainty::approximate : Certainty::exact;
    entry.end = end_of(undated, *entry.time, i);
    if (entry.certainty == Certainty::exact) check_order(entry, is_clock_only);
    last_ = Last{*entry.time, entry.line, entry.certainty, undated.date_line};
  }

  // The entry before that has a time.
  struct Last {
    Timestamp time;
    int line = 0;
    Certainty certainty = Certainty::exact;
    int date_line = 0;

    Seconds day() const { return day_of(time.utc + time.offset); }
  };

  std::optional<Timestamp> date_clock(std::size_t i) {
    const UndatedEntry& undated = entries_[i];
    const seconds clock = *undated.time->clock;
    // A day written above the entry holds for the first one below it; those that follow go on
    // from there, past midnight if need be.
    if (undated.date && (!last_ || last_->date_line != undated.date_line)) {
      const auto day = complete(*undated.date, i);
      if (!day) return std::nullopt;
      return at(undated, *day, clock);
    }
    if (last_) {
      const Timestamp same_day = at(undated, last_->day(), clock);
      if (!last_->time.has_clock() || last_->time.utc - same_day.utc < kNight) return same_day;
      return at(undated, last_->day() + days(1), clock);
    }
    return nearest_to_start(undated, clock);
  }

  std::optional<Timestamp> nearest_to_start(const UndatedEntry& undated, seconds clock) {
    const std::optional<Timestamp>& started = context_.started;
    if (!started || started->precision < Timestamp::Precision::day) return std::nullopt;
    const Seconds day = day_of(started->utc + started->offset);
    if (!started->has_clock()) return at(undated, day, clock);
    std::optional<Timestamp> best;
    for (const days shift : {days(0), days(-1), days(1)}) {
      const Timestamp time = at(undated, day + shift, clock);
      const auto distance = std::chrono::abs(time.utc - started->utc);
      if (!best || distance < std::chrono::abs(best->utc - started->utc)) best = time;
    }
    return best;
  }

  // The midnight a day begins with. A year that is left out is told from the entry before, the
  // front matter, or the next entry with a year.
  std::optional<Seconds> complete(const WrittenDate& date, std::size_t i) {
    if (date.year) {
      const auto day = make_day(*date.year, date.month, date.day);
      return day ? std::optional(day->utc) : std::nullopt;
    }
    if (last_) {
      if (const auto day = nearest_year(date, last_->day())) return day;
    }
    if (const std::optional<Timestamp>& started = context_.started) {
      const Seconds local = started->utc + started->offset;
      if (started->precision >= Timestamp::Precision::day) {
        if (const auto day = nearest_year(date, day_of(local))) return day;
      } else if (const auto day = make_day(civil_date_utc(local).year, date.month, date.day)) {
        return day->utc;
      }
    }
    if (const auto later = next_day_with_year(i)) return nearest_year(date, *later);
    return std::nullopt;
  }

  std::optional<Seconds> next_day_with_year(std::size_t i) {
    // Found once: it is asked for only as long as no entry has a date.
    if (!next_day_) {
      next_day_.emplace();
      for (std::size_t next = i; next < entries_.size() && !*next_day_; ++next) {
        for (const auto& date : {entries_[next].time ? entries_[next].time->date : std::nullopt,
                                 entries_[next].date}) {
          if (!date || !date->year || *next_day_) continue;
          if (const auto day = make_day(*date->year, date->month, date->day)) *next_day_ = day->utc;
        }
      }
    }
    return *next_day_;
  }

  // The moment a clock showed that, or the day alone.
  Timestamp at(const UndatedEntry& undated, Seconds day, const std::optional<seconds>& clock) {
    Timestamp time;
    time.zone = Timestamp::Zone::assumed_utc;
    time.utc = day;
    if (!clock) {
      time.precision = Timestamp::Precision::day;
      return time;
    }
    time.utc = day + *clock;
    const std::optional<StatedZone>& zone = undated.time->zone ? undated.time->zone : undated.zone;
    if (zone) {
      if (const auto zoned = resolve(*zone, day + *clock, context_.home)) {
        return Timestamp{zoned->utc, zoned->offset, Timestamp::Precision::minute,
                         Timestamp::Zone::stated};
      }
      if (ambiguous_.insert(zone->written).second) {
        report(undated.entry, "ambiguous-zone",
               fmt::format("'{}' is the name of several time zones, so the times are read as UTC; "
                           "write UTC+hh:mm in its place",
                           zone->written));
      }
      return time;
    }
    const std::optional<Timestamp>& started = context_.started;
    if (started && started->has_clock() && started->zone == Timestamp::Zone::stated) {
      return Timestamp{day + *clock - started->offset, started->offset,
                       Timestamp::Precision::minute, Timestamp::Zone::stated};
    }
    return time;
  }

  std::optional<Timestamp> end_of(const UndatedEntry& undated, const Timestamp& start,
                                  std::size_t i) {
    const WrittenTime& written = *undated.time;
    if (!written.end_date && !written.end_clock) return std::nullopt;
    std::optional<Seconds> day = day_of(start.utc + start.offset);
    if (written.end_date) day = complete(*written.end_date, i);
    if (!day) return std::nullopt;
    Timestamp end = at(undated, *day, written.end_clock);
    // "23:50-00:10"
    if (!written.end_date && start.has_clock() && end.utc < start.utc) {
      end = at(undated, *day + days(1), written.end_clock);
    }
    return certainly_before(end, start) ? std::nullopt : std::optional(end);
  }

  // A list with the newest entry first is one mistake, not forty.
  void check_order(const TimelineEntry& entry, bool is_clock_only) {
    const bool goes_back =
        last_ && last_->certainty == Certainty::exact && certainly_before(*entry.time, last_->time);
    if (goes_back && !was_out_of_order_) {
      const std::string before =
          last_->time.has_clock() ? clock_text(last_->time) : to_string(last_->time);
      report(entry, "timeline-order",
             fmt::format("'{}' stands below {} of line {}, which is later; {}", entry.written,
                         before, last_->line,
                         is_clock_only ? "put the entries in order, or write the date with the time"
                                       : "put the entries in order"));
    }
    was_out_of_order_ = goes_back;
  }

  void report(const TimelineEntry& entry, std::string id, std::string message) {
    timeline_.problems.push_back(
        TimelineProblem{entry.line, std::move(id), std::move(message), entry.internal});
  }

  std::vector<UndatedEntry> entries_;
  const TimelineContext& context_;
  Timeline timeline_;
  std::optional<Last> last_;
  std::optional<std::optional<Seconds>> next_day_;
  std::set<std::string> ambiguous_;  // reported already
  bool was_out_of_order_ = false;
};

}  // namespace

Timeline read_timeline(const Outline& body, const TimelineContext& context) {
  return Dating(undated_entries(body), context).run();
}

}  // namespace debrief
