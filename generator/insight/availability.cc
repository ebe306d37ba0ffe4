#include "generator/insight/availability.h"

#include <algorithm>
#include <map>

#include "generator/insight/incident_days.h"

namespace debrief {

namespace {

using std::chrono::days;

constexpr int kMonths = 12;

Seconds begin_of(const View& view, Day day) {
  return view.site().time_zone.to_utc(Seconds(day));
}

struct Outage {
  IncidentIndex incident;
  Seconds begin, end;
  int weight;  // per cent
};

// When the incident was no longer felt. Absent if nobody knows.
std::optional<Seconds> end_of(const ViewIncident& incident, Seconds horizon) {
  // Whoever writes that it was mitigated after the end does not mean that it lasted longer.
  if (incident.mitigated && incident.resolved && incident.mitigated->has_clock() &&
      incident.resolved->has_clock()) {
    return std::min(incident.mitigated->utc, incident.resolved->utc);
  }
  for (const std::optional<Timestamp>& end : {incident.mitigated, incident.resolved}) {
    if (end) return end->has_clock() ? std::optional(end->utc) : std::nullopt;
  }
  if (incident.state == IncidentState::open) return std::max(incident.started->utc, horizon);
  return std::nullopt;
}

std::optional<Outage> outage_of(const View& view, IncidentIndex i, Seconds horizon) {
  const ViewIncident& incident = view.incidents()[i];
  if (!incident.started || !incident.started->has_clock() || incident.times_in_doubt ||
      !incident.severity) {
    return std::nullopt;
  }
  const std::optional<Seconds> end = end_of(incident, horizon);
  if (!end || *end < incident.started->utc) return std::nullopt;
  return Outage{i, incident.started->utc, *end, view.severities()[*incident.severity].downtime};
}

// Whether anything of it may lie in the counted time, as far as its own times tell.
bool touches(const View& view, const ViewIncident& incident, const CountedTime& time) {
  if (!incident.started) return false;
  const Day first = shown_day(view, *incident.started);
  if (incident.state == IncidentState::open) return first <= time.last;
  const Day last = incident.resolved ? std::max(first, shown_day(view, *incident.resolved)) : first;
  return first <= time.last && last >= time.first;
}

// The downtime of a stretch of time that the outages are in at least in part: from edge to edge
// the outage that counts most.
Downtime downtime_between(const std::vector<Outage>& outages, Seconds begin, Seconds end) {
  std::vector<Seconds> edges = {begin, end};
  for (const Outage& outage : outages) {
    edges.push_back(std::clamp(outage.begin, begin, end));
    edges.push_back(std::clamp(outage.end, begin, end));
  }
  std::ranges::sort(edges);
  Downtime down{0};
  for (std::size_t i = 1; i < edges.size(); ++i) {
    int weight = 0;
    for (const Outage& outage : outages) {
      if (outage.begin <= edges[i - 1] && edges[i] <= outage.end) {
        weight = std::max(weight, outage.weight);
      }
    }
    down += Downtime((edges[i] - edges[i - 1]).count() * weight);
  }
  return down;
}

// The outages of each day that has some, in the order of days.
std::map<Day, std::vector<Outage>> by_day(const View& view, const std::vector<Outage>& outages,
                                          const CountedTime& time) {
  std::map<Day, std::vector<Outage>> found;
  for (const Outage& outage : outages) {
    const Day last = std::min(time.last, day_in(view.site().time_zone, outage.end));
    for (Day day = std::max(time.first, day_in(view.site().time_zone, outage.begin)); day <= last;
         day += days(1)) {
      found[day].push_back(outage);
    }
  }
  return found;
}

DayAvailability day_availability(const View& view, Day day, const std::vector<Outage>& outages) {
  const Seconds begin = begin_of(view, day);
  const Seconds end = begin_of(view, day + days(1));
  DayAvailability found{day, {end - begin, downtime_between(outages, begin, end)}, {}};
  for (const Outage& outage : outages) {
    if (outage.begin < end && outage.end > begin) found.incidents.push_back(outage.incident);
  }
  return found;
}

MonthAvailability month_of_service(const View& view, const Month& month, Day first, Day last,
                                   const std::map<Day, std::vector<Outage>>& outages) {
  MonthAvailability found;
  found.month = month;
  found.first = first;
  found.last = last;
  found.figure.length = begin_of(view, last + days(1)) - begin_of(view, first);
  for (auto day = outages.lower_bound(first); day != outages.end() && day->first <= last; ++day) {
    DayAvailability figures = day_availability(view, day->first, day->second);
    if (figures.figure.down == Downtime(0)) continue;
    found.figure.down += figures.figure.down;
    found.down_days.push_back(std::move(figures));
  }
  return found;
}

Day first_day_of(const Month& month) {
  return std::chrono::year(month.year) / month.number / 1;
}

}  // namespace

int hundredths_of_percent(const Availability& figure) {
  constexpr std::int64_t kAll = 10000;
  const std::int64_t length = Downtime(figure.length).count();
  if (figure.down == Downtime(0) || length == 0) return kAll;
  const std::int64_t up = std::max<std::int64_t>(0, length - figure.down.count());
  return static_cast<int>(std::min(kAll - 1, up * kAll / length));
}

std::optional<CountedTime> counted_time(const View& view, Day today) {
  if (view.severities().empty()) return std::nullopt;
  std::optional<Day> first;
  for (const ViewIncident& incident : view.incidents()) {
    if (!incident.started || incident.started->precision < Timestamp::Precision::month) continue;
    const Day day = shown_day(view, *incident.started);
    if (!first || day < *first) first = day;
  }
  const Day last = today - days(1);
  if (!first || *first > last) return std::nullopt;
  Month month = month_of(last);
  for (int i = 1; i < kMonths && month.before() >= month_of(*first); ++i) month = month.before();
  return CountedTime{first_day_of(month), last};
}

ServiceAvailability service_availability(const View& view, std::span<const IncidentIndex> incidents,
                                         const CountedTime& time) {
  ServiceAvailability found;
  const Seconds horizon = begin_of(view, time.last + days(1));
  std::vector<Outage> outages;
  for (const IncidentIndex i : incidents) {
    if (const auto outage = outage_of(view, i, horizon)) {
      if (outage->weight > 0) outages.push_back(*outage);
    } else if (touches(view, view.incidents()[i], time)) {
      found.left_out.push_back(i);
    }
  }
  const std::map<Day, std::vector<Outage>> days_of = by_day(view, outages, time);
  for (Month month = month_of(time.last); month >= month_of(time.first); month = month.before()) {
    const Day first = first_day_of(month);
    const Day last =
        std::min(time.last, Day(std::chrono::year(month.year) / month.number / std::chrono::last));
    found.months.push_back(month_of_service(view, month, first, last, days_of));
    found.all.length += found.months.back().figure.length;
    found.all.down += found.months.back().figure.down;
  }
  return found;
}

}  // namespace debrief
