// What is counted in quarters and months.
#include "generator/insight/trends.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

Day day(std::string_view text) {
  return parse_day(text).value();
}

Timestamp at(std::string_view text) {
  return parse_timestamp(text).value();
}

View view_of(std::vector<ViewIncident> incidents) {
  ViewParts parts = empty_parts();
  parts.severities = {{"sev1", "SEV1", ""}, {"sev2", "SEV2", ""}};
  parts.services = {{"a", "A", "", "", "", {}}, {"b", "B", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}},
                  {"capacity/disk", "Disk", "", 0},
                  {"testing", "Testing", "", {}}};
  parts.incidents = std::move(incidents);
  return make_view(Audience::internal, std::move(parts));
}

std::string titles(const View& view, const Incidents& incidents) {
  std::string out;
  for (const IncidentIndex i : incidents) out += " " + view.incidents()[i].title;
  return out;
}

Incidents all_of(const View& view) {
  Incidents all(view.incidents().size());
  std::iota(all.begin(), all.end(), IncidentIndex{0});
  return all;
}

ViewIncident over(std::string_view title, std::string_view started, std::string_view resolved) {
  ViewIncident incident = incident_at(title, started);
  incident.state = IncidentState::resolved;
  incident.resolved = at(resolved);
  return incident;
}

ViewIncident ongoing(std::string_view title, std::string_view started) {
  ViewIncident incident = incident_at(title, started);
  incident.state = IncidentState::open;
  return incident;
}

// ---- Periods ----

std::string periods(PeriodLength length, std::string_view first, std::string_view last) {
  std::string out;
  for (const Period& period : periods_between(length, day(first), day(last))) {
    out += fmt::format("{} {} {}\n", to_string(period), to_string(period.first_day()),
                       to_string(period.last_day()));
  }
  return out;
}

TEST(Periods, GoFromThatOfTheFirstDayToThatOfTheLast) {
  EXPECT_EQ(periods(PeriodLength::quarter, "2025-12-31", "2026-04-01"),
            "2025-Q4 2025-10-01 2025-12-31\n"
            "2026-Q1 2026-01-01 2026-03-31\n"
            "2026-Q2 2026-04-01 2026-06-30\n");
  EXPECT_EQ(periods(PeriodLength::month, "2023-12-31", "2024-02-01"),
            "2023-12 2023-12-01 2023-12-31\n"
            "2024-01 2024-01-01 2024-01-31\n"
            "2024-02 2024-02-01 2024-02-29\n");
  EXPECT_EQ(periods(PeriodLength::month, "2024-02-01", "2024-01-31"), "");
}

std::string counted(const View& view, PeriodLength by, std::string_view today) {
  const CountedIncidents found = counted_incidents(view, day(today), by);
  std::string out;
  for (const PeriodIncidents& each : found.periods) {
    out += to_string(each.period) + ":" + titles(view, each.incidents) + "\n";
  }
  out += "undated:" + titles(view, found.undated) + "\n";
  return out + "after today:" + titles(view, found.after_today) + "\n";
}

TEST(CountedIncidents, AreInThePeriodOfTheirStartInUtcOrInNone) {
  const View view =
      view_of({incident_at("Tomorrow", "2026-05-02"), incident_at("Today", "2026-05-01T09:00Z"),
               incident_at("Month", "2026-02"), incident_at("NewYear", "2026-01-01T00:30:00+01:00"),
               incident_at("Year", "2025")});
  EXPECT_EQ(counted(view, PeriodLength::quarter, "2026-05-01"),
            "2025-Q4: NewYear\n"  // in UTC it was still last year
            "2026-Q1: Month\n"
            "2026-Q2: Today\n"
            "undated: Year\n"
            "after today: Tomorrow\n");
  EXPECT_EQ(counted(view, PeriodLength::month, "2026-03-15"),
            "2025-12: NewYear\n"
            "2026-01:\n"
            "2026-02: Month\n"
            "2026-03:\n"
            "undated: Year\n"
            "after today: Tomorrow Today\n");
}

