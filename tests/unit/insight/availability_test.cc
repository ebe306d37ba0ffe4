// How much of the time a service was available.
#include "generator/insight/availability.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <numeric>
#include <optional>
#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

constexpr std::size_t kAll = 0;   // counts whole
constexpr std::size_t kPart = 1;  // counts 30 %
constexpr std::size_t kNone = 2;  // does not count

ViewIncident incident(std::string_view title, std::string_view started, std::string_view resolved,
                      std::size_t severity = kAll) {
  ViewIncident made = incident_at(title, started);
  made.severity = severity;
  made.state = IncidentState::open;
  if (!resolved.empty()) {
    made.resolved = parse_timestamp(resolved).value();
    made.state = IncidentState::resolved;
  }
  return made;
}

View view_of(std::vector<ViewIncident> incidents, const TimeZone& zone = TimeZone::utc()) {
  ViewParts parts = empty_parts();
  parts.site.time_zone = zone;
  parts.severities = {{"sev1", "SEV1", "", 100}, {"sev2", "SEV2", "", 30}, {"sev3", "SEV3", "", 0}};
  parts.incidents = std::move(incidents);
  return make_view(Audience::internal, std::move(parts));
}

std::string print(const Availability& figure) {
  return fmt::format("{:02}.{:02} %, down {} of {} s", hundredths_of_percent(figure) / 100,
                     hundredths_of_percent(figure) % 100,
                     static_cast<double>(figure.down.count()) / 100, figure.length.count());
}

// Months with downtime, and their days; then the whole; then what is left out.
std::string availability(const View& view, std::string_view today) {
  const auto time = counted_time(view, parse_day(today).value());
  if (!time) return "nothing is counted\n";
  std::vector<IncidentIndex> all(view.incidents().size());
  std::iota(all.begin(), all.end(), IncidentIndex{0});
  const ServiceAvailability figures = service_availability(view, all, *time);
  std::string out = fmt::format("{} to {}, {} months\n", to_string(time->first),
                                to_string(time->last), figures.months.size());
  for (const MonthAvailability& month : figures.months) {
    if (month.down_days.empty()) continue;
    out += fmt::format("{}-{:02}: {}\n", month.month.year, month.month.number, print(month.figure));
    for (const DayAvailability& day : month.down_days) {
      out += fmt::format("  {}: {}:", to_string(day.day), print(day.figure));
      for (const IncidentIndex i : day.incidents) out += " " + view.incidents()[i].title;
      out += "\n";
    }
  }
  out += fmt::format("all: {}\n", print(figures.all));
  for (const IncidentIndex i : figures.left_out) {
    out += fmt::format("left out: {}\n", view.incidents()[i].title);
  }
  return out;
}

TEST(Availability, IsTheTimeWithoutIncidents) {
  EXPECT_EQ(availability(view_of({incident("A", "2026-02-10T10:00Z", "2026-02-10T11:12Z")}),
                         "2026-03-01"),
            "2026-02-01 to 2026-02-28, 1 months\n"
            "2026-02: 99.82 %, down 4320 of 2419200 s\n"
            "  2026-02-10: 95.00 %, down 4320 of 86400 s: A\n"
            "all: 99.82 %, down 4320 of 2419200 s\n");
}

