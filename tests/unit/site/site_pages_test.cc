// What readers find on the pages of a site, through the built-in theme.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string page(const View& view, const std::string& path) {
  const RenderedSite site = render_site(view);
  const auto found = site.find(path + "index.html");
  return found == site.end() ? "(no such page)" : found->second;
}

std::string text(const View& view, const std::string& path) {
  return main_text(page(view, path));
}

View internal_sample() {
  return make_view(Audience::internal, sample_parts(Audience::internal));
}
View public_sample() {
  return make_view(Audience::public_, sample_parts(Audience::public_));
}

// The incident alone on a public site, in Copenhagen.
View view_of(ViewIncident incident) {
  ViewParts parts = empty_parts();
  parts.site.time_zone = TimeZone::find("Europe/Copenhagen").value();
  parts.incidents.push_back(std::move(incident));
  return make_view(Audience::public_, std::move(parts));
}

TEST(HomePage, TellsThePublicWhatIsGoingOn) {
  EXPECT_EQ(text(public_sample(), ""), R"(Harborline status
1 ongoing incident
Tickets arrive late | Bookings | SEV2 | Ongoing | 3 February 2026
Services, day by day
Bookings | Ongoing incident
16 January 2026: Fare quotes leak connections 3 February 2026 – 31 March 2026: Tickets arrive late
Partner API | 1 day with incidents in the last 90 days
16 January 2026: Fare quotes leak connections
Sign-in | No incidents in the last 90 days
1 January 2026 | Today
Availability by month
History
March 2026
No incidents in this month.
February 2026
Tickets arrive late | Bookings | SEV2 | Ongoing | 3 February 2026
January 2026
Fare quotes leak connections | Bookings, Partner API | SEV1 | 16 January 2026 | 1 h 2 min
Clock runs backwards | 2 January 2026
Archive: 6 incidents
Follow
Feed. Whoever follows a feed hears of every incident. Each service and each cause has feeds of its own on its page.
JSON Feed, Status API
Guides
Severity scale
)");
}

TEST(HomePage, ShowsEngineersWhereIncidentsHappen) {
  const std::string home = text(internal_sample(), "");
  EXPECT_THAT(home, HasSubstr("1 ongoing incident\n"));
  EXPECT_THAT(home, HasSubstr("By severity\n"
                              "Severity | Incidents\n"
                              "SEV1 | Critical | 1\n"
                              "SEV2 | Major | 1\n"
                              "SEV3 | 0\n"
                              "Not stated | 4\n"
                              "By service\n"
                              "Service | Incidents\n"
                              "Bookings | 2\n"
                              "Partner API | 1\n"
                              "By cause\n"
                              "Cause | Incidents\n"
                              "Capacity | 3\n"
                              "Testing gaps | 1\n"));
}

// The internal home page: how much happened, what is late, and what came back.
TEST(HomePage, TellsEngineersWhatIsLateAndWhatComesBack) {
  ViewParts parts = empty_parts();
  parts.severities = {{"sev1", "SEV1", "Critical"}, {"sev2", "SEV2", ""}};
  parts.services = {{"bookings", "Bookings", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}}};
  parts.incidents = {incident_at("Pool again", "2026-03-20"), incident_at("Pool", "2026-02-01")};
  parts.incidents[0].severity = 1;
  parts.incidents[0].causes = parts.incidents[1].causes = {0};
  parts.incidents[0].services = {0};
  parts.incidents[0].repeats = {1};
  ViewActionItem item;
  item.text = outline_of("Alert on the *pool*").intro.at(0).children;
  item.owners = {"Ilkka Rautio"};
  item.priority = "P1";
  item.due = parse_timestamp("2026-03-28");
  parts.incidents[1].actions = {item, ViewActionItem()};
  const std::string home = text(make_view(Audience::internal, std::move(parts)), "");
  EXPECT_THAT(home, HasSubstr("Last 30 days 1 incident\n"
                              "Since the last SEV2 11 days\n"
                              "Open action items 2\n"));
  EXPECT_THAT(home, HasSubstr("What keeps coming back\n"
                              "Causes of more than one incident in the last 12 months\n"
                              "Capacity | Latest | 20 March 2026 | · | Bookings | 2 incidents\n"
                              "Repeats of earlier incidents\n"
                              "Pool again | 20 March 2026 | , as Pool\n"));
  EXPECT_THAT(home, HasSubstr("1 overdue action item\n"
                              "Alert on the pool | Ilkka Rautio | · P1 · 3 days late | Pool\n"));
}

