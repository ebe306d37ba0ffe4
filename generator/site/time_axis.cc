#include "generator/site/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace debrief {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// What a drawing is planned for, in pixels. It may become wider or narrower; only what is read must
// not overlap.
constexpr double kWidth = 640;
constexpr double kNarrowWidth = 270;
constexpr double kLabelWidth = 46;
constexpr double kMarkWidth = 12;

constexpr double kBreak = 8;  // per cent
constexpr std::size_t kMostBreaks = 4;
// A silence is long if it is that many times as long as the next shorter one.
constexpr double kLong = 4;

constexpr std::array<seconds, 16> kSteps = {
    minutes(1), minutes(2), minutes(5), minutes(10), minutes(15), minutes(30), hours(1), hours(2),
    hours(3),   hours(6),   hours(12),  hours(24),   days(2),     days(7),     days(14), days(28)};

double share(seconds part, seconds whole) {
  return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

// How many of the longest gaps are broken: those beside which the rest could not be told apart.
std::size_t count_breaks(const std::vector<seconds>& longest_first) {
  const std::size_t gaps = longest_first.size();
  seconds whole = std::accumulate(longest_first.begin(), longest_first.end(), seconds(0));
  seconds rest = whole;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < kMostBreaks && i + 2 < gaps; ++i) {
    rest -= longest_first[i];
    const double needed = static_cast<double>(gaps - i - 1) * kMarkWidth / kWidth;
    const bool is_long = share(longest_first[i], longest_first[i + 1]) >= kLong;
    if (is_long && share(rest, whole) < std::min(needed, 0.4)) {
      broken = i + 1;
      whole = rest;
    }
  }
  return broken;
}

std::vector<bool> broken_gaps(const std::vector<Seconds>& moments) {
  std::vector<seconds> gaps;
  for (std::size_t i = 1; i < moments.size(); ++i) gaps.push_back(moments[i] - moments[i - 1]);
  std::vector<std::size_t> order(gaps.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return gaps[a] > gaps[b]; });
  std::vector<seconds> longest_first;
  for (const std::size_t gap : order) longest_first.push_back(gaps[gap]);
  std::vector<bool> broken(gaps.size());
  const std::size_t count = count_breaks(longest_first);
  for (std::size_t i = 0; i < count; ++i) broken[order[i]] = true;
  return broken;
}

// Whether a clock that shows `clock` shows a multiple of the step. Weeks begin with Monday.
bool is_round(Seconds clock, seconds step) {
  constexpr days kThursdayToMonday{3};
  const seconds since = clock.time_since_epoch() + (step >= days(7) ? kThursdayToMonday : days(0));
  return since % step == seconds(0);
}

// From the clock, not from the hours passed: a day may have 23 of them.
std::vector<Seconds> round_times(Seconds from, Seconds to, seconds step, const TimeZone& zone) {
  std::vector<Seconds> times;
  // Within an hour all clocks go alike, and in autumn one of them comes twice.
  const bool by_clock = step > hours(1);
  const seconds stride = by_clock ? (step >= days(1) ? seconds(days(1)) : seconds(hours(1))) : step;
  if (by_clock) {
    const Seconds first = floor<days>(zone.local(from).clock);
    for (Seconds clock = first; clock <= zone.local(to).clock; clock += stride) {
      if (!is_round(clock, step)) continue;
      const Seconds time = zone.to_utc(clock);
      const bool exists = zone.local(time).clock == clock;
      if (exists && time >= from && time <= to) times.push_back(time);
    }
    return times;
  }
  const Seconds clock = zone.local(from).clock;
  const seconds over = clock.time_since_epoch() % step;
  for (Seconds time = from + (over == seconds(0) ? over : step - over); time <= to; time += step) {
    if (is_round(zone.local(time).clock, step)) times.push_back(time);
  }
  return times;
}

// The smallest step of which the labels have room; `multiple_of`: all of its times are among those.
seconds choose_step(const TimeAxis& axis, double width, seconds multiple_of) {
  for (const seconds step : kSteps) {
    const double pixels = static_cast<double>(step.count()) / axis.seconds_per_cent() * width / 100;
    if (pixels >= kLabelWidth + 10 && step % multiple_of == seconds(0)) return step;
  }
  return kSteps.back();
}

struct Candidate {
  AxisTick tick;
  bool is_alone = false;
};

