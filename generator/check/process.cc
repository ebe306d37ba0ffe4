// Whether the post-mortem was reviewed, by whom, and in time.

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/text.h"
#include "generator/check/review.h"
#include "generator/model/publication.h"

namespace debrief {
namespace {

std::string approximate(std::chrono::seconds duration) {
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(duration).count();
  return hours < 72 ? fmt::format("{} hours", hours) : fmt::format("{} days", hours / 24);
}

// The first moment that a time can mean: a bare day begins with midnight where the authors are.
Seconds earliest(const Timestamp& time, const TimeZone& zone) {
  if (time.has_clock()) return time.utc;
  const Seconds midnight = time.utc;
  // Whatever the zone is, its midnight is no more than 14 hours away.
  Seconds found = midnight - std::chrono::hours(14);
  const Day day = std::chrono::floor<std::chrono::days>(midnight);
  while (day_in(zone, found) < day) found += std::chrono::minutes(15);
  return found;
}

void check_missing(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  if (report.status != Status::published || is_going_on(report, review.today)) return;
  std::string reason;
  if (review.incident.severity == 0) {
    reason = fmt::format("{} is the worst severity", review.kb.config.severities[0].id);
  } else if (hit_customers(report)) {
    reason = "customers were hit";
  } else if (!report.repeats.empty()) {
    reason = "it had happened before";
  }
  const std::string way_out =
      "meet, and add 'review: {date: 2026-12-07, facilitator: handle, attendees: [handles]}'";
  if (reason.empty()) {
    findings.add("review-missing", review.at(0), "no review is written down; " + way_out);
  } else {
    findings.add("review-required", review.at(0),
                 fmt::format("no review is written down although {}; {}", reason, way_out));
  }
}

bool is_same(const Vocabulary& vocabulary, const std::string& one, const std::string& other) {
  const auto handle = [&](const std::string& name) {
    const Person* person = vocabulary.find_person(name);
    return person == nullptr ? name : person->handle;
  };
  return equal_ignoring_case(handle(one), handle(other));
}

void check_facilitator(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  const std::string& facilitator = report.review.facilitator;
  if (facilitator.empty()) return;
  const Vocabulary& vocabulary = review.kb.vocabulary;
  const auto same = [&](const std::string& name) { return is_same(vocabulary, name, facilitator); };
  std::string part;
  if (std::ranges::any_of(report.authors, same)) part = "wrote it";
  for (const TimelineEntry& entry : timeline_of(report, review.kb.config).entries) {
    if (!part.empty()) break;
    if (!entry.who.empty() && same(std::string(trim(entry.who)))) part = "responded to it";
  }
  if (part.empty()) return;
  findings.add("facilitator-involved", review.at_field("review"),
               fmt::format("{} led the review and {}; let somebody lead it who was not part of it",
                           facilitator, part));
}

}  // namespace

std::vector<Rule> process_rules() {
  return {
      {"review-missing",
       "process",
       Level::info,
       {},
       "a post-mortem that nobody has reviewed",
       "A text is read by one at a time; a meeting finds what each of them thought the others "
       "knew. "
       "A quarter of an hour is enough for a small one. It is info by default: which small "
       "incidents need a meeting is yours to say.",
       "    status: published",
       "    status: published\n    review: {date: 2026-03-04, facilitator: runa, attendees: [ole, "
       "mikkel]}"},
      {"review-required",
       "process",
       Level::warning,
       {},
       "no review of what is of the worst severity, hit customers, or happened again",
       "These cost most, and most is to be learned from them: the worst level of the scale, "
       "whatever hit customers ('impact.customers', 'detection: customer'), and what has "
       "'repeats'.",
       "    severity: SEV1\n    status: published",
       "    severity: SEV1\n    status: published\n    review: {date: 2026-03-04, facilitator: "
       "runa, "
       "attendees: [ole, mikkel]}"},
      {"review-late",
       "process",
       Level::info,
       {{"hours", 48, 1, 10'000, "so many hours after the end of the incident at the latest"}},
       "a review later than two days after the end",
       "What people saw and why it looked right is gone within days, and the logs with it; so is "
       "the "
       "will to change something. It is info by default: once late, nobody can mend it.",
       "    resolved: 2026-03-02T10:00:00Z\n    review: {date: 2026-03-16}",
       "    resolved: 2026-03-02T10:00:00Z\n    review: {date: 2026-03-04}"},
      {"facilitator-involved",
       "process",
       Level::info,
       {},
       "a review led by the author, or by who responded",
       "Who leads the talk steers it past what they have not asked themselves. Somebody who was "
       "not "
       "part of it asks the questions that seem too simple.",
       "    authors: [mikkel]\n    review: {date: 2026-03-04, facilitator: mikkel}",
       "    authors: [mikkel]\n    review: {date: 2026-03-04, facilitator: runa}"},
      {"not-published",
       "process",
       Level::info,
       {{"days", 7, 1, 10'000, "so many days after the end of the incident at the latest"}},
       "still in review a week after the end",
       "Others can learn from it only once they can read it. A week is enough to write it, to talk "
       "about it and to mend it; what is open still can stand among the action items. It is info "
       "by "
       "default because it depends on the day, not on the change under review.",
       "    resolved: 2026-03-02T10:00:00Z\n    status: in-review   (in May)",
       "    resolved: 2026-03-02T10:00:00Z\n    status: published"},
      {"published-late",
       "process",
       Level::info,
       {{"days", 7, 1, 10'000, "so many days after the end of the incident at the latest"}},
       "done later than a week after the end, by its own 'published'",
       "The same as not-published, of what is done. It is info by default: once late, nobody can "
       "mend it.",
       "    resolved: 2026-03-02T10:00:00Z\n    published: 2026-04-20",
       "    resolved: 2026-03-02T10:00:00Z\n    published: 2026-03-06"},
  };
}

void check_process(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  const TimeZone& zone = review.kb.config.time_zone;
  const auto end = end_of(report);
  const Seconds now = Seconds(review.today);
  const bool is_told = !report.review.facilitator.empty() || !report.review.attendees.empty();
  if (!report.review.date && !is_told) {
    if (!looks_announced(report)) check_missing(review, findings);
  } else if (report.review.date && end) {
    const int hours = findings.number("review-late", "hours");
    const auto after = earliest(*report.review.date, zone) - *end;
    if (after > std::chrono::hours(hours)) {
      findings.add(
          "review-late", review.at_field("review"),
          fmt::format("the review was {} after the end, later than {} hours; plan the next "
                      "one while the incident is fresh",
                      approximate(after), hours));
    }
  }
  check_facilitator(review, findings);
  if (!end) return;
  if (report.status != Status::published) {
    const int days = findings.number("not-published", "days");
    if (now - *end > std::chrono::days(days)) {
      findings.add("not-published", review.at_field("status"),
                   fmt::format("it ended {} ago and is not published; finish it and write 'status: "
                               "published'",
                               approximate(now - *end)));
    }
  } else if (report.published) {
    const int days = findings.number("published-late", "days");
    const auto after = earliest(*report.published, zone) - *end;
    if (after > std::chrono::days(days)) {
      findings.add("published-late", review.at_field("published"),
                   fmt::format("it was published {} after the end, later than {} days; what is "
                               "missing can be added later",
                               approximate(after), days));
    }
  }
}

}  // namespace debrief
