// The one way to make a View. Included by the two projections of this folder and by tests;
// never by a stage that comes later.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "generator/model/report.h"
#include "generator/view/view.h"

namespace debrief {

// What is made of the post-mortem files: incidents, and maintenance that was announced.
struct ViewReports {
  std::vector<ViewIncident> incidents;
  std::vector<ViewIncident> maintenance;

  std::vector<ViewIncident>& of(ReportKind kind) {
    return kind == ReportKind::maintenance ? maintenance : incidents;
  }
};

// Where a post-mortem file is in ViewReports, by its place in KnowledgeBase::incidents.
struct ReportPlace {
  ReportKind kind = ReportKind::incident;
  std::size_t index = 0;
};
using ReportPlaces = std::map<std::size_t, ReportPlace>;

// Absent for what the view does not show, and for maintenance.
inline std::optional<IncidentIndex> incident_at(const ReportPlaces& places, std::size_t source) {
  const auto found = places.find(source);
  if (found == places.end() || found->second.kind != ReportKind::incident) return std::nullopt;
  return found->second.index;
}

struct ViewBuilder {
  static View make(Audience audience, ViewSite site, std::vector<ViewSeverity> severities,
                   std::vector<ViewService> services, std::vector<ViewCause> causes,
                   ViewReports reports, std::vector<ViewGuide> guides,
                   std::vector<ViewAsset> assets) {
    View view(audience);
    view.site_ = std::move(site);
    view.severities_ = std::move(severities);
    view.services_ = std::move(services);
    view.causes_ = std::move(causes);
    view.incidents_ = std::move(reports.incidents);
    view.maintenance_ = std::move(reports.maintenance);
    view.guides_ = std::move(guides);
    view.assets_ = std::move(assets);
    return view;
  }
};

}  // namespace debrief