// Who has to do what, and how well that is kept, is for the team alone.
TEST(ActionPages, AreOfTheInternalSite) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("Pool", "2026-02-01")};
  ViewActionItem late;
  late.text = outline_of("Alert on the *pool*").intro.at(0).children;
  late.owners = {"Ilkka Rautio"};
  late.priority = "P1";
  late.due = parse_timestamp("2026-03-28");
  ViewActionItem done;
  done.text = outline_of("Close connections").intro.at(0).children;
  done.done = true;
  done.due = parse_timestamp("2026-02-10");
  done.completed = parse_timestamp("2026-02-09");
  done.owners = {"Ilkka Rautio"};
  parts.incidents[0].actions = {late, done};
  const View internal = make_view(Audience::internal, parts);
  EXPECT_THAT(text(internal, "actions/"), StartsWith("Actions\n"
                                                     "Open | 1\n"
                                                     "Overdue | 1\n"
                                                     "Done | 50 % 1 of 2\n"
                                                     "On time | 50 % 1 of 2\n"
                                                     "Owners Done and dropped Calendar\n"));
  EXPECT_THAT(
      text(internal, "actions/"),
      HasSubstr("Overdue | Alert on the pool | Pool | Ilkka Rautio | P1 | 28 March 2026 | 3 "
                "days late | Age 58 days\n"));
  EXPECT_THAT(text(internal, "actions/closed/"), HasSubstr("Done | Close connections | Pool | "));
  EXPECT_THAT(text(internal, "actions/owners/"),
              HasSubstr("Ilkka Rautio | 1 | 1 | 50 % | 1 of 2 | 50 % | 1 of 2\n"));
  EXPECT_THAT(text(internal, "actions/owners/ilkka-rautio/"), HasSubstr("Close connections"));
  EXPECT_THAT(render_site(internal).at("actions/owners/ilkka-rautio/due.ics"),
              HasSubstr("SUMMARY:Alert on the pool\r\n"));
  for (const auto& [path, bytes] : render_site(make_view(Audience::public_, parts))) {
    EXPECT_FALSE(path.starts_with("actions/")) << path;
  }
}

TEST(ActionPages, AreNotThereWithoutActions) {
  for (const auto& [path, bytes] : render_site(make_view(Audience::internal, empty_parts()))) {
    EXPECT_FALSE(path.starts_with("actions/")) << path;
    EXPECT_THAT(bytes, Not(HasSubstr("actions/\""))) << path;
  }
}

TEST(RepeatPage, SaysWhatHadBeenDoneBefore) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("Pool again", "2026-03-20"), incident_at("Pool", "2026-02-01")};
  parts.incidents[0].repeats = {1};
  parts.incidents[1].repeated_by = {0};
  ViewActionItem item;
  item.text = outline_of("Alert on the pool").intro.at(0).children;
  item.owners = {"Ilkka Rautio"};
  item.due = parse_timestamp("2026-03-28");
  parts.incidents[1].actions = {item};
  EXPECT_EQ(text(make_view(Audience::internal, parts), "repeats/"),
            "Incidents that happened again\n"
            "Each with what was to be done after the times before, and whether it was.\n"
            "Pool again\n"
            "2 times\n"
            "1 February 2026 | · Pool\n"
            "0 of 1 action items done\n"
            "Overdue\n"
            "Alert on the pool\n"
            "Ilkka Rautio Due | 28 March 2026 | 3 days late\n"
            "20 March 2026 | · Pool again\n"
            "No action items.\n");
  parts.incidents[0].repeats.clear();
  EXPECT_EQ(text(make_view(Audience::internal, parts), "repeats/"),
            "Incidents that happened again\n"
            "Each with what was to be done after the times before, and whether it was.\n"
            "No post-mortem says that it repeats another.\n");
}