TEST(CountedIncidents, WithoutAnyThereIsNoPeriod) {
  EXPECT_EQ(counted(view_of({incident_at("Year", "2025")}), PeriodLength::quarter, "2026-05-01"),
            "undated: Year\nafter today:\n");
}

// ---- Kinds ----

ViewIncident kind(std::string_view title, std::vector<std::size_t> services,
                  std::vector<std::size_t> causes, std::string_view trigger) {
  ViewIncident incident = incident_at(title, "2026-01-01");
  incident.services = std::move(services);
  incident.causes = std::move(causes);
  incident.trigger = trigger;
  return incident;
}

TEST(KindCounts, ACategoryHasThoseOfItsSubCausesOnce) {
  const View view =
      view_of({kind("3", {0, 1}, {0, 1}, ""), kind("2", {1}, {1}, ""), kind("1", {}, {2}, "")});
  const KindCounts counts = kind_counts(view, all_of(view));
  EXPECT_EQ(titles(view, counts.by_cause[0]), " 3 2");
  EXPECT_EQ(titles(view, counts.by_cause[1]), " 3 2");
  EXPECT_EQ(titles(view, counts.by_cause[2]), " 1");
  EXPECT_EQ(titles(view, counts.by_service[0]), " 3");
  EXPECT_EQ(titles(view, counts.by_service[1]), " 3 2");
  EXPECT_EQ(titles(view, counts.without_service), " 1");
  EXPECT_EQ(titles(view, counts.without_cause), "");
  EXPECT_EQ(titles(view, counts.without_severity), " 3 2 1");
}

TEST(KindCounts, TheSameTriggerMayBeWrittenDifferently) {
  const View view = view_of({kind("4", {}, {}, "Full moon"), kind("3", {}, {}, "A  Release"),
                             kind("2", {}, {}, " "), kind("1", {}, {}, "a release")});
  std::string out;
  const KindCounts counts = kind_counts(view, all_of(view));
  for (const TriggerCount& each : counts.by_trigger) {
    out += each.trigger + ":" + titles(view, each.incidents) + "\n";
  }
  EXPECT_EQ(out, "A Release: 3 1\nFull moon: 4\n");
  EXPECT_EQ(titles(view, counts.without_trigger), " 2");
}

// ---- Times ----

std::string print(const View& view, std::string_view name, const PhaseDuration& time) {
  std::string out = fmt::format("{}:", name);
  if (time.figure) {
    out += fmt::format(" {} {}", format_duration(time.figure->median),
                       format_duration(time.figure->percentile_90));
  }
  return out + fmt::format(" |{} | open:{} | not said:{}\n", titles(view, time.incidents),
                           titles(view, time.open), titles(view, time.not_said));
}

TEST(PhaseDurations, SayOfEachIncidentWhyItIsInOrNot) {
  ViewIncident known = over("Known", "2026-01-16T10:00Z", "2026-01-16T11:00Z");
  known.detected = at("2026-01-16T10:04Z");
  ViewIncident open = ongoing("Open", "2026-01-15T10:00Z");
  open.detected = at("2026-01-15T10:10Z");
  ViewIncident doubtful = over("Doubtful", "2026-01-14T10:00Z", "2026-01-14T09:00Z");
  doubtful.times_in_doubt = true;
  ViewIncident early = over("Early", "2026-01-13T10:00Z", "2026-01-13T10:00Z");
  early.detected = at("2026-01-13T09:00Z");  // before it started
  const View view =
      view_of({known, open, doubtful, early, over("Days", "2026-01-12", "2026-01-13")});
  const PhaseDurations times = phase_durations(view, all_of(view));
  EXPECT_EQ(print(view, "detect", times.to_detect) +
                print(view, "acknowledge", times.to_acknowledge) +
                print(view, "resolve", times.to_resolve),
            "detect: 7 min 9 min 24 s | Known Open | open: | not said: Early Days\n"
            "acknowledge: | | open: Open | not said: Known Early Days\n"
            "resolve: 30 min 54 min | Known Early | open: Open | not said: Days\n");
  EXPECT_EQ(titles(view, times.in_doubt), " Doubtful");
}

