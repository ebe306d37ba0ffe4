#include "generator/insight/quiet_spells.h"

#include <algorithm>

#include "generator/insight/counted_day.h"

namespace debrief {

namespace {

using std::chrono::days;

struct Lasting {
  Day start;
  std::optional<Day> end;  // absent while it is ongoing
  IncidentIndex incident = 0;
};

Lasting lasting(const View& view, IncidentIndex i, Day today) {
  const ViewIncident& incident = view.incidents()[i];
  const Day start = *counted_day(incident);
  if (incident.times_in_doubt) return {start, start, i};
  if (incident.state == IncidentState::open) return {start, std::nullopt, i};
  const std::optional<Timestamp>& end = incident.resolved;
  if (!end || end->precision < Timestamp::Precision::day) return {start, start, i};
  return {start, std::clamp(std::chrono::floor<days>(end->utc), start, today), i};
}

// The oldest first; equal ones as they stand in the view, from its end.
std::vector<Lasting> in_order(const View& view, const Incidents& incidents, Day today) {
  std::vector<Lasting> all;
  for (auto i = incidents.rbegin(); i != incidents.rend(); ++i) {
    all.push_back(lasting(view, *i, today));
  }
  std::ranges::stable_sort(all, {}, &Lasting::start);
  return all;
}

std::optional<ServiceQuiet> quiet_of(const View& view, std::size_t service,
                                     const Incidents& incidents, Day today) {
  std::vector<QuietSpell> spells;
  std::optional<Lasting> last;  // of those so far, the one that ended last
  for (const Lasting& each : in_order(view, incidents, today)) {
    if (last) {
      if (each.start > *last->end)
        spells.push_back({*last->end, each.start, last->incident, each.incident});
    }
    if (!each.end) {
      last.reset();
      break;
    }
    if (!last || *each.end >= *last->end) last = each;
  }
  std::optional<QuietSpell> present;
  if (last) {
    present = QuietSpell{*last->end, today, last->incident, std::nullopt};
    spells.push_back(*present);
  }
  if (spells.empty()) return std::nullopt;
  const auto longest = std::ranges::max_element(spells, {}, &QuietSpell::length);
  return ServiceQuiet{service, *longest, present};
}

}  // namespace

std::vector<ServiceQuiet> quiet_spells(const View& view, const Incidents& counted, Day today) {
  std::vector<Incidents> by_service(view.services().size());
  for (const IncidentIndex i : counted) {
    for (const std::size_t service : view.incidents()[i].services) by_service[service].push_back(i);
  }
  std::vector<ServiceQuiet> found;
  for (std::size_t service = 0; service < by_service.size(); ++service) {
    if (const auto quiet = quiet_of(view, service, by_service[service], today)) {
      found.push_back(*quiet);
    }
  }
  return found;
}

}  // namespace debrief
