#include "generator/site/status_api.h"
#include "generator/site/status_api_level.h"
#include "generator/site/status_api_updates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

using Files = std::map<std::string, std::string>;

Files api_of(ViewParts parts) {
  const View view = make_view(Audience::public_, std::move(parts));
  Files files;
  for (SiteFile& file : status_api_files(make_site(view, kSampleToday, {}))) {
    files[file.path] = std::move(file.bytes);
  }
  return files;
}

ViewParts scale_of_three() {
  ViewParts parts = empty_parts();
  parts.severities = {
      {"sev1", "SEV1", "Critical"}, {"sev2", "SEV2", "Major"}, {"sev3", "SEV3", ""}};
  return parts;
}

ViewIncident open_incident(std::string_view started = "2026-02-03T22:30:00Z") {
  ViewIncident incident = incident_at("Tickets arrive late", started);
  incident.state = IncidentState::open;
  return incident;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// "investigating 2026-02-03T22:30:00Z: text", a line for each.
std::string course_of(const ViewIncident& incident) {
  std::string lines;
  for (const StatusUpdate& update : status_updates(incident)) {
    lines +=
        std::string(update.status) + " " + format_rfc3339(update.time) + ": " + update.body + "\n";
  }
  return lines;
}

// The timeline of what goes on is how its readers are kept informed.
TEST(StatusApiUpdates, OfAnOpenIncidentAreTheEntriesOfItsTimeline) {
  ViewIncident incident = open_incident();
  incident.acknowledged = parse_timestamp("2026-02-03T22:40:00Z").value();
  const auto entry = [&](std::string_view time, std::string_view text, std::optional<Phase> phase) {
    ViewTimelineEntry& made = incident.timeline.emplace_back();
    if (!time.empty()) made.time = parse_timestamp(time).value();
    made.text = outline_of(text).intro.front().children;
    made.phase = phase;
  };
  entry("2026-02-03T22:35:00Z", "An alert", Phase::detected);
  entry("", "Nobody knows when", std::nullopt);
  entry("2026-02-03T23:10:00Z", "A replica is *slow*", std::nullopt);
  entry("2026-02-03T23:20:00Z", "Moved to the other one", Phase::mitigated);
  entry("2026-02-03T23:20:00Z", "We watch it", std::nullopt);
  EXPECT_EQ(course_of(incident),
            "investigating 2026-02-03T22:30:00Z: Tickets arrive late\n"
            "investigating 2026-02-03T22:35:00Z: An alert\n"
            "identified 2026-02-03T22:40:00Z: Tickets arrive late\n"
            "identified 2026-02-03T23:10:00Z: A replica is slow\n"
            "monitoring 2026-02-03T23:20:00Z: Moved to the other one\n"
            "monitoring 2026-02-03T23:20:00Z: We watch it\n");
  std::set<std::string> keys;
  for (const StatusUpdate& update : status_updates(incident)) {
    EXPECT_TRUE(keys.insert(update.key).second) << update.key;
  }
}

TEST(StatusApi, IsThereWithNothingToTell) {
  const Files files = api_of(empty_parts());
  std::string paths;
  for (const auto& [path, bytes] : files) paths += path + "\n";
  EXPECT_EQ(paths,
            "api/v2/components.json\n"
            "api/v2/incidents.json\n"
            "api/v2/incidents/unresolved.json\n"
            "api/v2/scheduled-maintenances.json\n"
            "api/v2/scheduled-maintenances/active.json\n"
            "api/v2/scheduled-maintenances/upcoming.json\n"
            "api/v2/status.json\n"
            "api/v2/summary.json\n");
  // No time is known, and the format wants one: midnight of the day of the build.
  EXPECT_EQ(files.at("api/v2/summary.json"), R"({
 "page": {
  "id": "90bb6dbfa4d8",
  "name": "Harborline status",
  "url": "https://status.harborline.example",
  "time_zone": "UTC",
  "updated_at": "2026-03-31T00:00:00.000Z"
 },
 "components": [],
 "incidents": [],
 "scheduled_maintenances": [],
 "status": {
  "indicator": "none",
  "description": "All Systems Operational"
 }
}
)");
}