// With very many services, the status page shows those that had something.
TEST(HomePage, OfVeryManyServicesShowsThoseWithIncidents) {
  ViewParts parts = empty_parts();
  for (int i = 10; i < 40; ++i) {
    const std::string name = "Service " + std::to_string(i);
    parts.services.push_back({"s" + std::to_string(i), name, "", "", "", {}});
  }
  parts.incidents = {incident_at("A", "2026-03-20")};
  parts.incidents[0].services = {7};
  EXPECT_THAT(text(make_view(Audience::public_, std::move(parts)), ""),
              HasSubstr("Services, day by day\n"
                        "Service 17 | 1 day with incidents in the last 90 days\n"
                        "20 March 2026: A\n"
                        "1 January 2026 | Today\n"
                        "None in these days in the other services\n"));
}

TEST(HomePage, SaysSoWhenThereIsNothing) {
  EXPECT_EQ(text(make_view(Audience::public_, empty_parts()), ""), R"(Harborline status
No ongoing incidents
History
March 2026
No incidents in this month.
February 2026
No incidents in this month.
January 2026
No incidents in this month.
Follow
Feed. Whoever follows a feed hears of every incident. Each service and each cause has feeds of its own on its page.
JSON Feed, Status API
)");
  EXPECT_THAT(text(make_view(Audience::internal, empty_parts()), ""),
              EndsWith("Latest incidents\n"
                       "No incidents. The first one is written with debrief new\n"));
}