// ---- Who noticed, and what came back ----

TEST(DetectionShare, IsOfThoseThatSay) {
  std::vector<ViewIncident> incidents;
  for (const char* way : {"partner", "", "alert", "alert", "customer", "employee"}) {
    incidents.push_back(incident_at(fmt::format("{}{}", way, incidents.size()), "2026-01-01"));
    incidents.back().detection = way;
  }
  const View view = view_of(std::move(incidents));
  const DetectionShare share = detection_share(view, all_of(view));
  EXPECT_EQ(share.said(), 5u);
  EXPECT_EQ(titles(view, share.alert), " alert2 alert3");
  EXPECT_EQ(titles(view, share.customer), " customer4");
  EXPECT_EQ(titles(view, share.employee), " employee5");
  EXPECT_EQ(titles(view, share.partner), " partner0");
  EXPECT_EQ(titles(view, share.not_said), " 1");
}

TEST(NewAndRecurring, AsTheAuthorsSay) {
  ViewIncident again = incident_at("Again", "2026-02-01");
  again.repeats = {1};
  ViewIncident first = incident_at("First", "2026-01-01");
  first.repeated_by = {0};
  const View view = view_of({again, first});
  const NewAndRecurring found = new_and_recurring(view, all_of(view));
  EXPECT_EQ(titles(view, found.first_time), " First");
  EXPECT_EQ(titles(view, found.recurring), " Again");
}

// ---- Action items ----

ViewActionItem done_on(std::string_view completed) {
  ViewActionItem item;
  item.done = true;
  item.completed = parse_timestamp(completed);  // absent if there is none
  return item;
}

std::string places(const View& view, const std::vector<ActionPlace>& found) {
  std::string out;
  for (const ActionPlace& place : found) {
    out += fmt::format(" {}{}", view.incidents()[place.incident].title, place.item);
  }
  return out;
}

std::string flow(const View& view, std::string_view today) {
  const CountedIncidents found = counted_incidents(view, day(today), PeriodLength::month);
  const ActionFlow actions = action_flow(view, found, day(today));
  std::string out;
  for (std::size_t i = 0; i < found.periods.size(); ++i) {
    out += fmt::format("{} +{} -{}\n", to_string(found.periods[i].period),
                       places(view, actions.periods[i].opened),
                       places(view, actions.periods[i].closed));
  }
  return out + fmt::format("no period:{} | no day:{} | outside:{}\n",
                           places(view, actions.without_period), places(view, actions.without_day),
                           places(view, actions.outside));
}

TEST(ActionFlow, OpensWithTheIncidentAndClosesOnTheDay) {
  ViewIncident late = incident_at("L", "2026-02-10");
  ViewActionItem dropped;
  dropped.dropped = true;
  late.actions = {done_on("2026-02-28"), dropped, ViewActionItem(), done_on("2026-03-20")};
  ViewIncident early = incident_at("E", "2026-01-10");
  early.actions = {done_on("2026-02-01"), done_on(""), done_on("2025-12-31"), done_on("2026-02")};
  ViewIncident undated = incident_at("U", "2025");
  undated.actions = {done_on("2026-01-31")};
  EXPECT_EQ(flow(view_of({late, early, undated}), "2026-03-15"),
            "2026-01 + E0 E1 E2 E3 - U0\n"
            "2026-02 + L0 L1 L2 L3 - L0 E0\n"
            "2026-03 + -\n"
            "no period: U0 | no day: E1 E3 | outside: L3 E2\n");
}

// ---- Reviews and publications ----

std::string prompt(const View& view, const Promptness& found) {
  return fmt::format("within:{} | late:{} | not yet:{} | not said:{} | in doubt:{}\n",
                     titles(view, found.within), titles(view, found.late),
                     titles(view, found.not_yet), titles(view, found.not_said),
                     titles(view, found.in_doubt));
}

