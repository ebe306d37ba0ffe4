#include "generator/view/incident_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>

#include "generator/markdown/html.h"

namespace debrief {
namespace {

// Markup and addresses included.
std::string html_of(const std::vector<Node>& nodes) {
  HtmlOptions options;
  options.resolve = [](const LinkTarget& target) { return target.value; };
  return to_html(nodes, options) + footnotes_html(nodes, options);
}

std::string text_of(const std::vector<Section>& sections) {
  std::string text;
  for (const Section& section : sections) {
    text += html_of({section.heading}) + html_of(section.blocks) + text_of(section.sections);
  }
  return text;
}

// All that a reader could tell two incidents of one title and time apart by.
std::string text_of(const ViewIncident& incident) {
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", incident.summary, incident.id,
                  static_cast<int>(incident.state), incident.severity.value_or(SIZE_MAX),
                  fmt::join(incident.services, ","), fmt::join(incident.causes, ","),
                  fmt::join(incident.tags, "\n"), incident.detection, incident.trigger);
  for (const auto* time : {&incident.started, &incident.detected, &incident.acknowledged,
                           &incident.mitigated, &incident.resolved}) {
    text += (*time ? to_string(**time) : "") + "\n";
  }
  if (incident.impact) {
    const ViewImpact& impact = *incident.impact;
    text += fmt::format("{}\n{}\n{}\n{}\n", impact.summary, impact.customers, impact.requests,
                        impact.data_loss ? *impact.data_loss ? "yes" : "no" : "");
  }
  for (const ViewLink& link : incident.links) text += link.name + "\n" + link.url + "\n";
  return text + text_of(incident.body) + html_of(incident.footnotes);
}

}  // namespace

ViewIncident::State state_of(const Report& report, const IncidentTimes& times) {
  using State = ViewIncident::State;
  if (report.resolved) return State::resolved;
  if (report.is_resolved) return *report.is_resolved ? State::resolved : State::open;
  if (times.at(Phase::resolved)) return State::resolved;
  const bool exact = report.started && report.started->time.has_clock();
  return exact ? State::open : State::unknown;
}

void set_times(ViewIncident& incident, const IncidentTimes& times,
               const std::function<bool(Phase)>& shows) {
  const auto shown = [&](Phase phase) {
    const auto& found = times.at(phase);
    return found && shows(phase) ? std::optional(found->time) : std::nullopt;
  };
  incident.started = shown(Phase::started);
  incident.detected = shown(Phase::detected);
  incident.acknowledged = shown(Phase::acknowledged);
  incident.mitigated = shown(Phase::mitigated);
  incident.resolved = shown(Phase::resolved);
  if (!incident.started || !incident.resolved) return;
  const Figure& figure = times.time_to_resolve;
  incident.times_in_doubt =
      figure.in_doubt || certainly_before(*incident.resolved, *incident.started);
  if (incident.times_in_doubt) return;
  incident.duration = figure.value;
  incident.duration_is_approximate = figure.approximate;
}

std::string text_of(const Outline& body) {
  return html_of(body.intro) + text_of(body.sections);
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

std::string page_key(ReportKind kind, std::string_view slug) {
  return (kind == ReportKind::maintenance ? "maintenance/" : "incident/") + std::string(slug);
}

std::string date_prefix(const ViewIncident& incident) {
  if (!incident.started) return "";
  const Timestamp& started = *incident.started;
  return started.has_clock() ? format_rfc3339(started.utc).substr(0, 10) : to_string(started);
}

}  // namespace debrief
