// Times that front matter leaves out are those of the timeline; of the timeline that the audience
// reads.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/content_folder.h"

namespace debrief {
namespace {

std::string times_of(Audience audience, std::string_view sections, std::string_view fields,
                     std::string_view front_matter, std::string_view timeline) {
  const Published published = publish(
      content_folder(fmt::format(
          "-- debrief.yaml --\ntitle: T\nviews:\n  public:\n    sections: [{}]\n    fields: "
          "[title, {}]\n"
          "-- incidents/a.md --\n---\ntitle: A\nvisibility: public\nstatus: published\n{}---\n\n"
          "## Timeline (UTC)\n\n{}",
          sections, fields, front_matter, timeline)),
      audience);
  if (!published.view) return published.problems;
  const ViewIncident& incident = published.view->incidents().front();
  std::string out;
  const auto add = [&out](std::string_view name, const std::optional<Timestamp>& time) {
    if (time) out += fmt::format("{} {}\n", name, to_string(*time));
  };
  add("started", incident.started);
  add("detected", incident.detected);
  add("acknowledged", incident.acknowledged);
  add("mitigated", incident.mitigated);
  add("resolved", incident.resolved);
  if (incident.duration) {
    out += fmt::format("{}{}\n", incident.duration_is_approximate ? "~" : "",
                       format_duration(*incident.duration));
  }
  if (incident.times_in_doubt) out += "in doubt\n";
  constexpr std::string_view kStates[] = {"open", "resolved", "unknown"};
  return out + std::string(kStates[static_cast<int>(incident.state)]) + "\n";
}

constexpr std::string_view kStarted = "started: 2026-02-15T14:30:00Z\n";
constexpr std::string_view kTimeline =
    "- 14:32 - Detected: alert\n"
    "- <!-- internal -->14:40 - Mitigated: traffic moved<!-- /internal -->\n"
    "- 14:52 - Resolved\n";
constexpr std::string_view kAllTimes = "started, detected, mitigated, resolved";

TEST(ViewTimes, ComeFromTheTimelineWhereFrontMatterHasNone) {
  EXPECT_EQ(times_of(Audience::internal, "", "summary", kStarted, kTimeline),
            "started 2026-02-15T14:30:00Z\n"
            "detected 2026-02-15T14:32:00Z\n"
            "mitigated 2026-02-15T14:40:00Z\n"
            "resolved 2026-02-15T14:52:00Z\n"
            "22 min\n"
            "resolved\n");
}

TEST(ViewTimes, OfThePublicComeFromEntriesThatItReads) {
  EXPECT_EQ(times_of(Audience::public_, "timeline", kAllTimes, kStarted, kTimeline),
            "started 2026-02-15T14:30:00Z\n"
            "detected 2026-02-15T14:32:00Z\n"
            "resolved 2026-02-15T14:52:00Z\n"
            "22 min\n"
            "resolved\n");
}

TEST(ViewTimes, OfThePublicDoNotComeFromASectionThatItDoesNotRead) {
  EXPECT_EQ(times_of(Audience::public_, "summary", kAllTimes, kStarted, kTimeline),
            "started 2026-02-15T14:30:00Z\nopen\n");
}

TEST(ViewTimes, OfThePublicAreThoseOnTheAllowList) {
  EXPECT_EQ(times_of(Audience::public_, "timeline", "started, resolved", kStarted, kTimeline),
            "started 2026-02-15T14:30:00Z\nresolved 2026-02-15T14:52:00Z\n22 min\nresolved\n");
}

// The day would come from front matter that the public does not see.
TEST(ViewTimes, AHiddenStartCompletesNoEntry) {
  EXPECT_EQ(times_of(Audience::public_, "timeline", "detected, resolved", kStarted, kTimeline),
            "unknown\n");
}

TEST(ViewTimes, AnApproximateEndMakesAnApproximateDuration) {
  EXPECT_EQ(times_of(Audience::internal, "", "summary", kStarted, "- ~14:52 - Resolved\n"),
            "started 2026-02-15T14:30:00Z\nresolved 2026-02-15T14:52:00Z\n~22 min\nresolved\n");
}

TEST(ViewTimes, AStatedDurationThatContradictsLeavesNone) {
  EXPECT_EQ(times_of(Audience::internal, "", "summary", kStarted,
                     "- 14:52 - Resolved\n\n## Stats\n\n- Duration: 3 hours\n"),
            "started 2026-02-15T14:30:00Z\nresolved 2026-02-15T14:52:00Z\nin doubt\nresolved\n");
}

}  // namespace
}  // namespace debrief
