// What of a view is news, as text: one thing a line.
#include "generator/insight/digest.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"
#include "tests/unit/insight/sections.h"

namespace debrief {
namespace {

const Day kFirst = parse_day("2026-03-04").value();
const Day kToday = parse_day("2026-03-11").value();

ViewIncident resolved_at(std::string_view title, std::string_view started,
                         std::string_view resolved) {
  ViewIncident incident = incident_at(title, started);
  incident.resolved = parse_timestamp(resolved);
  incident.state = IncidentState::resolved;
  incident.workflow = "published";
  return incident;
}

ViewActionItem item(std::string_view text, std::string_view due = "",
                    std::string_view completed = "") {
  ViewActionItem action;
  action.text = outline_of(text).intro.at(0).children;
  action.due = parse_timestamp(due);
  action.completed = parse_timestamp(completed);
  action.done = !completed.empty();
  return action;
}

std::string print(const View& view, const Digest& found) {
  const auto title = [&](IncidentIndex i) { return view.incidents()[i].title; };
  const auto text = [&](const RegisterItem& each) {
    return plain_text(action_of(view, each).text);
  };
  std::string out;
  for (const DigestIncident& entry : found.incidents) {
    out += title(entry.incident) + ":" + (entry.has_started ? " started" : "") +
           (entry.was_resolved ? " resolved" : "") + (entry.is_open ? " open" : "") + "\n";
    for (const std::string& learning : entry.learnings) out += "  " + learning + "\n";
    for (const RegisterItem& each : entry.to_do) out += "  to do: " + text(each) + "\n";
  }
  for (const RegisterItem& each : found.overdue) out += "overdue: " + text(each) + "\n";
  for (const RegisterItem& each : found.completed) out += "completed: " + text(each) + "\n";
  for (const DigestRepeat& repeat : found.repeats) {
    out += title(repeat.incident) + " again:";
    for (const ChainLink& link : repeat.earlier) {
      const Completion figures = completion(view, link.items);
      out += " " + title(link.incident) + " (" + std::to_string(figures.done) + " of " +
             std::to_string(figures.all) + ")";
    }
    out += "\n";
  }
  for (const IncidentIndex i : found.published) out += "published: " + title(i) + "\n";
  for (const IncidentIndex i : found.unreviewed) out += "no review: " + title(i) + "\n";
  return out;
}

std::string digest_of(ViewParts parts, Audience audience = Audience::internal) {
  const View view = make_view(audience, std::move(parts));
  return print(view, digest(view, action_register(view, kToday), {}, kFirst, kToday));
}

std::string digest_of(std::vector<ViewIncident> incidents, Audience audience = Audience::internal) {
  ViewParts parts = empty_parts();
  parts.incidents = std::move(incidents);
  return digest_of(std::move(parts), audience);
}

TEST(Digest, HasWhatStartedWasResolvedOrIsStillOpen) {
  ViewIncident open = incident_at("Open for long", "2026-01-01");
  open.state = IncidentState::open;
  EXPECT_EQ(digest_of({resolved_at("Tomorrow", "2026-03-12", "2026-03-12"),
                       resolved_at("Today", "2026-03-11T23:00:00Z", "2026-03-12"),
                       resolved_at("Both", "2026-03-04", "2026-03-05"),
                       resolved_at("Resolved", "2026-03-03", "2026-03-04"), open,
                       resolved_at("Long over", "2026-01-01", "2026-01-02"),
                       resolved_at("In March", "2026-03", "2026-03")}),
            "Today: started\nBoth: started resolved\nResolved: resolved\nOpen for long: open\n");
}

TEST(Digest, CountsDaysInTheZoneOfTheView) {
  ViewParts parts = empty_parts();
  parts.site.time_zone = TimeZone::find("Europe/Copenhagen").value();
  parts.incidents = {incident_at("After midnight there", "2026-03-03T23:30:00Z"),
                     incident_at("Before it", "2026-03-03T22:30:00Z")};
  EXPECT_EQ(digest_of(parts), "After midnight there: started\n");
}

TEST(Digest, SaysWhatWasLearnedAndWhatIsToBeDone) {
  ViewIncident pool = resolved_at("Pool", "2026-03-05", "2026-03-05");
  pool.body = sections_of("## Lessons learned\n\n- Pools leak\n");
  pool.actions = {item("Mend it", "2026-04-01"), item("Was done", "", "2026-03-06"),
                  item("Some day")};
  EXPECT_EQ(digest_of({pool}),
            "Pool: started resolved\n  Pools leak\n  to do: Mend it\n  to do: Some day\n"
            "completed: Was done\n");
}

// On the day it is due, it may still be done.
TEST(Digest, HasWhatBecameOverdueInTheseDays) {
  ViewIncident old = resolved_at("Old", "2026-01-01", "2026-01-01");
  old.actions = {item("Due today", "2026-03-11"),
                 item("Due yesterday", "2026-03-10"),
                 item("Late on the first day", "2026-03-03"),
                 item("Late before", "2026-03-02"),
                 item("Done late", "2026-03-05", "2026-03-10"),
                 item("Due in February", "2026-02")};
  EXPECT_EQ(digest_of({old}),
            "overdue: Late on the first day\noverdue: Due yesterday\ncompleted: Done late\n");
}

TEST(Digest, SaysWhatHadBeenDoneBeforeItHappenedAgain) {
  ViewIncident again = resolved_at("Again", "2026-03-05", "2026-03-05");
  ViewIncident before = resolved_at("Before", "2026-02-05", "2026-02-05");
  ViewIncident first = resolved_at("First", "2026-01-05", "2026-01-05");
  again.repeats = {1};
  before.repeated_by = {0};
  before.repeats = {2};
  first.repeated_by = {1};
  first.actions = {item("a"), item("b", "", "2026-01-06")};
  EXPECT_EQ(digest_of({again, before, first}),
            "Again: started resolved\nAgain again: First (1 of 2) Before (0 of 0)\n");
}

TEST(Digest, NamesReviewsThatAreMissing) {
  ViewIncident missing = resolved_at("Missing", "2026-03-01", "2026-03-08T23:59:00Z");
  missing.workflow = "in-review";
  ViewIncident reviewed = missing;
  reviewed.title = "Reviewed";
  reviewed.review.date = parse_timestamp("2026-03-10");
  ViewIncident recent = resolved_at("Two days ago", "2026-03-01", "2026-03-09T00:00:00Z");
  recent.workflow = "draft";
  ViewIncident published = missing;
  published.title = "Published";
  published.published = parse_timestamp("2026-03-09");
  const std::string all = digest_of({recent, missing, reviewed, published});
  EXPECT_EQ(all.substr(all.find("published:")), "published: Published\nno review: Missing\n");
}

// Who does it until when, what came back and who met about it is not for the public, even if the
// view had it.
TEST(Digest, OfThePublicHasIncidentsAndLearningsOnly) {
  ViewIncident pool = resolved_at("Pool", "2026-03-05", "2026-03-05");
  pool.body = sections_of("## Lessons learned\n\n- Pools leak\n");
  pool.actions = {item("Mend it", "2026-03-08"), item("Was done", "", "2026-03-06")};
  pool.workflow = "in-review";
  pool.published = parse_timestamp("2026-03-09");
  pool.repeats = {1};
  ViewIncident before = resolved_at("Before", "2026-02-05", "2026-02-05");
  before.repeated_by = {0};
  EXPECT_EQ(digest_of({pool, before}, Audience::public_), "Pool: started resolved\n  Pools leak\n");
}

TEST(Digest, MayBeEmpty) {
  const View view = make_view(Audience::internal, empty_parts());
  EXPECT_TRUE(digest(view, {}, {}, kFirst, kToday).is_empty());
  EXPECT_EQ(last_incident_before(view, kFirst), std::nullopt);
}

TEST(Digest, KnowsTheLastIncidentBefore) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("On the day", "2026-03-04"), incident_at("Before", "2026-03-03")};
  EXPECT_EQ(last_incident_before(make_view(Audience::internal, parts), kFirst), 1u);
}

}  // namespace
}  // namespace debrief