TEST(StatusApi, TellsOfAnOpenIncident) {
  ViewParts parts = scale_of_three();
  parts.services = {{"bookings", "Bookings", "Quotes fares.", "", "", {}},
                    {"sign-in", "Sign-in", "", "", "", {}}};
  ViewIncident incident = open_incident();
  incident.summary = "Tickets take an hour – or two.";
  incident.severity = 1;
  incident.services = {0};
  parts.incidents = {incident};
  EXPECT_EQ(api_of(std::move(parts)).at("api/v2/summary.json"), R"({
 "page": {
  "id": "90bb6dbfa4d8",
  "name": "Harborline status",
  "url": "https://status.harborline.example",
  "time_zone": "UTC",
  "updated_at": "2026-02-03T22:30:00.000Z"
 },
 "components": [
  {
   "id": "a2b8f4e227ce",
   "name": "Bookings",
   "status": "partial_outage",
   "created_at": "2026-02-03T22:30:00.000Z",
   "updated_at": "2026-02-03T22:30:00.000Z",
   "position": 1,
   "description": "Quotes fares.",
   "showcase": false,
   "start_date": null,
   "group_id": null,
   "page_id": "90bb6dbfa4d8",
   "group": false,
   "only_show_if_degraded": false
  },
  {
   "id": "00ca88ce91a6",
   "name": "Sign-in",
   "status": "operational",
   "created_at": "2026-02-03T22:30:00.000Z",
   "updated_at": "2026-02-03T22:30:00.000Z",
   "position": 2,
   "description": null,
   "showcase": false,
   "start_date": null,
   "group_id": null,
   "page_id": "90bb6dbfa4d8",
   "group": false,
   "only_show_if_degraded": false
  }
 ],
 "incidents": [
  {
   "id": "f15e101ea24b",
   "name": "Tickets arrive late",
   "status": "investigating",
   "created_at": "2026-02-03T22:30:00.000Z",
   "updated_at": "2026-02-03T22:30:00.000Z",
   "monitoring_at": null,
   "resolved_at": null,
   "impact": "major",
   "shortlink": "https://status.harborline.example/incidents/tickets-arrive-late/",
   "started_at": "2026-02-03T22:30:00.000Z",
   "page_id": "90bb6dbfa4d8",
   "incident_updates": [
    {
     "id": "1e73c6765e01",
     "status": "investigating",
     "body": "Tickets take an hour – or two.",
     "incident_id": "f15e101ea24b",
     "created_at": "2026-02-03T22:30:00.000Z",
     "updated_at": "2026-02-03T22:30:00.000Z",
     "display_at": "2026-02-03T22:30:00.000Z",
     "affected_components": [
      {
       "code": "a2b8f4e227ce",
       "name": "Bookings",
       "old_status": "operational",
       "new_status": "partial_outage"
      }
     ],
     "deliver_notifications": false,
     "custom_tweet": null,
     "tweet_id": null
    }
   ],
   "components": [
    {
     "id": "a2b8f4e227ce",
     "name": "Bookings",
     "status": "partial_outage",
     "created_at": "2026-02-03T22:30:00.000Z",
     "updated_at": "2026-02-03T22:30:00.000Z",
     "position": 1,
     "description": "Quotes fares.",
     "showcase": false,
     "start_date": null,
     "group_id": null,
     "page_id": "90bb6dbfa4d8",
     "group": false,
     "only_show_if_degraded": false
    }
   ]
  }
 ],
 "scheduled_maintenances": [],
 "status": {
  "indicator": "major",
  "description": "Partial System Outage"
 }
}
)");
}

