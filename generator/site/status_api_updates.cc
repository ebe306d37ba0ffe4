#include "generator/site/status_api_updates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>

#include "generator/base/text.h"
#include "generator/site/feed.h"
#include "generator/site/timed_entries.h"

namespace debrief {

namespace {

// Of the timeline's first entry of one of these phases, in their order; empty if there is none.
std::string entry_text(const ViewIncident& incident, std::initializer_list<Phase> phases) {
  for (const Phase phase : phases) {
    const auto found =
        std::ranges::find(incident.timeline, std::optional(phase), &ViewTimelineEntry::phase);
    if (found == incident.timeline.end()) continue;
    if (std::string text = collapse_spaces(plain_text(found->text)); !text.empty()) return text;
  }
  return "";
}

constexpr std::array<std::string_view, 3> kSteps = {"investigating", "identified", "monitoring"};

// Of an open incident: whoever wrote "resolved" in its timeline has not said that it is over.
std::string_view step_begun(const std::optional<Phase>& phase) {
  if (phase == Phase::acknowledged) return kSteps[1];
  if (phase == Phase::mitigated || phase == Phase::resolved) return kSteps[2];
  return kSteps[0];
}

std::ptrdiff_t rank(std::string_view step) {
  return std::ranges::find(kSteps, step) - kSteps.begin();
}

class Course {
 public:
  explicit Course(const ViewIncident& incident) : incident_(incident) {}

  void add(std::string_view status, const std::optional<Timestamp>& time,
           std::initializer_list<Phase> phases) {
    if (!time || !time->has_clock()) return;
    std::string text = entry_text(incident_, phases);
    if (text.empty()) text = feed_text(incident_);
    updates_.push_back({std::string(status), status, time->utc, std::move(text)});
  }

  // What the timeline says, in place of the steps it speaks of; each message as far on as the
  // furthest step before it.
  void add_entries() {
    std::vector<StatusUpdate> entries;
    std::map<Seconds, int> seen;
    for (TimedEntry& entry : timed_entries(incident_)) {
      const Seconds time = entry.time.utc;
      std::erase_if(updates_, [&](const StatusUpdate& step) {
        return step.time == time && step.status == step_begun(entry.phase);
      });
      entries.push_back({fmt::format("{}/{}", format_rfc3339(time), ++seen[time]),
                         step_begun(entry.phase), time, std::move(entry.text)});
    }
    if (entries.empty()) return;
    // The others borrowed the words of entries, which now speak for themselves.
    for (StatusUpdate& step : updates_) step.body = feed_text(incident_);
    updates_.insert(updates_.end(), entries.begin(), entries.end());
    std::ranges::stable_sort(updates_, {}, &StatusUpdate::time);
    std::string_view step = kSteps.front();
    for (StatusUpdate& update : updates_) {
      if (rank(update.status) > rank(step)) step = update.status;
      update.status = step;
    }
  }

  std::vector<StatusUpdate> take() { return std::move(updates_); }

 private:
  const ViewIncident& incident_;
  std::vector<StatusUpdate> updates_;
};

}  // namespace

std::vector<StatusUpdate> status_updates(const ViewIncident& incident) {
  Course course(incident);
  const bool is_start_known = incident.started && incident.started->has_clock();
  course.add("investigating", is_start_known ? incident.started : incident.detected,
             {Phase::started, Phase::detected});
  if (incident.times_in_doubt) return course.take();
  course.add("identified", incident.acknowledged, {Phase::acknowledged});
  course.add("monitoring", incident.mitigated, {Phase::mitigated});
  if (incident.state == IncidentState::open) {
    course.add_entries();
  } else {
    course.add("resolved", incident.resolved, {Phase::resolved});
  }
  return course.take();
}

std::string_view step_of(const ViewIncident& incident, const std::vector<StatusUpdate>& updates) {
  if (incident.state != IncidentState::open) return "resolved";
  const std::string_view said = incident.mitigated      ? kSteps[2]
                                : incident.acknowledged ? kSteps[1]
                                                        : kSteps[0];
  return updates.empty() ? said : std::max(said, updates.back().status, [](auto a, auto b) {
    return rank(a) < rank(b);
  });
}

}  // namespace debrief
