// What is counted by time: quarters, days with incidents, causes that came back.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "generator/insight/incident_days.h"
#include "generator/insight/quarter_counts.h"
#include "generator/insight/recurring_causes.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

Day day(std::string_view text) {
  return parse_day(text).value();
}

View view_of(std::vector<ViewIncident> incidents, const TimeZone& zone = TimeZone::utc()) {
  ViewParts parts = empty_parts();
  parts.site.time_zone = zone;
  parts.severities = {{"sev1", "SEV1", ""}, {"sev2", "SEV2", ""}};
  parts.services = {{"a", "A", "", "", "", {}}, {"b", "B", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}},
                  {"capacity/disk", "Disk", "", 0},
                  {"testing", "Testing", "", {}}};
  parts.incidents = std::move(incidents);
  return make_view(Audience::internal, std::move(parts));
}

std::vector<IncidentIndex> all_of(const View& view) {
  std::vector<IncidentIndex> all(view.incidents().size());
  std::iota(all.begin(), all.end(), IncidentIndex{0});
  return all;
}

std::string quarters(const View& view, std::string_view today, std::size_t most) {
  std::string out;
  for (const auto& [quarter, count] : quarter_counts(view, all_of(view), day(today), most)) {
    out += fmt::format("{}Q{}: {}\n", quarter.year, quarter.number, count);
  }
  return out;
}

TEST(QuarterCounts, EndWithTodayAndHaveTheEmptyOnesToo) {
  const View view =
      view_of({incident_at("A", "2026-01-01T00:30:00+01:00"), incident_at("B", "2025-12-31"),
               incident_at("C", "2025-05"), incident_at("D", "2025"),
               incident_at("E", "2024-01-01"), incident_at("F", "2026-07-01")});
  EXPECT_EQ(quarters(view, "2026-02-10", 4),
            "2025Q2: 1\n"
            "2025Q3: 0\n"
            "2025Q4: 2\n"  // the first one, too: in UTC it was still last year
            "2026Q1: 0\n");
}

TEST(QuarterCounts, OfNoIncidentsAreZeros) {
  EXPECT_EQ(quarters(view_of({}), "2026-02-10", 2), "2025Q4: 0\n2026Q1: 0\n");
}

ViewIncident over(std::string_view title, std::string_view started, std::string_view resolved) {
  ViewIncident incident = incident_at(title, started);
  incident.resolved = parse_timestamp(resolved).value();
  incident.state = IncidentState::resolved;
  return incident;
}

std::string days(const View& view, std::string_view first, std::string_view last) {
  std::string out;
  for (const IncidentDay& found : incident_days(view, all_of(view), day(first), day(last))) {
    out += to_string(found.day);
    if (found.severity) out += " " + view.severities()[*found.severity].label;
    for (const IncidentIndex i : found.incidents) out += " " + view.incidents()[i].title;
    out += "\n";
  }
  return out;
}

TEST(IncidentDays, AreThoseFromStartToEnd) {
  ViewIncident bad = over("Bad", "2026-03-01T23:00Z", "2026-03-03T01:00Z");
  bad.severity = 0;
  ViewIncident mild = over("Mild", "2026-03-02T10:00Z", "2026-03-02T11:00Z");
  mild.severity = 1;
  EXPECT_EQ(days(view_of({mild, bad}), "2026-01-01", "2026-03-31"),
            "2026-03-01 SEV1 Bad\n"
            "2026-03-02 SEV1 Mild Bad\n"
            "2026-03-03 SEV1 Bad\n");
}

TEST(IncidentDays, AreCutAtBothEnds) {
  const View view = view_of({over("Long", "2020-01-01", "2030-01-01")});
  EXPECT_EQ(days(view, "2026-03-30", "2026-03-31"), "2026-03-30 Long\n2026-03-31 Long\n");
  EXPECT_EQ(days(view, "2019-01-01", "2019-12-31"), "");
}

TEST(IncidentDays, AreThoseOfTheReadersTimeZone) {
  const TimeZone berlin = *TimeZone::find("Europe/Berlin");
  EXPECT_EQ(days(view_of({over("Late", "2026-03-01T23:30Z", "2026-03-01T23:45Z")}, berlin),
                 "2026-01-01", "2026-03-31"),
            "2026-03-02 Late\n");
  // A day without a time of day is the author's own.
  EXPECT_EQ(
      days(view_of({over("Day", "2026-03-01", "2026-03-01")}, berlin), "2026-01-01", "2026-03-31"),
      "2026-03-01 Day\n");
}