TEST(StatusApi, TellsTheCourseOfAResolvedOne) {
  ViewParts parts = scale_of_three();
  parts.services = {{"bookings", "Bookings", "", "", "", {}}};
  ViewIncident incident = incident_at("Pool exhausted", "2026-01-16T10:03:00+01:00");
  incident.state = IncidentState::resolved;
  incident.resolved = parse_timestamp("2026-01-16T11:05:00+01:00");
  incident.summary = "No new bookings.";
  incident.severity = 0;
  incident.services = {0};
  parts.incidents = {incident};
  const Files files = api_of(std::move(parts));
  EXPECT_EQ(files.at("api/v2/incidents.json"), R"({
 "page": {
  "id": "90bb6dbfa4d8",
  "name": "Harborline status",
  "url": "https://status.harborline.example",
  "time_zone": "UTC",
  "updated_at": "2026-01-16T10:05:00.000Z"
 },
 "incidents": [
  {
   "id": "37da3501ccd9",
   "name": "Pool exhausted",
   "status": "resolved",
   "created_at": "2026-01-16T09:03:00.000Z",
   "updated_at": "2026-01-16T10:05:00.000Z",
   "monitoring_at": null,
   "resolved_at": "2026-01-16T10:05:00.000Z",
   "impact": "critical",
   "shortlink": "https://status.harborline.example/incidents/pool-exhausted/",
   "started_at": "2026-01-16T09:03:00.000Z",
   "page_id": "90bb6dbfa4d8",
   "incident_updates": [
    {
     "id": "c3652318bb5e",
     "status": "resolved",
     "body": "No new bookings.",
     "incident_id": "37da3501ccd9",
     "created_at": "2026-01-16T10:05:00.000Z",
     "updated_at": "2026-01-16T10:05:00.000Z",
     "display_at": "2026-01-16T10:05:00.000Z",
     "affected_components": [
      {
       "code": "a2b8f4e227ce",
       "name": "Bookings",
       "old_status": "major_outage",
       "new_status": "operational"
      }
     ],
     "deliver_notifications": false,
     "custom_tweet": null,
     "tweet_id": null
    },
    {
     "id": "1c7b162cc4f5",
     "status": "investigating",
     "body": "No new bookings.",
     "incident_id": "37da3501ccd9",
     "created_at": "2026-01-16T09:03:00.000Z",
     "updated_at": "2026-01-16T09:03:00.000Z",
     "display_at": "2026-01-16T09:03:00.000Z",
     "affected_components": [
      {
       "code": "a2b8f4e227ce",
       "name": "Bookings",
       "old_status": "operational",
       "new_status": "major_outage"
      }
     ],
     "deliver_notifications": false,
     "custom_tweet": null,
     "tweet_id": null
    }
   ],
   "components": [
    {
     "id": "a2b8f4e227ce",
     "name": "Bookings",
     "status": "operational",
     "created_at": "2026-01-16T09:03:00.000Z",
     "updated_at": "2026-01-16T10:05:00.000Z",
     "position": 1,
     "description": null,
     "showcase": false,
     "start_date": null,
     "group_id": null,
     "page_id": "90bb6dbfa4d8",
     "group": false,
     "only_show_if_degraded": false
    }
   ]
  }
 ]
}
)");
  EXPECT_THAT(files.at("api/v2/incidents/unresolved.json"), HasSubstr("\n \"incidents\": []\n}\n"));
  EXPECT_THAT(files.at("api/v2/status.json"), HasSubstr("\"indicator\": \"none\""));
}

TEST(StatusApi, IsOfThePublicSiteAlone) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  EXPECT_TRUE(status_api_files(make_site(view, kSampleToday, {})).empty());
}

TEST(StatusApi, HasTheNewestFiftyThatHaveADate) {
  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(60);
  parts.incidents[1].started.reset();
  const std::string incidents = api_of(std::move(parts)).at("api/v2/incidents.json");
  EXPECT_EQ(count(incidents, "\"shortlink\""), 50u);
  EXPECT_THAT(incidents, HasSubstr("\"Incident 60\""));
  EXPECT_THAT(incidents, Not(HasSubstr("\"Incident 59\"")));
  EXPECT_THAT(incidents, HasSubstr("\"Incident 10\""));
  EXPECT_THAT(incidents, Not(HasSubstr("\"Incident 9\"")));
}

// What makes a component red must be somewhere.
TEST(StatusApi, HasEveryOpenIncidentHoweverOldOrUndated) {
  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(60);
  parts.incidents[59].state = IncidentState::open;
  ViewIncident undated = open_incident();
  undated.started.reset();
  parts.incidents.push_back(undated);
  const std::string open = api_of(std::move(parts)).at("api/v2/incidents/unresolved.json");
  EXPECT_EQ(count(open, "\"shortlink\""), 2u);
  EXPECT_THAT(open, HasSubstr("\"Incident 1\""));
  EXPECT_THAT(open, HasSubstr("\"created_at\": \"2026-03-31T00:00:00.000Z\""));
}