TEST(Availability, EndsWithYesterdayAndBeginsWithTheMonthOfTheFirstIncident) {
  const View view = view_of({incident("A", "2026-02-10T10:00Z", "2026-02-10T11:00Z", kNone)});
  EXPECT_EQ(availability(view, "2026-02-10"), "nothing is counted\n");
  EXPECT_EQ(availability(view, "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\nall: 100.00 %, down 0 of 864000 s\n");
  EXPECT_EQ(availability(view, "2027-06-15"),
            "2026-07-01 to 2027-06-14, 12 months\nall: 100.00 %, down 0 of 30153600 s\n");
}

TEST(Availability, OfNothingIsNotToldAtAll) {
  EXPECT_EQ(availability(view_of({}), "2026-02-10"), "nothing is counted\n");
  ViewParts parts = empty_parts();  // no severities are shown
  parts.incidents = {incident_at("A", "2026-01-10T10:00Z")};
  EXPECT_EQ(availability(make_view(Audience::public_, std::move(parts)), "2026-02-10"),
            "nothing is counted\n");
}

TEST(Availability, AnIncidentIsFeltUntilItIsMitigated) {
  ViewIncident relieved = incident("A", "2026-02-10T10:00Z", "2026-02-12T10:00Z");
  relieved.mitigated = parse_timestamp("2026-02-10T10:30Z").value();
  EXPECT_EQ(availability(view_of({relieved}), "2026-02-21"),
            "2026-02-01 to 2026-02-20, 1 months\n"
            "2026-02: 99.89 %, down 1800 of 1728000 s\n"
            "  2026-02-10: 97.91 %, down 1800 of 86400 s: A\n"
            "all: 99.89 %, down 1800 of 1728000 s\n");
}

TEST(Availability, IsNoLongerThanTheIncident) {
  ViewIncident odd = incident("A", "2026-02-10T10:00Z", "2026-02-10T10:30Z");
  odd.mitigated = parse_timestamp("2026-02-10T12:00Z").value();
  EXPECT_EQ(availability(view_of({odd}), "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\n"
            "2026-02: 99.79 %, down 1800 of 864000 s\n"
            "  2026-02-10: 97.91 %, down 1800 of 86400 s: A\n"
            "all: 99.79 %, down 1800 of 864000 s\n");
}

// 10:00 to 12:00 counts 30 %, but 11:00 to 13:00 counts whole.
TEST(Availability, OfIncidentsAtTheSameTimeTheOneThatCountsMostIsTaken) {
  const View view = view_of({incident("Whole", "2026-02-10T11:00Z", "2026-02-10T13:00Z", kAll),
                             incident("Part", "2026-02-10T10:00Z", "2026-02-10T12:00Z", kPart),
                             incident("None", "2026-02-10T00:00Z", "2026-02-10T12:00Z", kNone)});
  EXPECT_EQ(availability(view, "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\n"
            "2026-02: 99.04 %, down 8280 of 864000 s\n"
            "  2026-02-10: 90.41 %, down 8280 of 86400 s: Whole Part\n"
            "all: 99.04 %, down 8280 of 864000 s\n");
}

TEST(Availability, OfNoLengthCostsNothing) {
  EXPECT_EQ(availability(view_of({incident("A", "2026-02-10T10:00Z", "2026-02-10T10:00Z")}),
                         "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\nall: 100.00 %, down 0 of 864000 s\n");
}

// A single second in twelve months is not 100 %.
TEST(Availability, IsRoundedDown) {
  EXPECT_EQ(availability(view_of({incident("A", "2026-02-10T10:00:00Z", "2026-02-10T10:00:01Z")}),
                         "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\n"
            "2026-02: 99.99 %, down 1 of 864000 s\n"
            "  2026-02-10: 99.99 %, down 1 of 86400 s: A\n"
            "all: 99.99 %, down 1 of 864000 s\n");
}

TEST(Availability, AnOpenIncidentGoesOnToTheEndOfTheLastWholeDay) {
  EXPECT_EQ(availability(view_of({incident("A", "2026-02-09T18:00Z", "")}), "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\n"
            "2026-02: 87.50 %, down 108000 of 864000 s\n"
            "  2026-02-09: 75.00 %, down 21600 of 86400 s: A\n"
            "  2026-02-10: 00.00 %, down 86400 of 86400 s: A\n"
            "all: 87.50 %, down 108000 of 864000 s\n");
  EXPECT_EQ(availability(view_of({incident("Today", "2026-02-11T08:00Z", ""),
                                  incident("A", "2026-02-01T18:00Z", "2026-02-01T18:00Z")}),
                         "2026-02-11"),
            "2026-02-01 to 2026-02-10, 1 months\nall: 100.00 %, down 0 of 864000 s\n");
}

// Berlin's clocks go forward on 29 March and back on 25 October 2026. From one midnight to the next
// it is 23 hours, and 25.
TEST(Availability, DaysHaveTheirOwnLength) {
  const TimeZone berlin = TimeZone::find("Europe/Berlin").value();
  EXPECT_EQ(availability(view_of({incident("A", "2026-03-28T23:00Z", "2026-03-29T22:00Z")}, berlin),
                         "2026-03-30"),
            "2026-03-01 to 2026-03-29, 1 months\n"
            "2026-03: 96.69 %, down 82800 of 2502000 s\n"
            "  2026-03-29: 00.00 %, down 82800 of 82800 s: A\n"
            "all: 96.69 %, down 82800 of 2502000 s\n");
  EXPECT_EQ(availability(view_of({incident("A", "2026-10-24T22:00Z", "2026-10-24T22:30Z")}, berlin),
                         "2026-10-26"),
            "2026-10-01 to 2026-10-25, 1 months\n"
            "2026-10: 99.91 %, down 1800 of 2163600 s\n"
            "  2026-10-25: 98.00 %, down 1800 of 90000 s: A\n"
            "all: 99.91 %, down 1800 of 2163600 s\n");
}

TEST(Availability, GoesOverTheYear) {
  EXPECT_EQ(availability(view_of({incident("A", "2025-12-31T23:00Z", "2026-01-01T01:00Z")}),
                         "2026-01-02"),
            "2025-12-01 to 2026-01-01, 2 months\n"
            "2026-01: 95.83 %, down 3600 of 86400 s\n"
            "  2026-01-01: 95.83 %, down 3600 of 86400 s: A\n"
            "2025-12: 99.86 %, down 3600 of 2678400 s\n"
            "  2025-12-31: 95.83 %, down 3600 of 86400 s: A\n"
            "all: 99.73 %, down 7200 of 2764800 s\n");
}

TEST(Availability, SaysWhatItLeavesOut) {
  ViewIncident doubtful = incident("Doubtful", "2026-02-05T10:00Z", "2026-02-05T09:00Z");
  doubtful.times_in_doubt = true;
  ViewIncident endless = incident("Endless", "2026-02-04T10:00Z", "");
  endless.state = IncidentState::unknown;
  ViewIncident day = incident("Only a day", "2026-02-03", "2026-02-03T11:00Z");
  ViewIncident mild = incident("Without severity", "2026-02-02T10:00Z", "2026-02-02T11:00Z");
  mild.severity.reset();
  ViewIncident long_ago = incident("Long ago", "2024-02-02", "2024-02-02");
  EXPECT_EQ(availability(view_of({doubtful, endless, day, mild, long_ago}), "2026-02-11"),
            "2025-03-01 to 2026-02-10, 12 months\n"
            "all: 100.00 %, down 0 of 29980800 s\n"
            "left out: Doubtful\n"
            "left out: Endless\n"
            "left out: Only a day\n"
            "left out: Without severity\n");
}

}  // namespace
}  // namespace debrief
