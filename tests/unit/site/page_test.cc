#include "generator/site/page.h"
#include "generator/insight/action_register.h"
#include "generator/site/action_lists.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

std::string planned(const View& view) {
  std::string lines;
  for (const Page& page : plan_pages(make_site(view, kSampleToday, {}))) {
    lines += std::string(page.template_name) + ": " + page.file + "\n";
  }
  return lines;
}

TEST(Pages, OfASite) {
  EXPECT_EQ(planned(make_view(Audience::public_, sample_parts(Audience::public_))),
            R"(status: index.html
incidents: incidents/index.html
incident: incidents/tickets-arrive-late/index.html
incident: incidents/fare-quotes-leak-connections/index.html
incident: incidents/clock-runs-backwards/index.html
incident: incidents/disk-full/index.html
incident: incidents/script-alert-1-script-quotes-שלום/index.html
incident: incidents/undated/index.html
services: services/index.html
service: services/bookings/index.html
service: services/partners/index.html
service: services/sign-in/index.html
availability: availability/index.html
service_availability: services/bookings/availability/index.html
service_availability: services/partners/availability/index.html
service_availability: services/sign-in/availability/index.html
causes: causes/index.html
cause: causes/capacity/index.html
cause: causes/capacity/connection-pool/index.html
cause: causes/testing/index.html
terms: severities/index.html
incidents: severities/sev1/index.html
incidents: severities/sev2/index.html
incidents: severities/sev3/index.html
terms: tags/index.html
incidents: tags/b/index.html
incidents: tags/c/index.html
incidents: tags/c-2/index.html
incidents: tags/database/index.html
incidents: tags/שלום/index.html
archive: archive/index.html
year: archive/2026/index.html
year: archive/2025/index.html
incidents: archive/2026/q1/index.html
incidents: archive/2025/q4/index.html
incidents: archive/2025/q2/index.html
incidents: archive/undated/index.html
guides: guides/index.html
guide: guides/severity-scale/index.html
search: search/index.html
search_help: search/help/index.html
not_found: 404.html
)");
}

TEST(Pages, OfASiteWithNothingToShowStillLeadSomewhere) {
  EXPECT_EQ(planned(make_view(Audience::public_, empty_parts())),
            R"(status: index.html
incidents: incidents/index.html
services: services/index.html
causes: causes/index.html
terms: severities/index.html
terms: tags/index.html
archive: archive/index.html
guides: guides/index.html
search: search/index.html
search_help: search/help/index.html
not_found: 404.html
)");
}

TEST(Pages, LongListsAreCutAtAHundred) {
  EXPECT_EQ(page_count(0), 1u);
  EXPECT_EQ(page_count(100), 1u);
  EXPECT_EQ(page_count(101), 2u);
  EXPECT_EQ(page_count(10'000), 100u);

  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(250);
  for (ViewIncident& incident : parts.incidents) incident.tags = {"all"};
  const std::string plan = planned(make_view(Audience::internal, std::move(parts)));
  for (const char* file : {"incidents/page/2/", "incidents/page/3/", "tags/all/page/3/"}) {
    EXPECT_NE(plan.find("incidents: " + std::string(file) + "index.html"), std::string::npos)
        << file;
  }
  EXPECT_EQ(plan.find("page/1/"), std::string::npos);
  EXPECT_EQ(plan.find("page/4/"), std::string::npos);
}

TEST(Pages, HaveAFileEachOfTheirOwn) {
  ViewParts parts = sample_parts(Audience::internal);
  // Names that meet those of our own folders.
  parts.services.push_back({"page", "Page", "", "", "", {}});
  parts.causes.push_back({"capacity/page", "Page", "", 0});
  parts.incidents[0].tags = {"page", "feed.xml"};
  const View view = make_view(Audience::internal, std::move(parts));
  std::set<std::string> files;
  for (const Page& page : plan_pages(make_site(view, kSampleToday, {}))) {
    EXPECT_TRUE(files.insert(page.file).second) << page.file;
  }
}

}  // namespace
}  // namespace debrief
