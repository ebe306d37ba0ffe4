#include "generator/site/status_api_level.h"

#include <algorithm>
#include <array>

namespace debrief {

namespace {

struct LevelNames {
  std::string_view component, impact, text;
};

constexpr std::array<LevelNames, 5> kNames = {{
    {"operational", "none", "all_operational"},
    {"under_maintenance", "maintenance", "under_maintenance"},
    {"degraded_performance", "minor", "degraded_service"},
    {"partial_outage", "major", "partial_outage"},
    {"major_outage", "critical", "major_outage"},
}};

const LevelNames& names_of(StatusLevel level) {
  return kNames.at(static_cast<std::size_t>(level));
}

}  // namespace

StatusLevel status_level(const ViewIncident& incident) {
  if (incident.severity == 0) return StatusLevel::critical;
  if (incident.severity == 1) return StatusLevel::major;
  return StatusLevel::minor;
}

StatusLevel worst_open(const View& view, const IncidentList& incidents) {
  StatusLevel worst = StatusLevel::none;
  for (const IncidentIndex i : incidents) {
    const ViewIncident& incident = view.incidents()[i];
    if (incident.state == IncidentState::open) worst = std::max(worst, status_level(incident));
  }
  return worst;
}

StatusLevel service_level(const Site& site, std::size_t service) {
  const StatusLevel worst = worst_open(site.view, site.index.by_service[service]);
  const bool is_maintained =
      std::ranges::any_of(site.maintenance.in_progress, [&](std::size_t place) {
        return std::ranges::count(site.view.maintenance()[place].services, service) != 0;
      });
  return std::max(worst, is_maintained ? StatusLevel::maintenance : StatusLevel::none);
}

StatusLevel site_level(const Site& site) {
  const bool is_maintained = !site.maintenance.in_progress.empty();
  return std::max(worst_open(site.view, site.index.open),
                  is_maintained ? StatusLevel::maintenance : StatusLevel::none);
}

std::string_view component_status(StatusLevel level) {
  return names_of(level).component;
}

std::string_view status_impact(StatusLevel level) {
  return names_of(level).impact;
}

const std::string& status_description(const Texts& texts, StatusLevel level) {
  return texts.label(names_of(level).text);
}

}  // namespace debrief