TEST(StatusApi, OfADayTellsItsMidnightWhereItMustAndElseNothing) {
  ViewParts parts = empty_parts();
  ViewIncident incident = incident_at("Disk full", "2025-11-20");
  incident.state = IncidentState::resolved;
  incident.resolved = parse_timestamp("2025-11-21");
  parts.incidents = {incident};
  const std::string incidents = api_of(std::move(parts)).at("api/v2/incidents.json");
  EXPECT_THAT(incidents, HasSubstr("\"created_at\": \"2025-11-20T00:00:00.000Z\""));
  EXPECT_THAT(incidents, HasSubstr("\"updated_at\": \"2025-11-21T00:00:00.000Z\""));
  EXPECT_THAT(incidents, HasSubstr("\"resolved_at\": null"));
  EXPECT_THAT(incidents, HasSubstr("\"incident_updates\": []"));
}

// An id that were a number of anything would move when an incident is published, and count them.
TEST(StatusApi, KeepsItsIdsWhateverElseIsPublished) {
  const auto ids_of = [](const std::string& incidents) {
    std::vector<std::string> ids;
    for (std::size_t at = incidents.find("\"Old\""); at != std::string::npos;
         at = incidents.find("_id\": \"", at + 1)) {
      ids.push_back(incidents.substr(at, 24));
    }
    return ids;
  };
  ViewParts parts = empty_parts();
  parts.services = {{"b", "B", "", "", "", {}}};
  ViewIncident old = incident_at("Old", "2025-01-01T10:00:00Z");
  old.services = {0};
  parts.incidents = {old};
  const auto before = ids_of(api_of(parts).at("api/v2/incidents.json"));
  ASSERT_GT(before.size(), 2u);

  parts.services.insert(parts.services.begin(), {"a", "A", "", "", "", {}});
  parts.incidents[0].services = {1};
  parts.incidents.insert(parts.incidents.begin(), incident_at("New", "2026-01-01T10:00:00Z"));
  EXPECT_EQ(ids_of(api_of(parts).at("api/v2/incidents.json")), before);
}

// Escapes would part words: the audit took what was left of one for a word of internal text.
TEST(StatusApi, WritesCharactersAsTheyAre) {
  for (const auto& [path, bytes] : api_of(sample_parts(Audience::public_))) {
    EXPECT_THAT(bytes, Not(HasSubstr("\\u"))) << path;
  }
}

TEST(StatusApi, SpeaksTheLanguageOfTheSiteWherePeopleRead) {
  ViewParts parts = empty_parts();
  parts.site.language = "de";
  const std::string status = api_of(std::move(parts)).at("api/v2/status.json");
  EXPECT_THAT(status, HasSubstr("\"description\": \"Alle Systeme in Betrieb\""));
  EXPECT_THAT(status, HasSubstr("\"indicator\": \"none\""));
}

// The table of status_api_level.h.
TEST(StatusLevel, IsThatOfTheSeverityInTheScale) {
  const auto level_of = [](std::optional<std::size_t> severity) {
    ViewParts parts = scale_of_three();
    parts.severities.push_back({"sev4", "SEV4", ""});
    ViewIncident incident = open_incident();
    incident.severity = severity;
    parts.incidents = {incident};
    const View view = make_view(Audience::public_, std::move(parts));
    const Site site = make_site(view, kSampleToday, {});
    const StatusLevel level = worst_open(view, site.index.all);
    return std::string(component_status(level)) + ", " + std::string(status_impact(level)) + ", " +
           status_description(site.texts, level);
  };
  EXPECT_EQ(level_of(0), "major_outage, critical, Major Service Outage");
  EXPECT_EQ(level_of(1), "partial_outage, major, Partial System Outage");
  EXPECT_EQ(level_of(2), "degraded_performance, minor, Partially Degraded Service");
  EXPECT_EQ(level_of(3), "degraded_performance, minor, Partially Degraded Service");
  EXPECT_EQ(level_of({}), "degraded_performance, minor, Partially Degraded Service");
}

TEST(StatusLevel, IsTheWorstOfTheOpenOnes) {
  ViewParts parts = scale_of_three();
  ViewIncident over = incident_at("Over", "2026-01-01T10:00:00Z");
  over.state = IncidentState::resolved;
  over.severity = 0;
  ViewIncident unknown = incident_at("Who knows", "2025-01-01");
  unknown.severity = 0;
  ViewIncident minor = open_incident();
  minor.severity = 2;
  ViewIncident major = open_incident();
  major.severity = 1;
  parts.incidents = {minor, major, over, unknown};
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_EQ(worst_open(view, {0, 1, 2, 3}), StatusLevel::major);
  EXPECT_EQ(worst_open(view, {2, 3}), StatusLevel::none);
  EXPECT_EQ(worst_open(view, {}), StatusLevel::none);
}

