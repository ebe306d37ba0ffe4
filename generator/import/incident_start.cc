#include "generator/import/incident_start.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace debrief {
namespace {

std::optional<std::chrono::minutes> offset_of(const Timeline& timeline) {
  std::optional<std::chrono::minutes> offset;
  for (const TimelineEntry& entry : timeline.entries) {
    if (!entry.time || !entry.time->has_clock()) continue;
    if (entry.time->zone != Timestamp::Zone::stated || (offset && *offset != entry.time->offset)) {
      return std::nullopt;
    }
    offset = entry.time->offset;
  }
  return offset;
}

class Settlement {
 public:
  Settlement(const StartEvidence& evidence, const TimeZone* zone)
      : evidence_(evidence), zone_(zone), completion_(zone) {}

  IncidentStart settle() {
    for (const TimeClaim& claim : evidence_.claims) take(claim);
    // A time of day may have come before the day.
    for (const TimeClaim& claim : evidence_.claims) {
      if (!claim.time.date && !claim.time.whole) take(claim);
    }
    // The year of an id helps the timeline to complete "15 Feb" as well as another date does.
    result_.timeline =
        read_timeline(evidence_.body, {result_.time ? result_.time : evidence_.year, zone_});
    result_.offset = offset_of(result_.timeline);
    if (result_.time) result_.time = with_offset(*result_.time, result_.offset);
    take_timeline();
    if (!result_.time) take_history();
    if (!result_.time && evidence_.year) {
      result_.time = evidence_.year;
      result_.origin = {Origin::Kind::file_name, 0, ""};
    }
    return std::move(result_);
  }

 private:
  void remark(int line, std::string text) { result_.remarks.push_back({line, std::move(text)}); }

  // Whether it is the first to say when, or the same more precisely.
  bool improves(const Timestamp& time) const {
    return !result_.time ||
           (is_same_time(time, *result_.time) && time.precision > result_.time->precision);
  }

  void take(const TimeClaim& claim) {
    auto time = completion_.complete(claim.time, std::nullopt);
    if (!time && result_.time && !result_.time->has_clock()) {
      time = completion_.complete(claim.time, result_.time);
    }
    if (!time) return;
    if (improves(*time)) {
      result_.time = time;
      result_.origin = claim.origin;
    } else if (!is_same_time(*time, *result_.time)) {
      remark(claim.origin.line,
             fmt::format("{} says that it started {}, {} says {}", to_string(claim.origin),
                         to_string(*time), to_string(result_.origin), to_string(*result_.time)));
    }
  }

  void take_history() {
    if (evidence_.first_commit == nullptr) return;
    const Timestamp& date = evidence_.first_commit->date;
    // A collection may have come into git long after it was written.
    if (evidence_.year && !is_same_time(date, *evidence_.year)) return;
    result_.time = date;
    result_.origin = {Origin::Kind::git, 0, ""};
  }

  // What a timeline tells of years before is how it came to the incident, not when it was.
  bool is_long_before_the_name(const Timestamp& time) const {
    return evidence_.year &&
           civil_date_utc(time.utc).year + 1 < civil_date_utc(evidence_.year->utc).year;
  }

  // The entry that tells when it began; null if none does.
  const TimelineEntry* first_entry() const {
    const std::vector<TimelineEntry>& entries = result_.timeline.entries;
    const auto is_usable = [](const TimelineEntry& entry) { return entry.time && !entry.internal; };
    auto first = std::ranges::find_if(entries, is_usable);
    if (first == entries.end()) return nullptr;
    if (is_long_before_the_name(*first->time)) {
      const auto of_the_year = std::find_if(first, entries.end(), [&](const TimelineEntry& entry) {
        return is_usable(entry) && is_same_time(*entry.time, *evidence_.year);
      });
      if (of_the_year != entries.end()) first = of_the_year;
    }
    // A line with the day alone often stands above the times of that day.
    for (auto entry = first; entry != entries.end(); ++entry) {
      if (!is_usable(*entry)) continue;
      if (!is_same_time(*entry->time, *first->time)) break;
      if (entry->time->has_clock()) return &*entry;
    }
    return &*first;
  }

  void take_timeline() {
    const TimelineEntry* first = first_entry();
    if (first == nullptr) return;
    const Timestamp time = completion_.with_zone(*first->time);
    if (improves(time)) {
      result_.time = time;
      result_.origin = {Origin::Kind::timeline, first->line, ""};
    } else if (!is_same_day(time, *result_.time)) {
      remark(first->line, fmt::format("the timeline begins {}, {} says {}", to_string(time),
                                      to_string(result_.origin), to_string(*result_.time)));
    }
    if (result_.origin.kind == Origin::Kind::timeline && evidence_.year) compare_with_name(*first);
  }

  void compare_with_name(const TimelineEntry& taken) {
    const TimelineEntry& top = result_.timeline.entries.front();
    if (!is_same_time(*evidence_.year, *result_.time)) {
      remark(taken.line, fmt::format("the timeline begins {}, the name says {}",
                                     to_string(*result_.time), to_string(*evidence_.year)));
    } else if (top.time && is_long_before_the_name(*top.time)) {
      remark(top.line,
             fmt::format("the timeline begins {}; its first entry of {}, the year in the name, was "
                         "taken",
                         to_string(*top.time), to_string(*evidence_.year)));
    }
  }

  static bool is_same_day(const Timestamp& a, Timestamp b) {
    if (b.has_clock()) {
      b.utc = std::chrono::floor<std::chrono::days>(b.utc + b.offset);
      b.offset = std::chrono::minutes(0);
      b.precision = Timestamp::Precision::day;
    }
    return is_same_time(a, b);
  }

  const StartEvidence& evidence_;
  const TimeZone* zone_;
  const TimeCompletion completion_;
  IncidentStart result_;
};

}  // namespace

Timestamp with_offset(Timestamp time, const std::optional<std::chrono::minutes>& offset) {
  if (!offset || !time.has_clock() || time.zone == Timestamp::Zone::stated) return time;
  time.utc -= *offset;
  time.offset = *offset;
  time.zone = Timestamp::Zone::stated;
  return time;
}

IncidentStart settle_start(const StartEvidence& evidence, const TimeZone* zone) {
  return Settlement(evidence, zone).settle();
}

}  // namespace debrief
