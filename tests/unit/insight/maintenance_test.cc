// Announced work, and what of it is to come on a day.
#include "generator/insight/maintenance.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

ViewIncident window(std::string_view title, std::string_view started, std::string_view ended = "") {
  ViewIncident maintenance = incident_at(title, started.empty() ? "2026-01-01" : started);
  if (started.empty()) maintenance.started.reset();
  if (!ended.empty()) {
    maintenance.resolved = parse_timestamp(ended).value();
    maintenance.state = IncidentState::resolved;
  }
  return maintenance;
}

View view_of(std::vector<ViewIncident> maintenance, const TimeZone& zone = TimeZone::utc()) {
  ViewParts parts = empty_parts();
  parts.site.time_zone = zone;
  parts.maintenance = std::move(maintenance);
  return make_view(Audience::internal, std::move(parts));
}

std::string on(std::string_view day, const View& view) {
  const MaintenanceLists lists = maintenance_lists(view, parse_day(day).value());
  std::string out;
  const auto add = [&](std::string_view name, const std::vector<std::size_t>& places) {
    for (const std::size_t place : places) {
      out += fmt::format("{}: {}\n", name, view.maintenance()[place].title);
    }
  };
  add("now", lists.in_progress);
  add("scheduled", lists.scheduled);
  add("completed", lists.completed);
  return out;
}

TEST(Maintenance, IsToComeOrOverByTheDay) {
  const View view = view_of({window("May", "2026-05-02T01:00Z", "2026-05-02T03:00Z"),
                             window("April", "2026-04-02T01:00Z", "2026-04-02T03:00Z"),
                             window("March", "2026-03-14T22:00Z", "2026-03-15T02:00Z"),
                             window("February", "2026-02-01T01:00Z", "2026-02-01T02:00Z"),
                             window("January", "2026-01-01T01:00Z", "2026-01-01T02:00Z")});
  EXPECT_EQ(on("2026-03-13", view),
            "scheduled: March\nscheduled: April\nscheduled: May\n"
            "completed: February\ncompleted: January\n");
  EXPECT_EQ(on("2026-03-14", view).substr(0, 11), "now: March\n");
  EXPECT_EQ(on("2026-03-15", view).substr(0, 11), "now: March\n");
  EXPECT_EQ(on("2026-03-16", view),
            "scheduled: April\nscheduled: May\n"
            "completed: March\ncompleted: February\ncompleted: January\n");
}

// What ends at midnight is not there on the day that begins then.
TEST(Maintenance, DaysAreThoseOfTheView) {
  const View berlin = view_of({window("Night", "2026-03-13T23:30Z", "2026-03-14T23:00Z")},
                              TimeZone::find("Europe/Berlin").value());
  EXPECT_EQ(on("2026-03-13", berlin), "scheduled: Night\n");
  EXPECT_EQ(on("2026-03-14", berlin), "now: Night\n");
  EXPECT_EQ(on("2026-03-15", berlin), "completed: Night\n");
}

TEST(Maintenance, WithoutAnEndIsOverWithItsDay) {
  const View view = view_of({window("Switches", "2026-03-14T22:00Z"), window("Some day", "")});
  EXPECT_EQ(on("2026-03-14", view), "now: Switches\nscheduled: Some day\n");
  EXPECT_EQ(on("2026-03-15", view), "scheduled: Some day\ncompleted: Switches\n");
}

// "resolved: yes" says that it is done, and not when.
TEST(Maintenance, IsOverIfItsAuthorSaysSo) {
  ViewIncident done = window("Switches", "2026-03-14");
  done.state = IncidentState::resolved;
  EXPECT_EQ(on("2026-03-14", view_of({done})), "completed: Switches\n");
}

}  // namespace
}  // namespace debrief