// Where two are too close, the one that is alone in its stretch stays, else the first.
std::vector<Candidate> without_overlaps(const std::vector<Candidate>& all, double width) {
  const double distance = kLabelWidth * 100 / width;
  std::vector<Candidate> kept;
  for (const Candidate& candidate : all) {
    if (!kept.empty() && candidate.tick.place - kept.back().tick.place < distance) {
      if (!candidate.is_alone || kept.back().is_alone) continue;
      kept.pop_back();
    }
    kept.push_back(candidate);
  }
  return kept;
}

}  // namespace

TimeAxis::TimeAxis(std::vector<Seconds> moments, double end) {
  std::ranges::sort(moments);
  moments.erase(std::ranges::unique(moments).begin(), moments.end());
  const std::vector<bool> broken = broken_gaps(moments);
  seconds to_scale{0};
  double breaks = 0;
  for (std::size_t i = 0; i < broken.size(); ++i) {
    if (broken[i]) {
      breaks += kBreak;
    } else {
      to_scale += moments[i + 1] - moments[i];
    }
  }
  seconds_per_cent_ = static_cast<double>(to_scale.count()) / (end - breaks);
  stretches_.push_back({moments.front(), moments.front(), 0, 0});
  for (std::size_t i = 0; i < broken.size(); ++i) {
    if (broken[i]) {
      const double begin = stretches_.back().end + kBreak;
      stretches_.push_back({moments[i + 1], moments[i + 1], begin, begin});
    } else {
      Stretch& stretch = stretches_.back();
      stretch.to = moments[i + 1];
      const seconds length = stretch.to - stretch.from;
      stretch.end = stretch.begin + static_cast<double>(length.count()) / seconds_per_cent_;
    }
  }
}

double TimeAxis::at(Seconds moment) const {
  const Stretch* before = &stretches_.front();
  for (const Stretch& stretch : stretches_) {
    if (stretch.from <= moment) before = &stretch;
  }
  const seconds since = moment - before->from;
  if (moment <= before->to) {
    return before->begin + static_cast<double>(since.count()) / seconds_per_cent_;
  }
  // In a break: anywhere between its ends is as right as anywhere else.
  return before->end + kBreak / 2;
}

std::vector<AxisTick> axis_ticks(const TimeAxis& axis, const TimeZone& zone) {
  const seconds step = choose_step(axis, kWidth, seconds(1));
  const seconds narrow_step = choose_step(axis, kNarrowWidth, step);
  std::vector<Candidate> candidates;
  for (const TimeAxis::Stretch& stretch : axis.stretches()) {
    std::vector<Seconds> times = round_times(stretch.from, stretch.to, step, zone);
    const bool is_alone = times.empty();
    if (is_alone) times = {stretch.from};
    for (const Seconds time : times) {
      AxisTick tick;
      tick.time = time;
      tick.place = axis.at(time);
      tick.is_day = !is_alone && step >= days(1);
      candidates.push_back({tick, is_alone});
    }
  }
  const std::vector<Candidate> kept = without_overlaps(candidates, kWidth);

  std::vector<Candidate> narrow;
  for (const Candidate& candidate : kept) {
    if (candidate.is_alone || is_round(zone.local(candidate.tick.time).clock, narrow_step)) {
      narrow.push_back(candidate);
    }
  }
  if (narrow.empty() && !kept.empty()) narrow.push_back(kept.front());
  narrow = without_overlaps(narrow, kNarrowWidth);

  const auto day = [&zone](Seconds time) { return floor<days>(zone.local(time).clock); };
  const bool has_days = day(axis.stretches().front().from) != day(axis.stretches().back().to);
  std::vector<AxisTick> ticks;
  for (const Candidate& candidate : kept) {
    AxisTick& tick = ticks.emplace_back(candidate.tick);
    tick.is_extra = std::ranges::none_of(
        narrow, [&](const Candidate& other) { return other.tick.time == tick.time; });
    const AxisTick* before = ticks.size() > 1 ? &ticks[ticks.size() - 2] : nullptr;
    tick.shows_day =
        has_days && !tick.is_day && (before == nullptr || day(before->time) != day(tick.time));
    tick.shows_zone = before != nullptr && !tick.is_day &&
                      zone.local(before->time).abbreviation != zone.local(tick.time).abbreviation;
  }
  return ticks;
}

}  // namespace debrief
