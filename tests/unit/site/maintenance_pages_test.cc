// Announced work on pages, in the status API and in what is searched; and that it is no incident.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "generator/site/search_documents.h"
#include "tests/support/markdown_text.h"
#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

ViewIncident window(std::string_view title, std::string_view started, std::string_view ended) {
  ViewIncident maintenance = incident_at(title, started);
  maintenance.key = "maintenance/" + maintenance.slug;
  maintenance.resolved = parse_timestamp(ended).value();
  maintenance.state = IncidentState::resolved;
  maintenance.services = {0};
  return maintenance;
}

// The day is 31 March 2026.
ViewParts parts_with_maintenance() {
  ViewParts parts = empty_parts();
  parts.site.time_zone = TimeZone::find("Europe/Copenhagen").value();
  parts.severities = {{"sev1", "SEV1", "", 100}};
  parts.services = {{"bookings", "Bookings", "", "", "", {}}};
  parts.maintenance = {
      window("New disks", "2026-04-02T01:00:00+02:00", "2026-04-02T03:00:00+02:00"),
      window("Switches", "2026-03-31T22:00:00+02:00", "2026-04-01T02:00:00+02:00"),
      window("Certificates", "2026-01-14T06:00:00+01:00", "2026-01-14T06:40:00+01:00")};
  parts.maintenance[0].summary = "Cards are refused for ten minutes.";
  parts.maintenance[0].body = outline_of("## What we do\n\nThe replica is moved first.\n");
  return parts;
}

RenderedSite public_site() {
  return render_site(make_view(Audience::public_, parts_with_maintenance()));
}

TEST(MaintenancePages, ListWhatIsToComeAndWhatIsOver) {
  EXPECT_EQ(main_text(public_site().at("maintenance/index.html")), R"(Maintenance
Switches | Bookings | Today | 31 March 2026, 22:00 CEST | – | 1 April 2026, 02:00 CEST | 4 h
New disks | Bookings | Cards are refused for ten minutes. | Scheduled | 2 April 2026, 01:00 CEST | – | 03:00 CEST | 2 h
Past maintenance
Certificates | Bookings | Completed | 14 January 2026, 06:00 CET | – | 06:40 CET | 40 min
)");
}

TEST(MaintenancePages, OfOneSayWhenAndWhat) {
  EXPECT_EQ(main_text(public_site().at("maintenance/new-disks/index.html")), R"(Maintenance
New disks
Maintenance · Scheduled
In short
Cards are refused for ten minutes.
From | 2 April 2026, 01:00 CEST | (1 April 2026, 23:00 UTC)
Until | 03:00 CEST | (01:00 UTC)
Duration | 2 h
Services
Bookings
What we do
#
The replica is moved first.
)");
}

TEST(MaintenancePages, AreAnnouncedOnTheFirstPageAndOnThoseOfServices) {
  const RenderedSite site = public_site();
  for (const char* path : {"index.html", "services/bookings/index.html"}) {
    const std::string text = main_text(site.at(path));
    EXPECT_THAT(text, HasSubstr("Scheduled maintenance\nSwitches | Bookings | Today"));
    EXPECT_THAT(text, HasSubstr("New disks"));
    EXPECT_THAT(text, Not(HasSubstr("Certificates")));
  }
}

// It was once thought to be simplest to count it and to leave it out everywhere: one place would
// have been forgotten.
TEST(MaintenancePages, AreInNoListOrFigureOfIncidents) {
  const RenderedSite site = public_site();
  for (const auto& [path, bytes] : site) {
    const bool may_name_it = path == "index.html" || path.starts_with("maintenance/") ||
                             path.starts_with("services/bookings/") || path == "sitemap.xml" ||
                             path.starts_with("api/v2/scheduled-maintenances") ||
                             path == "api/v2/summary.json";
    if (!may_name_it) {
      EXPECT_THAT(bytes, Not(HasSubstr("New disks"))) << path;
    }
  }
  EXPECT_THAT(main_text(site.at("incidents/index.html")), HasSubstr("No incidents."));
  EXPECT_FALSE(site.contains("availability.json"));
}

TEST(MaintenancePages, AreNotThereWithoutMaintenance) {
  ViewParts parts = parts_with_maintenance();
  parts.maintenance.clear();
  const RenderedSite site = render_site(make_view(Audience::public_, std::move(parts)));
  EXPECT_FALSE(site.contains("maintenance/index.html"));
  EXPECT_THAT(site.at("index.html"), Not(HasSubstr("aintenance")));
}

TEST(MaintenancePages, AreFoundBySearch) {
  const View view = make_view(Audience::public_, parts_with_maintenance());
  std::string found;
  for (const search::Document& document : search_documents(view)) {
    found += document.kind + " " + document.path + "\n";
  }
  EXPECT_EQ(found,
            "maintenance maintenance/new-disks/\nmaintenance maintenance/switches/\n"
            "maintenance maintenance/certificates/\n");
}

TEST(StatusApiMaintenance, IsToldApartFromIncidents) {
  const RenderedSite site = public_site();
  EXPECT_THAT(site.at("api/v2/incidents.json"), HasSubstr("\"incidents\": []"));
  const std::string& upcoming = site.at("api/v2/scheduled-maintenances/upcoming.json");
  EXPECT_THAT(upcoming, HasSubstr("\"name\": \"New disks\",\n   \"status\": \"scheduled\""));
  EXPECT_THAT(upcoming, HasSubstr("\"scheduled_for\": \"2026-04-01T23:00:00.000Z\",\n"
                                  "   \"scheduled_until\": \"2026-04-02T01:00:00.000Z\""));
  EXPECT_THAT(upcoming, Not(HasSubstr("Switches")));
  const std::string& active = site.at("api/v2/scheduled-maintenances/active.json");
  EXPECT_THAT(active, HasSubstr("\"name\": \"Switches\",\n   \"status\": \"in_progress\""));
  const std::string& all = site.at("api/v2/scheduled-maintenances.json");
  EXPECT_THAT(all, HasSubstr("\"name\": \"Certificates\",\n   \"status\": \"completed\""));
  EXPECT_THAT(all, HasSubstr("\"resolved_at\": \"2026-01-14T05:40:00.000Z\""));
}

TEST(StatusApiMaintenance, IsAStateOfItsServices) {
  const std::string summary = public_site().at("api/v2/summary.json");
  EXPECT_THAT(summary, HasSubstr("\"status\": \"under_maintenance\""));
  EXPECT_THAT(summary, HasSubstr("\"indicator\": \"maintenance\",\n"
                                 "  \"description\": \"Service Under Maintenance\""));
}

// Worse than maintenance.
TEST(StatusApiMaintenance, HidesNoIncident) {
  ViewParts parts = parts_with_maintenance();
  ViewIncident open = incident_at("Down", "2026-03-31T10:00Z");
  open.state = IncidentState::open;
  open.severity = 0;
  open.services = {0};
  parts.incidents = {open};
  const RenderedSite site = render_site(make_view(Audience::public_, std::move(parts)));
  EXPECT_THAT(site.at("api/v2/summary.json"), HasSubstr("\"status\": \"major_outage\""));
  EXPECT_THAT(site.at("api/v2/status.json"), HasSubstr("\"indicator\": \"critical\""));
}

}  // namespace
}  // namespace debrief