TEST(IncidentPage, LeadsWithWhatAReaderNeedsFirst) {
  EXPECT_THAT(text(internal_sample(), "incidents/fare-quotes-leak-connections/"),
              StartsWith(R"(Incidents
Fare quotes leak connections
SEV1 · Critical | Resolved | Public | PM-2026-001
In short
A new code path kept a database connection for every quote.
When | 16 January 2026, 09:03 UTC
Duration | 1 h 2 min
Services
Bookings
Partner API
Causes
Capacity: Connection pool exhausted
Testing gaps
Impact | No new bookings for 46 minutes | Customers: 8,400 | Requests: 31,200 | No data was lost.
Noticed by | An alert
Trigger | Release 2026.03
From start to end
Phase | Time | After start
Started | 16 January 2026, 09:03 UTC
Detected | 09:07 UTC | 4 min
Mitigated | 09:49 UTC | 46 min
Resolved | 10:05 UTC | 1 h 2 min
In the text below, shaded parts are not public. What the public reads · Publication desk
)"));
}

TEST(IncidentPage, DrawsItsCourse) {
  EXPECT_THAT(text(internal_sample(), "incidents/fare-quotes-leak-connections/"),
              HasSubstr(R"(Started – Detected 4 min
Detected – Mitigated 42 min
Mitigated – Resolved 16 min
Times in UTC
On this page
Summary
)"));
}

TEST(IncidentPage, EndsWithWhatBelongsToIt) {
  const std::string all = text(internal_sample(), "incidents/fare-quotes-leak-connections/");
  EXPECT_EQ(all.substr(all.find("Repeats\n")), R"(Repeats
Disk full | 20 November 2025
Related incidents
Disk full | 20 November 2025
Links
Dashboard
Notes
Tags
C
C++
database
Written by | Ilkka Rautio, Mirela Vuković
Last changed | 15 March 2026
Edit this page
)");
  EXPECT_THAT(text(internal_sample(), "incidents/disk-full/"),
              HasSubstr("Happened again\nFare quotes leak connections | "));
}

TEST(IncidentPage, NamesNoCategoryBesideItsSubCause) {
  const std::string disk = text(internal_sample(), "incidents/disk-full/");
  EXPECT_THAT(disk,
              HasSubstr("Causes\nCapacity: Connection pool exhausted\nNothing on this page is "
                        "public. Publication desk\nRoot cause\n"));
}

TEST(IncidentPage, IsReadableWithATitleAlone) {
  EXPECT_EQ(text(internal_sample(), "incidents/undated/"),
            "Incidents\nSomebody remembers\nNothing on this page is public. Publication desk\n");
}

TEST(IncidentPage, SaysSinceWhenAnIncidentIsOngoing) {
  ViewIncident incident = incident_at("A", "2025-07-01T00:30:00+02:00");
  incident.state = ViewIncident::State::open;
  EXPECT_EQ(text(view_of(incident), "incidents/a/"),
            "Incidents\n"
            "A\n"
            "Ongoing\n"
            "Ongoing since | 1 July 2025, 00:30 CEST | (30 June 2025, 22:30 UTC)\n");
}

TEST(IncidentPage, DoesNotTakeAnIncidentForOngoingThatSaysNothing) {
  EXPECT_EQ(text(view_of(incident_at("A", "2025-07-01")), "incidents/a/"),
            "Incidents\nA\nWhen | 1 July 2025\n");
}

TEST(IncidentPage, GivesNoDurationWhereTheTimesAreInDoubt) {
  EXPECT_EQ(text(internal_sample(), "incidents/clock-runs-backwards/"), R"(Incidents
Clock runs backwards
Resolved | Draft
When | 2 January 2026, 08:00 UTC
Causes
Capacity
From start to end
Phase | Time | After start
Started | 2 January 2026, 08:00 UTC
Resolved | 07:00 UTC
What is recorded of the times contradicts itself, so no duration is given.
Nothing on this page is public. Publication desk
)");
}

TEST(IncidentPage, ShowsContentAsTextWhateverItSays) {
  const std::string html = page(public_sample(), "incidents/script-alert-1-script-quotes-שלום/");
  EXPECT_THAT(html, HasSubstr("<title>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "
                              "&quot;quotes&quot; 💥 שלום · Harborline status</title>"));
  EXPECT_THAT(html, HasSubstr("content=\"&lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;\""));
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
}

TEST(IncidentPage, FollowsOnlyAddressesOfTheWeb) {
  const std::string html = page(internal_sample(), "incidents/fare-quotes-leak-connections/");
  EXPECT_THAT(html, HasSubstr("href=\"https://grafana.example/d/1\""));
  EXPECT_THAT(html, Not(HasSubstr("file:")));
  EXPECT_THAT(html, HasSubstr("<p>a hidden one</p>"));
}

TEST(IncidentPage, ReservesThePlaceOfAnImage) {
  EXPECT_THAT(page(public_sample(), "incidents/fare-quotes-leak-connections/"),
              HasSubstr("<img src=\"../../images/0123456789abcdef.png\" alt=\"Connections in use\" "
                        "width=\"640\" height=\"320\""));
}

TEST(IncidentPage, IsSmall) {
  const std::string html = page(internal_sample(), "incidents/fare-quotes-leak-connections/");
  EXPECT_LT(html.size(), 14'000u);
}

// What search engines and chats show of a page. Those that could read the internal site are none.
TEST(IncidentPage, TellsMachinesWhatItIs) {
  const auto told = [](const std::string& html) {
    std::string out;
    for (const HtmlTag& tag : tags_of(html)) {
      for (const std::string_view key : {"property", "itemprop"}) {
        const std::string name = attribute(tag, key);
        if (name == "(none)") continue;
        out += name;
        for (const std::string_view value : {"content", "href"}) {
          if (attribute(tag, value) != "(none)") out += " = " + attribute(tag, value);
        }
        out += "\n";
      }
    }
    return out;
  };
  const std::string path = "incidents/fare-quotes-leak-connections/";
  EXPECT_EQ(told(page(internal_sample(), path)), "");
  const std::string html = page(public_sample(), path);
  EXPECT_THAT(html, HasSubstr("<article itemscope itemtype=\"https://schema.org/TechArticle\">"));
  EXPECT_EQ(told(html),
            R"(og:url = https://status.harborline.example/incidents/fare-quotes-leak-connections/
og:title = Fare quotes leak connections
og:type = article
og:site_name = Harborline status
og:description = A new code path kept a database connection for every quote.
article:modified_time = 2026-01-16T10:05:00Z
headline = Fare quotes leak connections
url = https://status.harborline.example/incidents/fare-quotes-leak-connections/
dateModified = 2026-01-16T10:05:00Z
temporalCoverage = 2026-01-16T09:03:00Z/2026-01-16T10:05:00Z
itemListElement
item = ../../incidents/
name
position = 1
)");
}

TEST(ListPages, LeadFromOneToTheNext) {
  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(250);
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_THAT(text(view, "incidents/"),
              StartsWith("Incidents\n1–100 of 250 incidents\nIncident 250 | 31 December 2025\n"));
  const std::string second = page(view, "incidents/page/2/");
  EXPECT_THAT(second, HasSubstr("<title>Incidents, page 2 · Harborline status</title>"));
  EXPECT_THAT(second, HasSubstr("<a rel=\"prev\" href=\"../../../incidents/\">"));
  EXPECT_THAT(second, HasSubstr("<a rel=\"next\" href=\"../../../incidents/page/3/\">"));
  EXPECT_THAT(main_text(second), HasSubstr("101–200 of 250 incidents\n"));
  EXPECT_THAT(text(view, "incidents/page/3/"), HasSubstr("Page 3 of 3"));
  EXPECT_THAT(page(view, "incidents/page/3/"), Not(HasSubstr("rel=\"next\"")));
}

// One page cannot sort what is on ten. The search knows all of a list.
TEST(ListPages, OfSeveralPagesAreSortedByTheSearch) {
  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(250);
  for (ViewIncident& incident : parts.incidents) incident.tags = {"disk full"};
  const View view = make_view(Audience::public_, std::move(parts));
  const auto fields = [&](const std::string& path) {
    std::string out;
    for (const HtmlTag& input : find_tags(page(view, path), "input")) {
      if (attribute(input, "type") != "hidden") continue;
      out += attribute(input, "name") + "=" + attribute(input, "value") + "\n";
    }
    return out;
  };
  EXPECT_EQ(fields("incidents/"), "q=kind:incident\n");
  EXPECT_EQ(fields("tags/disk-full/page/2/"), "q=tag:\"disk full\"\n");
  EXPECT_EQ(fields("archive/2025/q4/"), "");  // fits on one page
  EXPECT_THAT(page(view, "archive/2025/q4/"), HasSubstr("<select name=\"severity\">"));
}

TEST(ServicePage, TellsWhoseItIsAndWhatGoesWrong) {
  EXPECT_EQ(text(internal_sample(), "services/bookings/"), R"(Services
Bookings
Quotes fares and holds places.
Team | bookings
Tier | 1 | 16 January 2026: Fare quotes leak connections 3 February 2026 – 31 March 2026: Tickets arrive late
1 January 2026 | 58 days with incidents in the last 90 days | Today
Availability: 84.86 % since 1 April 2025
Incidents
2 incidents
Tickets arrive late | Bookings | SEV2 | Ongoing | 3 February 2026
Fare quotes leak connections | Bookings, Partner API | SEV1 | 16 January 2026 | 1 h 2 min
Parts
Service | Incidents
Partner API | 1
Feed
)");
  EXPECT_EQ(
      text(internal_sample(), "services/sign-in/"),
      "Services\nSign-in\n1 January 2026 | No incidents in the last 90 days | Today\n"
      "Availability: 100 % since 1 April 2025\nIncidents\n0 incidents\nNo incidents.\nFeed\n");
}

TEST(ServicePage, OfTheInternalListHasTeamsAndOfThePublicNone) {
  EXPECT_EQ(text(internal_sample(), "services/"), R"(Services
Services
Service | Team | Tier | Incidents | Latest
Bookings | Ongoing incident | Quotes fares and holds places. | bookings | 1 | 2 | 3 February 2026
Partner API | Part of Bookings | 1 | 16 January 2026
Sign-in | 0
Availability by month
)");
  EXPECT_THAT(text(public_sample(), "services/"), HasSubstr("Service | Incidents | Latest\n"));
}

TEST(CausePage, OfACategoryHasItsSubCausesAndAllTheirIncidents) {
  EXPECT_EQ(text(public_sample(), "causes/capacity/"), R"(Causes
Capacity
Something finite ran out.
Incidents
3 incidents
Fare quotes leak connections | Bookings, Partner API | SEV1 | 16 January 2026 | 1 h 2 min
Clock runs backwards | 2 January 2026
Disk full | 20 November 2025
Sub-causes
Cause | Incidents
Connection pool exhausted | 2
By quarter Q2 2023 Q3 Q4 Q1 2024 Q2 Q3 Q4 Q1 2025 Q2 Q3 1 Q4 2 Q1 2026 As a table
Quarter | Incidents
Q2 2023 | 0
Q3 2023 | 0
Q4 2023 | 0
Q1 2024 | 0
Q2 2024 | 0
Q3 2024 | 0
Q4 2024 | 0
Q1 2025 | 0
Q2 2025 | 0
Q3 2025 | 0
Q4 2025 | 1
Q1 2026 | 2
By service
Service | Incidents
Bookings | 1
Partner API | 1
Feed
)");
  EXPECT_THAT(text(public_sample(), "causes/capacity/connection-pool/"),
              StartsWith("Causes\nCapacity\nConnection pool exhausted\nIncidents\n2 incidents\n"));
  EXPECT_EQ(text(public_sample(), "causes/"), R"(Causes
Capacity
3 incidents
Something finite ran out.
Connection pool exhausted | 2
Testing gaps
1 incident
)");
}

TEST(ArchivePages, LeadFromYearsToQuarters) {
  EXPECT_EQ(text(public_sample(), "archive/"), R"(Archive
6 incidents
Archive
Year | Q1 | Q2 | Q3 | Q4 | Total
2026 | 3 | 3
2025 | 1 | 1 | 2
Without a date: 1 incident
)");
  EXPECT_EQ(text(internal_sample(), "archive/2025/"), R"(Archive
2025
2 incidents
Q4 2025 | 1 incident
Disk full | 20 November 2025
Q2 2025 | 1 incident
<script>alert('1')</script> & "quotes" 💥 שלום | 30 April 2025
2026 →
)");
  EXPECT_EQ(text(public_sample(), "archive/2025/q4/"), R"(Archive
2025
Q4 2025
1 incident
Disk full | 20 November 2025
← Q2 2025 Q1 2026 →
)");
}

// Customers ask what happened in a month, and want to read that nothing did.
TEST(ArchivePages, OfThePublicTellTheirHistoryByMonths) {
  EXPECT_EQ(text(public_sample(), "archive/2026/"), R"(Archive
2026
3 incidents
March 2026
No incidents in this month.
February 2026
Tickets arrive late | Bookings | SEV2 | Ongoing | 3 February 2026
January 2026
Fare quotes leak connections | Bookings, Partner API | SEV1 | 16 January 2026 | 1 h 2 min
Clock runs backwards | 2 January 2026
← 2025
)");
}

// Built for a day before its last incident, a year still has that; and what is in no month is not
// lost.
TEST(ArchivePages, LoseNothingThatIsAheadOrOnlyHasAYear) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("Ahead", "2026-05-02"), incident_at("Some time", "2026")};
  EXPECT_EQ(text(make_view(Audience::public_, std::move(parts)), "archive/2026/"), R"(Archive
2026
2 incidents
May 2026
Ahead | 2 May 2026
April 2026
No incidents in this month.
March 2026
No incidents in this month.
February 2026
No incidents in this month.
January 2026
No incidents in this month.
2026, month not known | 1 incident
Some time | 2026
)");
}

// A knowledge base of years has more tags than a page should.
TEST(SeverityAndTagPages, OfVeryManyTagsAreSeveral) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-01")};
  for (int i = 100; i < 220; ++i) parts.incidents[0].tags.push_back("tag-" + std::to_string(i));
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_THAT(text(view, "tags/"), EndsWith("tag-199 | 1\nPage 1 of 2 | Next →\n"));
  EXPECT_THAT(text(view, "tags/page/2/"), HasSubstr("\ntag-200 | 1\n"));
  EXPECT_THAT(text(view, "tags/page/2/"), EndsWith("tag-219 | 1\n← Previous | Page 2 of 2\n"));
}

