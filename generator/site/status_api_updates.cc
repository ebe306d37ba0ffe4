#include "generator/site/status_api_updates.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "generator/base/text.h"
#include "generator/site/feed.h"

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

class Course {
 public:
  explicit Course(const ViewIncident& incident) : incident_(incident) {}

  void add(std::string_view status, const std::optional<Timestamp>& time,
           std::initializer_list<Phase> phases) {
    if (!time || !time->has_clock()) return;
    std::string text = entry_text(incident_, phases);
    if (text.empty()) text = feed_text(incident_);
    updates_.push_back({status, time->utc, std::move(text)});
  }

  std::vector<StatusUpdate> take() { return std::move(updates_); }

 private:
  const ViewIncident& incident_;
  std::vector<StatusUpdate> updates_;
};

}  // namespace

std::string_view step_of(const ViewIncident& incident) {
  if (incident.state != IncidentState::open) return "resolved";
  if (incident.mitigated) return "monitoring";
  return incident.acknowledged ? "identified" : "investigating";
}

std::vector<StatusUpdate> status_updates(const ViewIncident& incident) {
  Course course(incident);
  const bool is_start_known = incident.started && incident.started->has_clock();
  course.add("investigating", is_start_known ? incident.started : incident.detected,
             {Phase::started, Phase::detected});
  if (incident.times_in_doubt) return course.take();
  course.add("identified", incident.acknowledged, {Phase::acknowledged});
  course.add("monitoring", incident.mitigated, {Phase::mitigated});
  if (incident.state != IncidentState::open) {
    course.add("resolved", incident.resolved, {Phase::resolved});
  }
  return course.take();
}

}  // namespace debrief