ViewIncident reviewed(std::string_view title, std::string_view resolved, std::string_view review) {
  ViewIncident incident = over(title, "2026-02-01", resolved);
  incident.review.date = parse_timestamp(review);
  incident.workflow = "published";
  return incident;
}

std::string reviews_on(std::vector<ViewIncident> incidents, std::string_view today) {
  const View view = view_of(std::move(incidents));
  return prompt(view, reviews(view, all_of(view), day(today)));
}

TEST(Reviews, AreInTimeIfTheirDayBeginsWithin48Hours) {
  EXPECT_EQ(reviews_on({reviewed("A", "2026-02-20T12:00Z", "2026-02-22"),
                        reviewed("B", "2026-02-20T00:00Z", "2026-02-22"),
                        reviewed("C", "2026-02-19T23:59Z", "2026-02-22"),
                        reviewed("D", "2026-02-20T12:00Z", "2026-02-22T12:00Z"),
                        reviewed("E", "2026-02-20T12:00Z", "2026-02-22T12:01Z"),
                        reviewed("F", "2026-02-19", "2026-02-22")},  // to the end of that day
                       "2026-03-31"),
            "within: A B D F | late: C E | not yet: | not said: | in doubt:\n");
}

TEST(Reviews, WithoutADayAreLateNotYetOrNotSaid) {
  ViewIncident draft = reviewed("Draft", "2026-02-20T12:00Z", "");
  draft.workflow = "draft";
  ViewIncident in_review = reviewed("InReview", "2026-02-20T12:00Z", "");
  in_review.workflow = "in-review";
  ViewIncident no_end = incident_at("NoEnd", "2026-02-01");
  no_end.review.date = at("2026-02-02");
  ViewIncident doubtful = reviewed("Doubtful", "2026-01-31T12:00Z", "2026-02-01");
  doubtful.times_in_doubt = true;
  const std::vector<ViewIncident> incidents = {
      draft,
      in_review,
      reviewed("Published", "2026-02-20T12:00Z", ""),
      reviewed("Planned", "2026-02-20T12:00Z", "2026-02-25"),
      ongoing("Open", "2026-02-01T10:00Z"),
      no_end,
      doubtful};
  EXPECT_EQ(reviews_on(incidents, "2026-02-22"),
            "within: | late: | not yet: Draft InReview Published Planned Open | not said: NoEnd | "
            "in doubt: Doubtful\n");
  EXPECT_EQ(reviews_on(incidents, "2026-02-23"),
            "within: | late: Draft InReview Planned | not yet: Open | not said: Published NoEnd | "
            "in doubt: Doubtful\n");
}

TEST(Publications, HaveSevenDays) {
  ViewIncident in_time = over("InTime", "2026-02-01", "2026-02-20T12:00Z");
  in_time.published = at("2026-02-27");
  ViewIncident late = over("Late", "2026-02-01", "2026-02-20T12:00Z");
  late.published = at("2026-02-28");
  const View view = view_of({in_time, late});
  EXPECT_EQ(prompt(view, publications(view, all_of(view), day("2026-03-01"))),
            "within: InTime | late: Late | not yet: | not said: | in doubt:\n");
}

TEST(Promptness, IsNothingThatThePublicKnows) {
  ViewParts parts = empty_parts();
  parts.incidents = {over("A", "2026-02-01", "2026-02-20T12:00Z")};
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_EQ(prompt(view, reviews(view, all_of(view), day("2026-03-01"))),
            "within: | late: | not yet: | not said: | in doubt:\n");
}

// ---- Quiet spells ----

std::string spell(const View& view, const QuietSpell& found) {
  return fmt::format("{} days from {} ({}) to {} ({})", found.length().count(),
                     to_string(found.from), view.incidents()[found.after].title,
                     to_string(found.to),
                     found.next ? view.incidents()[*found.next].title : "today");
}

// All incidents are of the service A.
std::string quiet(std::vector<ViewIncident> incidents, std::string_view today) {
  for (ViewIncident& incident : incidents) incident.services = {0};
  const View view = view_of(std::move(incidents));
  std::string out;
  for (const ServiceQuiet& each : quiet_spells(view, all_of(view), day(today))) {
    out += view.services()[each.service].name + ": " + spell(view, each.longest) + "\n";
    out += each.present ? "now: " + spell(view, *each.present) + "\n" : "not now\n";
  }
  return out;
}

