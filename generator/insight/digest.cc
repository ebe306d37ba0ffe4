#include "generator/insight/digest.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/insight/incident_days.h"
#include "generator/insight/key_learnings.h"

namespace debrief {

namespace {

constexpr std::size_t kLearnings = 3;
// Within two days memories are fresh. Days are counted, so it is three days' difference that is
// surely more than 48 hours.
constexpr std::chrono::days kReviewWithin(2);

class Reader {
 public:
  Reader(const View& view, Day first, Day today) : view_(view), first_(first), today_(today) {}

  // Of a month nobody knows whether it was in these days.
  bool is_in(const std::optional<Timestamp>& time) const {
    const std::optional<Day> day = known_day(view_, time);
    return day && first_ <= *day && *day <= today_;
  }

  bool is_later(const std::optional<Timestamp>& time) const {
    const std::optional<Day> day = known_day(view_, time);
    return day && today_ < *day;
  }

  bool became_overdue(const RegisterItem& item) const {
    if (item.state != ActionState::overdue) return false;
    return first_ <= last_day(*action_of(view_, item).due) + std::chrono::days(1);
  }

  bool was_completed(const RegisterItem& item) const {
    return item.state == ActionState::done && is_in(action_of(view_, item).completed);
  }

  bool lacks_review(const ViewIncident& incident) const {
    if (incident.state != IncidentState::resolved || incident.review.date || incident.published) {
      return false;
    }
    const std::optional<Day> resolved = known_day(view_, incident.resolved);
    return incident.workflow != "published" && resolved && *resolved + kReviewWithin < today_;
  }

 private:
  const View& view_;
  Day first_, today_;
};

std::vector<DigestIncident> incidents_of(const View& view, const Reader& reader) {
  std::vector<DigestIncident> found;
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    DigestIncident entry;
    entry.incident = i;
    entry.has_started = reader.is_in(incident.started);
    entry.was_resolved =
        incident.state == IncidentState::resolved && reader.is_in(incident.resolved);
    entry.is_open = incident.state == IncidentState::open && !reader.is_later(incident.started);
    if (!entry.has_started && !entry.was_resolved && !entry.is_open) continue;
    entry.learnings = key_learnings(incident, kLearnings);
    found.push_back(std::move(entry));
  }
  return found;
}

void add_actions(Digest& digest, std::span<const RegisterItem> items, const Reader& reader) {
  for (const RegisterItem& item : items) {
    if (reader.became_overdue(item)) digest.overdue.push_back(item);
    if (reader.was_completed(item)) digest.completed.push_back(item);
    if (!is_open(item.state)) continue;
    const auto entry =
        std::ranges::find(digest.incidents, item.incident, &DigestIncident::incident);
    if (entry != digest.incidents.end()) entry->to_do.push_back(item);
  }
}

bool has_started(const Digest& digest, IncidentIndex incident) {
  const auto entry = std::ranges::find(digest.incidents, incident, &DigestIncident::incident);
  return entry != digest.incidents.end() && entry->has_started;
}

void add_repeats(Digest& digest, const View& view, std::span<const RegisterItem> items) {
  const std::vector<RegisterItem> all(items.begin(), items.end());
  for (const Chain& chain : recurrence_chains(view, all)) {
    for (auto link = chain.links.begin() + 1; link != chain.links.end(); ++link) {
      if (!has_started(digest, link->incident)) continue;
      digest.repeats.push_back({link->incident, {chain.links.begin(), link}});
    }
  }
  std::ranges::sort(digest.repeats, {}, &DigestRepeat::incident);
}

}  // namespace

bool Digest::is_empty() const {
  return incidents.empty() && overdue.empty() && completed.empty() && repeats.empty() &&
         likely_repeats.empty() && published.empty() && unreviewed.empty();
}

Digest digest(const View& view, std::span<const RegisterItem> items,
              const std::vector<std::vector<RelatedIncident>>& related, Day first, Day today) {
  const Reader reader(view, first, today);
  Digest result;
  result.first = first;
  result.today = today;
  result.incidents = incidents_of(view, reader);
  if (!view.is_internal()) return result;
  add_actions(result, items, reader);
  add_repeats(result, view, items);
  result.likely_repeats = likely_repeats(view, related);
  std::erase_if(result.likely_repeats,
                [&](const LikelyRepeat& repeat) { return !has_started(result, repeat.incident); });
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    if (reader.is_in(incident.published)) result.published.push_back(i);
    if (reader.lacks_review(incident)) result.unreviewed.push_back(i);
  }
  return result;
}

std::optional<IncidentIndex> last_incident_before(const View& view, Day day) {
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const std::optional<Day> started = known_day(view, view.incidents()[i].started);
    if (started && *started < day) return i;
  }
  return std::nullopt;
}

}  // namespace debrief
