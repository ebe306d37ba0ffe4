#include "generator/view/incident_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace debrief {
namespace {

std::string text_of(const std::vector<Section>& sections) {
  std::string text;
  for (const Section& section : sections) {
    text += plain_text(section.heading) + "\n" + plain_text(section.blocks) + "\n";
    text += text_of(section.sections);
  }
  return text;
}

std::string text_of(const ViewIncident& incident) {
  return fmt::format("{}\n{}\n{}\n{}\n{}", incident.summary, fmt::join(incident.services, ","),
                     fmt::join(incident.causes, ","), plain_text(incident.body.intro),
                     text_of(incident.body.sections));
}

}  // namespace

ViewIncident::State state_of(const Report& report) {
  using State = ViewIncident::State;
  if (report.resolved) return State::resolved;
  if (report.is_resolved) return *report.is_resolved ? State::resolved : State::open;
  const bool exact = report.started && report.started->time.precision == Timestamp::Precision::minute;
  return exact ? State::open : State::unknown;
}

std::optional<Timestamp> time_of(const std::optional<Moment>& moment) {
  return moment ? std::optional(moment->time) : std::nullopt;
}

void derive_duration(ViewIncident& incident) {
  const auto& started = incident.started;
  const auto& resolved = incident.resolved;
  if (!started || !resolved) return;
  const bool exact = started->precision == Timestamp::Precision::minute &&
                     resolved->precision == Timestamp::Precision::minute;
  if (exact && resolved->utc < started->utc) {
    incident.times_in_doubt = true;
  } else if (exact) {
    incident.duration = resolved->utc - started->utc;
  } else {
    // Of two days only the order is known.
    incident.times_in_doubt = std::chrono::floor<std::chrono::days>(resolved->utc + resolved->offset) <
                              std::chrono::floor<std::chrono::days>(started->utc + started->offset);
  }
}

std::vector<std::size_t> view_order(const std::vector<ViewIncident>& incidents) {
  std::vector<std::size_t> order(incidents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto earlier = [&incidents](std::size_t a, std::size_t b) {
    const ViewIncident& left = incidents[a];
    const ViewIncident& right = incidents[b];
    if (left.started.has_value() != right.started.has_value()) return left.started.has_value();
    if (left.started && left.started->utc != right.started->utc) {
      return left.started->utc > right.started->utc;
    }
    if (left.title != right.title) return left.title < right.title;
    return text_of(left) < text_of(right);
  };
  std::ranges::stable_sort(order, earlier);
  return order;
}

std::string date_prefix(const ViewIncident& incident) {
  if (!incident.started) return "";
  const CivilDate date = civil_date_utc(incident.started->utc);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace debrief