TEST(StatusUpdates, AreTheStepsWithTheTextsOfTheTimeline) {
  ViewIncident incident = incident_at("Pool exhausted", "2026-01-16T09:03:00Z");
  incident.state = IncidentState::resolved;
  incident.summary = "No new bookings.";
  incident.detected = parse_timestamp("2026-01-16T09:07:00Z");
  incident.acknowledged = parse_timestamp("2026-01-16T09:10:00Z");
  incident.mitigated = parse_timestamp("2026-01-16T09:49:00Z");
  incident.resolved = parse_timestamp("2026-01-16T10:05:00Z");
  const auto entry = [&incident](std::string_view text, std::optional<Phase> phase) {
    ViewTimelineEntry& added = incident.timeline.emplace_back();
    added.text = outline_of(text).intro.front().children;
    added.phase = phase;
  };
  entry("A deployment", {});
  entry("Alert: *errors* of `checkout`", Phase::detected);
  entry("All pods run the old release", Phase::mitigated);
  entry("Said again", Phase::mitigated);
  EXPECT_EQ(course_of(incident),
            "investigating 2026-01-16T09:03:00Z: Alert: errors of checkout\n"
            "identified 2026-01-16T09:10:00Z: No new bookings.\n"
            "monitoring 2026-01-16T09:49:00Z: All pods run the old release\n"
            "resolved 2026-01-16T10:05:00Z: No new bookings.\n");
}

TEST(StatusUpdates, BeginWhenItWasDetectedIfNobodyKnowsWhenItStarted) {
  ViewIncident incident = open_incident("2026-02-03");
  incident.detected = parse_timestamp("2026-02-03T22:30:00Z");
  EXPECT_EQ(course_of(incident), "investigating 2026-02-03T22:30:00Z: Tickets arrive late\n");
  incident.detected.reset();
  EXPECT_EQ(course_of(incident), "");
}

// One that ends before it starts would have lasted less than nothing.
TEST(StatusUpdates, OfDoubtfulTimesTellTheStartAlone) {
  ViewIncident incident = incident_at("Clock runs backwards", "2026-01-02T08:00:00Z");
  incident.resolved = parse_timestamp("2026-01-02T07:00:00Z");
  incident.mitigated = incident.resolved;
  incident.state = IncidentState::resolved;
  incident.times_in_doubt = true;
  EXPECT_EQ(course_of(incident), "investigating 2026-01-02T08:00:00Z: Clock runs backwards\n");
  EXPECT_EQ(step_of(incident, {}), "resolved");
}

TEST(StatusUpdates, AnOpenIncidentIsAsFarAsItsTimesSay) {
  ViewIncident incident = open_incident();
  EXPECT_EQ(step_of(incident, {}), "investigating");
  incident.acknowledged = parse_timestamp("2026-02-04");
  EXPECT_EQ(step_of(incident, {}), "identified");
  incident.mitigated = parse_timestamp("2026-02-04");
  EXPECT_EQ(step_of(incident, {}), "monitoring");
}

// The public may know from the timeline alone that it was mitigated.
TEST(StatusUpdates, AnOpenIncidentIsAsFarAsItsLastMessage) {
  ViewIncident incident = open_incident();
  const StatusUpdate update{"a", "monitoring", Seconds{}, "Restarted"};
  EXPECT_EQ(step_of(incident, {update}), "monitoring");
  incident.mitigated = parse_timestamp("2026-02-04");
  const StatusUpdate earlier{"a", "investigating", Seconds{}, "Slow"};
  EXPECT_EQ(step_of(incident, {earlier}), "monitoring");
}

// Clients show everything as ongoing that is not resolved.
TEST(StatusUpdates, WhatNobodyCallsOpenIsNotOngoing) {
  EXPECT_EQ(step_of(incident_at("Who knows", "2025-01-01"), {}), "resolved");
}

}  // namespace
}  // namespace debrief
