#include "generator/extract/incident_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"

namespace debrief {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using Certainty = TimelineEntry::Certainty;
using Source = PhaseTime::Source;

PhaseTime time_of(const TimelineEntry& entry, Source source) {
  return PhaseTime{*entry.time, source, entry.line, entry.certainty == Certainty::approximate};
}

bool is_of(const TimelineEntry& entry, Phase phase) {
  return entry.phase == phase && entry.time && entry.time->has_clock();
}

std::optional<PhaseTime> first_of(const Timeline& timeline, Phase phase) {
  const auto found = std::ranges::find_if(
      timeline.entries, [phase](const TimelineEntry& entry) { return is_of(entry, phase); });
  if (found == timeline.entries.end()) return std::nullopt;
  return time_of(*found,
                 found->phase_is_labelled ? Source::timeline_label : Source::timeline_wording);
}

std::optional<PhaseTime> labelled_first(const Timeline& timeline, Phase phase) {
  for (const TimelineEntry& entry : timeline.entries) {
    if (is_of(entry, phase) && entry.phase_is_labelled)
      return time_of(entry, Source::timeline_label);
  }
  return std::nullopt;
}

// The one that says so, else the one that tells of it.
std::optional<PhaseTime> last_of(const Timeline& timeline, Phase phase) {
  std::optional<PhaseTime> worded;
  std::optional<PhaseTime> labelled;
  for (const TimelineEntry& entry : timeline.entries) {
    if (!is_of(entry, phase)) continue;
    if (entry.phase_is_labelled) {
      labelled = time_of(entry, Source::timeline_label);
    } else {
      worded = time_of(entry, Source::timeline_wording);
    }
  }
  return labelled ? labelled : worded;
}

Seconds local_day(const Timestamp& time) {
  return std::chrono::floor<days>(time.utc + time.offset);
}

// Whether an entry may be of an incident of which the front matter gives only the day.
bool is_near(const Timestamp& entry, const Timestamp& day) {
  return day.precision == Timestamp::Precision::day &&
         std::chrono::abs(local_day(entry) - local_day(day)) <= days(1);
}

// Whether a start in the timeline may be the one that the front matter gives without a clock.
bool agrees(const Timestamp& entry, const Timestamp& front_matter) {
  if (front_matter.precision == Timestamp::Precision::day) return is_near(entry, front_matter);
  return !certainly_before(entry, front_matter) && !certainly_before(front_matter, entry);
}

std::optional<PhaseTime> start_of(const std::optional<Timestamp>& front_matter,
                                  const Timeline& timeline) {
  if (front_matter && front_matter->has_clock())
    return PhaseTime{*front_matter, Source::front_matter};
  auto labelled = labelled_first(timeline, Phase::started);
  if (labelled && (!front_matter || agrees(labelled->time, *front_matter))) return labelled;
  if (!front_matter) return std::nullopt;
  for (const TimelineEntry& entry : timeline.entries) {
    if (entry.time && entry.time->has_clock() && entry.certainty == Certainty::exact &&
        is_near(*entry.time, *front_matter)) {
      return time_of(entry, Source::timeline_first);
    }
  }
  return PhaseTime{*front_matter, Source::front_matter};
}

std::optional<PhaseTime> choose(const std::optional<Timestamp>& front_matter,
                                std::optional<PhaseTime> from_timeline) {
  if (front_matter && front_matter->has_clock())
    return PhaseTime{*front_matter, Source::front_matter};
  if (from_timeline) return from_timeline;
  if (front_matter) return PhaseTime{*front_matter, Source::front_matter};
  return std::nullopt;
}

bool has_clock(const std::optional<PhaseTime>& time) {
  return time && time->time.has_clock();
}

Figure figure(const std::optional<PhaseTime>& from, const std::optional<PhaseTime>& to) {
  Figure out;
  if (!has_clock(from) || !has_clock(to)) return out;
  out.from = from;
  out.to = to;
  out.approximate = from->approximate || to->approximate;
  const seconds length = to->time.utc - from->time.utc;
  if (length < seconds(0)) {
    out.in_doubt = true;
    out.doubt = fmt::format("it would end before it begins: {} ({}) is before {} ({})",
                            format_rfc3339(to->time.utc), describe(*to),
                            format_rfc3339(from->time.utc), describe(*from));
  } else {
    out.value = length;
  }
  return out;
}

// The figure that a label names, or null.
Figure* figure_named(IncidentTimes& times, std::string_view label) {
  constexpr std::string_view kDetect[] = {"time to detection", "time to detect", "ttd", "mttd",
                                          "detection time"};
  constexpr std::string_view kAcknowledge[] = {"time to acknowledge",
                                               "time to acknowledgement",
                                               "time to acknowledgment",
                                               "time to ack",
                                               "tta",
                                               "mtta",
                                               "time to respond",
                                               "time to response"};
  constexpr std::string_view kMitigate[] = {"time to mitigate", "time to mitigation", "ttm",
                                            "mttm"};
  constexpr std::string_view kResolve[] = {"time to resolve",
                                           "time to resolution",
                                           "time to recovery",
                                           "time to recover",
                                           "time to restore",
                                           "time to repair",
                                           "time to restoration",
                                           "time to fix",
                                           "ttr",
                                           "mttr",
                                           "duration",
                                           "total duration",
                                           "incident duration",
                                           "outage duration",
                                           "duration of incident",
                                           "duration of outage",
                                           "duration of the incident",
                                           "duration of the outage",
                                           "length of outage",
                                           "downtime",
                                           "total downtime"};
  // "Time to detection (TTD)"
  if (const std::size_t open = label.find(" ("); open != std::string_view::npos) {
    label = label.substr(0, open);
  }
  const std::string lower = to_lower(trim(label));
  const auto is_one = [&lower](const auto& names) {
    return std::ranges::find(names, lower) != std::end(names);
  };
  if (is_one(kDetect)) return &times.time_to_detect;
  if (is_one(kAcknowledge)) return &times.time_to_acknowledge;
  if (is_one(kMitigate)) return &times.time_to_mitigate;
  if (is_one(kResolve)) return &times.time_to_resolve;
  return nullptr;
}

// "during support hours" counts other minutes than a clock does.
bool changes_meaning(std::string_view remark) {
  const std::string lower = to_lower(remark);
  for (const std::string_view word :
       {"support", "business", "working", "office", "opening", "service hours", "per ", "each",
        "every", "total", "combined", "cumulative", "target", "average", "mean", "median"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

// "The outage lasted 15 minutes" may be from an entry to the mitigation, where the incident began
// with the work that led to it and ended with the cleaning up.
struct Part {
  const TimelineEntry* from = nullptr;
  const TimelineEntry* to = nullptr;
};

std::optional<Part> part_that_lasted(const StatedDuration& stated, const Timeline& timeline) {
  const seconds tolerance = stated.granularity + seconds(60);
  std::vector<const TimelineEntry*> timed;
  for (const TimelineEntry& entry : timeline.entries) {
    if (entry.time && entry.time->has_clock()) timed.push_back(&entry);
  }
  for (const TimelineEntry* to : timed) {
    const bool is_end =
        to == timed.back() || to->phase == Phase::mitigated || to->phase == Phase::resolved;
    if (!is_end) continue;
    for (const TimelineEntry* from : timed) {
      const seconds length = to->time->utc - from->time->utc;
      if (length > seconds(0) && std::chrono::abs(stated.value - length) <= tolerance) {
        return Part{from, to};
      }
    }
  }
  return std::nullopt;
}

void compare(const StatedFigure& stated, std::string_view label, Figure& figure,
             const Timeline& timeline, IncidentTimes& times) {
  if (!stated.duration || !figure.value || changes_meaning(stated.duration->remark)) return;
  const seconds difference = std::chrono::abs(stated.duration->value - *figure.value);
  seconds tolerance = stated.duration->granularity + seconds(60);
  if (stated.duration->approximate || figure.approximate) {
    tolerance += std::max(stated.duration->value, *figure.value) / 5;
  }
  if (difference <= tolerance) return;
  const std::string doubt =
      fmt::format("'{}' is stated, but from {} to {} it is {}", stated.text, describe(*figure.from),
                  describe(*figure.to), format_duration(*figure.value));
  figure.in_doubt = true;
  if (figure.doubt.empty()) figure.doubt = doubt;
  const std::optional<Part> part = &figure == &times.time_to_resolve
                                       ? part_that_lasted(*stated.duration, timeline)
                                       : std::nullopt;
  if (part) {
    times.problems.push_back(TimesProblem{
        stated.line, "duration-of-a-part",
        fmt::format("{}: {}; it fits lines {} to {} of the timeline. If that was all of it, mend "
                    "'started' and 'resolved'",
                    label, doubt, part->from->line, part->to->line),
        stated.internal || part->from->internal || part->to->internal});
    return;
  }
  times.problems.push_back(TimesProblem{
      stated.line, "duration-contradicts",
      fmt::format("{}: {}; correct the one that is wrong", label, doubt), stated.internal});
}

}  // namespace

std::string describe(const PhaseTime& time) {
  if (time.source == Source::front_matter) return "the front matter";
  return fmt::format("the timeline (line {})", time.line);
}

IncidentTimes incident_times(const FrontMatterTimes& front_matter, const Timeline& timeline,
                             const std::vector<LabelledValue>& values) {
  IncidentTimes times;
  const std::optional<PhaseTime> started = start_of(front_matter.started, timeline);
  const std::optional<PhaseTime> detected =
      choose(front_matter.detected, first_of(timeline, Phase::detected));
  const std::optional<PhaseTime> acknowledged =
      choose(front_matter.acknowledged, first_of(timeline, Phase::acknowledged));
  const std::optional<PhaseTime> mitigated =
      choose(front_matter.mitigated, last_of(timeline, Phase::mitigated));
  const std::optional<PhaseTime> resolved =
      choose(front_matter.resolved, last_of(timeline, Phase::resolved));
  times.phases = {started, detected, acknowledged, mitigated, resolved};
  times.time_to_detect = figure(started, detected);
  times.time_to_acknowledge = figure(has_clock(detected) ? detected : started, acknowledged);
  times.time_to_mitigate = figure(started, mitigated);
  times.time_to_resolve = figure(started, resolved);

  for (const LabelledValue& value : values) {
    Figure* const named = figure_named(times, value.label);
    if (!named) continue;
    StatedFigure stated;
    stated.text = collapse_spaces(plain_text(value.value));
    stated.line = value.line;
    stated.internal = value.internal;
    stated.duration = parse_stated_duration(stated.text);
    if (!stated.duration && stated.text.empty()) continue;
    compare(stated, value.label, *named, timeline, times);
    named->stated.push_back(std::move(stated));
  }
  return times;
}

}  // namespace debrief