TEST(SeverityAndTagPages, CountAndList) {
  EXPECT_EQ(text(public_sample(), "tags/"), R"(Tags
Tags
Tag | Incidents
<b> | 1
C | 1
C++ | 1
database | 2
שלום | 1
)");
  EXPECT_EQ(text(public_sample(), "severities/sev3/"),
            "Severities\nSEV3\n0 incidents\nNo incidents.\n");
  EXPECT_THAT(text(public_sample(), "severities/sev1/"),
              StartsWith("Severities\nSEV1: Critical\n"));
}

TEST(GuidePages, AreListedAndRead) {
  EXPECT_EQ(text(internal_sample(), "guides/"),
            "Guides\nSeverity scale | What each level means.\n");
  EXPECT_EQ(text(internal_sample(), "guides/severity-scale/"), R"(Guides
Severity scale
What each level means.
Critical
#
Nobody can book.
Edit this page
)");
}

TEST(NotFoundPage, LeadsOn) {
  const RenderedSite site = render_site(internal_sample());
  EXPECT_THAT(site.at("404.html"), HasSubstr("href=\"/kb/incidents/\""));
  EXPECT_THAT(site.at("404.html"), Not(HasSubstr("canonical")));
}

TEST(EveryPage, SaysWhatItIsAndWhereItBelongs) {
  for (const auto& [path, html] : render_site(public_sample())) {
    if (!path.ends_with(".html")) continue;
    for (const char* part :
         {"<!doctype html>\n<html lang=\"en\">", "<meta name=\"viewport\"", "<title>", "<h1",
          "name=\"color-scheme\"", "type=\"application/atom+xml\"", "class=\"skip\""}) {
      EXPECT_THAT(html, HasSubstr(part)) << path;
    }
    EXPECT_THAT(html, Not(HasSubstr("noindex"))) << path;
    if (path == "404.html") continue;
    EXPECT_THAT(html, HasSubstr("<meta name=\"description\"")) << path;
    EXPECT_THAT(html,
                HasSubstr("<link rel=\"canonical\" href=\"https://status.harborline.example/"))
        << path;
  }
}

TEST(EveryPage, MarksTheSectionItIsIn) {
  EXPECT_THAT(page(public_sample(), "incidents/"),
              HasSubstr("<a href=\"../incidents/\" aria-current=\"page\">"));
  EXPECT_THAT(page(public_sample(), "incidents/disk-full/"),
              HasSubstr("<a href=\"../../incidents/\" aria-current=\"true\">"));
}

TEST(EveryPage, OfThePublicSiteShowsNothingThatOnlyTheInternalHas) {
  for (const auto& [path, html] : render_site(public_sample())) {
    if (path.starts_with("assets/")) continue;  // The same files for both sites.
    for (const char* part : {"Ilkka", "PM-2026-001", "Internal", "Draft", "Edit this page"}) {
      EXPECT_THAT(html, Not(HasSubstr(part))) << path;
    }
  }
}

}  // namespace
}  // namespace debrief
