#include "generator/insight/time_figures.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Timestamp at(std::string_view text) {
  return parse_timestamp(text).value();
}

ViewIncident lasting(std::string_view started, std::string_view resolved) {
  ViewIncident incident = incident_at("A", started);
  incident.resolved = at(resolved);
  return incident;
}

TimeFigures figures_of(std::vector<ViewIncident> incidents) {
  ViewParts parts = empty_parts();
  parts.incidents = std::move(incidents);
  std::vector<IncidentIndex> all(parts.incidents.size());
  std::iota(all.begin(), all.end(), IncidentIndex{0});
  const View view = make_view(Audience::internal, std::move(parts));
  return time_figures(view, all);
}

TEST(Quantile, LiesBetweenTheTwoNearestInProportion) {
  const auto of = [](std::vector<int> values, double share) {
    std::vector<seconds> all;
    for (const int value : values) all.emplace_back(value);
    return quantile(all, share).count();
  };
  EXPECT_EQ(of({7}, 0.5), 7);
  EXPECT_EQ(of({7}, 0.9), 7);
  EXPECT_EQ(of({30, 10, 20}, 0.5), 20);
  EXPECT_EQ(of({40, 10, 20, 30}, 0.5), 25);
  EXPECT_EQ(of({0, 1}, 0.5), 0);  // rounded down to a second
  EXPECT_EQ(of({10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110}, 0.9), 100);
  EXPECT_EQ(of({10, 20, 30, 40, 50}, 0.9), 46);
  EXPECT_EQ(of({5, 5, 5, 500}, 0.0), 5);
  EXPECT_EQ(of({5, 5, 5, 500}, 1.0), 500);
}

TEST(TimeFigures, AreOfThoseThatSayBothEnds) {
  ViewIncident full = lasting("2026-01-16T10:00Z", "2026-01-16T11:00Z");
  full.detected = at("2026-01-16T10:04Z");
  full.acknowledged = at("2026-01-16T10:06Z");
  full.mitigated = at("2026-01-16T10:30Z");
  const TimeFigures figures =
      figures_of({full, lasting("2026-01-17T10:00Z", "2026-01-17T10:20Z"),
                  incident_at("Only a start", "2026-01-18T10:00Z"),
                  lasting("2026-01-19", "2026-01-19T12:00Z")});  // of a day no minute is known
  EXPECT_EQ(figures.to_resolve, (TimeFigure{minutes(40), minutes(56), 2}));
  EXPECT_EQ(figures.to_detect, (TimeFigure{minutes(4), minutes(4), 1}));
  EXPECT_EQ(figures.to_acknowledge, (TimeFigure{minutes(6), minutes(6), 1}));
  EXPECT_EQ(figures.to_mitigate, (TimeFigure{minutes(30), minutes(30), 1}));
  EXPECT_EQ(figures.in_doubt, 0U);
}

TEST(TimeFigures, LeaveOutWhatIsInDoubtAndSayHowMany) {
  ViewIncident doubtful = lasting("2026-01-16T10:00Z", "2026-01-16T11:00Z");
  doubtful.times_in_doubt = true;
  const TimeFigures figures =
      figures_of({doubtful, lasting("2026-01-17T10:00Z", "2026-01-17T10:20Z")});
  EXPECT_EQ(figures.to_resolve, (TimeFigure{minutes(20), minutes(20), 1}));
  EXPECT_EQ(figures.in_doubt, 1U);
}

TEST(TimeFigures, OfTheSameMinuteAreZero) {
  EXPECT_EQ(figures_of({lasting("2026-01-16T10:00Z", "2026-01-16T10:00Z")}).to_resolve,
            (TimeFigure{minutes(0), minutes(0), 1}));
}

// The clock is put forward at 02:00: half past one and half past three are an hour apart.
TEST(TimeFigures, CountRealTimeWhenTheClockIsChanged) {
  EXPECT_EQ(
      figures_of({lasting("2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00")}).to_resolve,
      (TimeFigure{minutes(60), minutes(60), 1}));
}

TEST(TimeFigures, OfNothingAreNone) {
  const TimeFigures figures = figures_of({});
  EXPECT_FALSE(figures.to_detect || figures.to_acknowledge || figures.to_mitigate ||
               figures.to_resolve);
}

TEST(TimeBetween, IsOfTwoMomentsInOrder) {
  EXPECT_EQ(time_between(at("2025-01-16T10:00Z"), at("2025-01-16T10:07Z")), minutes(7));
  EXPECT_EQ(time_between(at("2025-01-16T10:00Z"), at("2025-01-16T10:00Z")), minutes(0));
  EXPECT_EQ(time_between(at("2025-01-16T10:07Z"), at("2025-01-16T10:00Z")), std::nullopt);
  EXPECT_EQ(time_between(at("2025-01-16"), at("2025-01-16T10:00Z")), std::nullopt);
  EXPECT_EQ(time_between(std::nullopt, at("2025-01-16T10:00Z")), std::nullopt);
}

}  // namespace
}  // namespace debrief