TEST(IncidentDays, EndBeforeMidnight) {
  EXPECT_EQ(days(view_of({over("Evening", "2026-03-01T20:00Z", "2026-03-02T00:00Z")}), "2026-01-01",
                 "2026-03-31"),
            "2026-03-01 Evening\n");
  EXPECT_EQ(days(view_of({over("Midnight", "2026-03-02T00:00Z", "2026-03-02T00:00Z")}),
                 "2026-01-01", "2026-03-31"),
            "2026-03-02 Midnight\n");
}

TEST(IncidentDays, OfAnOpenOneGoOn) {
  ViewIncident open = incident_at("Open", "2026-03-30T10:00Z");
  open.state = IncidentState::open;
  EXPECT_EQ(days(view_of({open}), "2026-01-01", "2026-03-31"),
            "2026-03-30 Open\n2026-03-31 Open\n");
  EXPECT_EQ(days(view_of({open}), "2026-01-01", "2026-03-29"), "");
}

TEST(IncidentDays, OfAnUnknownEndOrInTheWrongOrderAreTheFirst) {
  EXPECT_EQ(days(view_of({incident_at("No end", "2026-03-01T10:00Z"),
                          over("Backwards", "2026-02-10T10:00Z", "2026-02-01T10:00Z"),
                          incident_at("Some day", "2026-02")}),
                 "2026-01-01", "2026-03-31"),
            "2026-02-10 Backwards\n2026-03-01 No end\n");
}

ViewIncident caused(std::string_view title, std::string_view started,
                    std::vector<std::size_t> causes, std::vector<std::size_t> services) {
  ViewIncident incident = incident_at(title, started);
  incident.causes = std::move(causes);
  incident.services = std::move(services);
  return incident;
}

std::string recurring(const View& view, const std::vector<IncidentIndex>& incidents) {
  std::string out;
  for (const RecurringCause& found : recurring_causes(view, incidents)) {
    out += view.causes()[found.cause].name + ":";
    for (const IncidentIndex i : found.incidents) out += " " + view.incidents()[i].title;
    out += " |";
    for (const std::size_t i : found.services) out += " " + view.services()[i].name;
    out += "\n";
  }
  return out;
}

TEST(RecurringCauses, AreThoseOfMoreThanOneIncident) {
  const View view = view_of({caused("4", "2026-04-01", {2}, {1}),
                             caused("3", "2026-03-01", {0, 1}, {0}),  // "Disk" says it all
                             caused("2", "2026-02-01", {0, 1, 2}, {0, 1}),
                             caused("1", "2026-01-01", {0, 1}, {0})});
  EXPECT_EQ(recurring(view, all_of(view)),
            "Disk: 3 2 1 | A B\n"
            "Testing: 4 2 | A B\n");
  EXPECT_EQ(recurring(view, {0, 1}), "");
}

TEST(RecurringCauses, OfEqualOnesTheLatestComesFirst) {
  const View view =
      view_of({caused("4", "2026-04-01", {2}, {}), caused("3", "2026-03-01", {1}, {}),
               caused("2", "2026-02-01", {1}, {}), caused("1", "2026-01-01", {2}, {})});
  EXPECT_EQ(recurring(view, all_of(view)), "Testing: 4 1 |\nDisk: 3 2 |\n");
}

TEST(LastYear, EndsTodayAndBeginsTheDayAfterThatDayAYearAgo) {
  const View view = view_of({incident_at("Tomorrow", "2026-03-02"), incident_at("A", "2026-03-01"),
                             incident_at("B", "2025-03-02"), incident_at("C", "2025-03-01"),
                             incident_at("D", "2025")});
  std::string titles;
  for (const IncidentIndex i : incidents_of_last_year(view, all_of(view), day("2026-03-01"))) {
    titles += view.incidents()[i].title;
  }
  EXPECT_EQ(titles, "AB");
}

}  // namespace
}  // namespace debrief
