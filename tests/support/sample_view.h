// Views for tests of what comes after the view: made by hand, without a knowledge base.
#pragma once

#include <string_view>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

// A day of which the sample's incidents are not long past.
inline constexpr Day kSampleToday =
    std::chrono::year(2026) / std::chrono::March / std::chrono::day(31);

// The parts of a View, to be changed before it is made.
struct ViewParts {
  ViewSite site;
  std::vector<ViewSeverity> severities;
  std::vector<ViewService> services;
  std::vector<ViewCause> causes;
  std::vector<ViewIncident> incidents;
  std::vector<ViewIncident> maintenance;
  std::vector<ViewGuide> guides;
  std::vector<ViewAsset> assets;
};

View make_view(Audience audience, ViewParts parts);

// A site with a title and an address, and nothing to show.
ViewParts empty_parts();

// Three services, one part of another; two categories of causes, one with sub-causes; three
// severities; six incidents of two years, one of them ongoing and one without a date; a guide;
// an image. The public one lacks what only the internal may have.
ViewParts sample_parts(Audience audience);

// An incident of this title that started then, with its slug made of the title.
ViewIncident incident_at(std::string_view title, std::string_view started);

// That many incidents, newest first, one a day up to 31 December 2025.
std::vector<ViewIncident> many_incidents(std::size_t count);

// The Markdown cut at its headings.
Outline outline_of(std::string_view markdown);

}  // namespace debrief