TEST(QuietSpells, GoFromTheEndOfOneToTheStartOfTheNext) {
  EXPECT_EQ(quiet({over("3", "2026-03-01T10:00Z", "2026-03-01T11:00Z"),
                   over("2", "2026-01-20T10:00Z", "2026-01-21T01:00Z"),
                   over("1", "2026-01-01", "2026-01-02")},
                  "2026-03-05"),
            "A: 39 days from 2026-01-21 (2) to 2026-03-01 (3)\n"
            "now: 4 days from 2026-03-01 (3) to 2026-03-05 (today)\n");
}

TEST(QuietSpells, TheOneThatGoesOnCounts) {
  EXPECT_EQ(quiet({over("1", "2026-01-01", "2026-01-02")}, "2026-03-05"),
            "A: 62 days from 2026-01-02 (1) to 2026-03-05 (today)\n"
            "now: 62 days from 2026-01-02 (1) to 2026-03-05 (today)\n");
}

TEST(QuietSpells, NothingIsQuietWhileAnIncidentGoesOn) {
  EXPECT_EQ(quiet({over("3", "2026-03-01", "2026-03-01"), ongoing("2", "2026-02-01T10:00Z"),
                   over("1", "2026-01-01", "2026-01-02")},
                  "2026-03-05"),
            "A: 30 days from 2026-01-02 (1) to 2026-02-01 (2)\nnot now\n");
  EXPECT_EQ(quiet({ongoing("1", "2026-02-01T10:00Z")}, "2026-03-05"), "");
}

TEST(QuietSpells, OneWithinAnotherEndsNothing) {
  EXPECT_EQ(
      quiet({over("Short", "2026-01-05", "2026-01-06"), over("Long", "2026-01-01", "2026-02-01")},
            "2026-02-03"),
      "A: 2 days from 2026-02-01 (Long) to 2026-02-03 (today)\n"
      "now: 2 days from 2026-02-01 (Long) to 2026-02-03 (today)\n");
}

TEST(QuietSpells, AnUnknownOrDoubtfulEndIsTheStart) {
  ViewIncident doubtful = over("Doubtful", "2026-01-10", "2026-02-20");
  doubtful.times_in_doubt = true;
  EXPECT_EQ(quiet({doubtful, incident_at("NoEnd", "2026-01-01")}, "2026-01-12"),
            "A: 9 days from 2026-01-01 (NoEnd) to 2026-01-10 (Doubtful)\n"
            "now: 2 days from 2026-01-10 (Doubtful) to 2026-01-12 (today)\n");
}

// ---- All of it ----

TEST(Trends, EachPeriodAndAllOfThemHaveTheSameFigures) {
  ViewIncident first = over("1", "2026-01-10T10:00Z", "2026-01-10T10:20Z");
  first.severity = 0;
  ViewIncident second = over("2", "2026-04-10T10:00Z", "2026-04-10T11:00Z");
  second.severity = 1;
  second.actions = {ViewActionItem()};
  const View view = view_of({second, first, incident_at("Year", "2024")});
  const Trends found = trends(view, day("2026-04-30"), PeriodLength::quarter);
  ASSERT_EQ(found.periods.size(), 2u);
  EXPECT_EQ(titles(view, found.periods[0].figures.kinds.by_severity[0]), " 1");
  EXPECT_EQ(titles(view, found.periods[1].figures.kinds.by_severity[1]), " 2");
  EXPECT_EQ(places(view, found.periods[1].actions.opened), " 20");
  EXPECT_EQ(titles(view, found.all.incidents), " 2 1");
  EXPECT_EQ(found.all.times.to_resolve.figure->median, std::chrono::minutes(40));
  EXPECT_EQ(titles(view, found.undated), " Year");
}

}  // namespace
}  // namespace debrief
