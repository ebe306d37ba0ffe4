// The one way to make a View. Included by the two projections of this folder and by tests;
// never by a stage that comes later.
#pragma once

#include <utility>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

struct ViewBuilder {
  static View make(Audience audience, ViewSite site, std::vector<ViewSeverity> severities,
                   std::vector<ViewService> services, std::vector<ViewCause> causes,
                   std::vector<ViewIncident> incidents, std::vector<ViewGuide> guides,
                   std::vector<ViewAsset> assets) {
    View view(audience);
    view.site_ = std::move(site);
    view.severities_ = std::move(severities);
    view.services_ = std::move(services);
    view.causes_ = std::move(causes);
    view.incidents_ = std::move(incidents);
    view.guides_ = std::move(guides);
    view.assets_ = std::move(assets);
    return view;
  }
};

}  // namespace debrief
