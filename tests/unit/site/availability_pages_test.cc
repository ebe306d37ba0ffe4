// The figures of availability on pages and in availability.json; what they mean is tested beside
// them (tests/unit/insight).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::HasSubstr;

// The day is 31 March 2026.
RenderedSite site_of(std::string_view language = "en") {
  ViewParts parts = empty_parts();
  parts.site.language = language;
  parts.severities = {{"sev1", "SEV1", "Critical", 100}, {"sev2", "SEV2", "", 30}};
  parts.services = {{"bookings", "Bookings", "", "", "", {}},
                    {"sign-in", "Sign-in", "", "", "", {}}};
  ViewIncident outage = incident_at("Nobody can book", "2026-03-10T10:00Z");
  outage.resolved = parse_timestamp("2026-03-10T16:00Z").value();
  outage.state = IncidentState::resolved;
  outage.severity = 0;
  outage.services = {0};
  ViewIncident vague = incident_at("Somebody remembers", "2026-02-11");
  vague.severity = 1;
  vague.services = {0};
  parts.incidents = {outage, vague};
  return render_site(make_view(Audience::public_, std::move(parts)));
}

TEST(AvailabilityPages, OfAllServices) {
  EXPECT_EQ(main_text(site_of().at("availability/index.html")), R"(Services
Availability
Service | Since 1 February 2026 | March 2026 | February 2026 | Downtime | Left out
Bookings | 99.56 % | 99.16 % | 100 % | 6 h | 1
Sign-in | 100 % | 100 % | 100 %
How much counts
The time of an incident is downtime from its start until it was mitigated or else resolved; of one that is ongoing, until the end of the last whole day. Where several happened at once, the one that counts most is taken. Days are those of UTC, and today is in no figure. Announced maintenance is no downtime.
SEV1 · Critical: 100 % of its time counts
SEV2: 30 % of its time counts
availability.json
)");
}

TEST(AvailabilityPages, OfOneServiceByMonthAndByDay) {
  const std::string text = main_text(site_of().at("services/bookings/availability/index.html"));
  EXPECT_EQ(text.substr(0, text.find("How much counts")), R"(Services
Bookings
Availability
Availability of Bookings
Since 1 February 2026: 99.56 %, Downtime | 6 h
Availability by month
Month | Availability | Downtime | Days with downtime
March 2026 | 99.16 % | 6 h | 10 March 2026: 75.00 %
February 2026 | 100 %
Days with downtime
Day | Availability | Downtime | Incidents
10 March 2026 | 75.00 % | 6 h
Nobody can book
1 incident is left out: it does not say its severity or how long it lasted.
Somebody remembers
)");
}

TEST(AvailabilityPages, SayWhereThereWasNoDowntime) {
  EXPECT_THAT(main_text(site_of().at("services/sign-in/availability/index.html")),
              HasSubstr("Since 1 February 2026: 100 %\n"));
  EXPECT_THAT(main_text(site_of().at("services/sign-in/availability/index.html")),
              HasSubstr("No downtime in this time.\n"));
}

TEST(AvailabilityPages, WriteNumbersAsTheirLanguageDoes) {
  EXPECT_THAT(main_text(site_of("de").at("availability/index.html")), HasSubstr("99,56 %"));
}

TEST(AvailabilityJson, HasTheSameFigures) {
  EXPECT_EQ(site_of().at("availability.json"), R"({
 "first_day": "2026-02-01",
 "last_day": "2026-03-30",
 "time_zone": "UTC",
 "services": [
  {
   "key": "bookings",
   "name": "Bookings",
   "length_seconds": 5011200,
   "downtime_seconds": 21600.0,
   "availability": 99.56,
   "left_out": [
    "https://status.harborline.example/incidents/somebody-remembers/"
   ],
   "months": [
    {
     "month": "2026-03",
     "length_seconds": 2592000,
     "downtime_seconds": 21600.0,
     "availability": 99.16,
     "days": [
      {
       "day": "2026-03-10",
       "length_seconds": 86400,
       "downtime_seconds": 21600.0,
       "availability": 75.0,
       "incidents": [
        "https://status.harborline.example/incidents/nobody-can-book/"
       ]
      }
     ]
    },
    {
     "month": "2026-02",
     "length_seconds": 2419200,
     "downtime_seconds": 0.0,
     "availability": 100.0,
     "days": []
    }
   ]
  },
  {
   "key": "sign-in",
   "name": "Sign-in",
   "length_seconds": 5011200,
   "downtime_seconds": 0.0,
   "availability": 100.0,
   "left_out": [],
   "months": [
    {
     "month": "2026-03",
     "length_seconds": 2592000,
     "downtime_seconds": 0.0,
     "availability": 100.0,
     "days": []
    },
    {
     "month": "2026-02",
     "length_seconds": 2419200,
     "downtime_seconds": 0.0,
     "availability": 100.0,
     "days": []
    }
   ]
  }
 ]
}
)");
}

}  // namespace
}  // namespace debrief
