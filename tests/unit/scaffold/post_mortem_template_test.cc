#include "generator/scaffold/post_mortem_template.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "generator/extract/section_names.h"
#include "generator/scaffold/new_post_mortem.h"
#include "tests/support/content_folder.h"
#include "tests/support/model_text.h"

namespace debrief {
namespace {

std::string print(const std::vector<PostMortemTemplate>& templates) {
  std::string out;
  for (const PostMortemTemplate& each : templates) {
    out += fmt::format("{} ({}): {}\n", each.name, each.path, each.description);
  }
  return out;
}

NewPostMortem disk_full() {
  NewPostMortem values;
  values.title = "Disk full: no bookings";
  values.id = "PM-2026-015";
  values.started = *parse_timestamp("2026-02-15T14:32+01:00");
  values.services = {"checkout", "ledger, old"};
  values.severity = "SEV2";
  return values;
}

std::string filled(std::string text, const NewPostMortem& values = disk_full()) {
  Diagnostics diagnostics;
  const PostMortemTemplate source{"own", "", "templates/own.md", std::move(text)};
  const std::string result = fill_template(source, values, diagnostics).value_or("");
  return result + print(diagnostics);
}

TEST(Templates, AreTheBuiltInOnesAndThoseOfTheKnowledgeBase) {
  const SourceTree folder = content_folder(
      "-- templates/security.md --\n---\n# For break-ins\ntitle:\n---\n\n## Summary\n"
      "-- templates/compact.md --\n---\ntitle:\n---\n");
  EXPECT_EQ(
      print(post_mortem_templates(folder)),
      "compact (templates/compact.md): \n"
      "engineering-review (built-in/engineering-review.md): For turning an outage into "
      "engineering work: decisions, communication and gaps\n"
      "five-whys (built-in/five-whys.md): For a team that asks why until it finds the "
      "system's gap\n"
      "full (built-in/full.md): Every section that Debrief knows, with a question under each\n"
      "learning-review (built-in/learning-review.md): For learning across teams: summary "
      "first, factors rather than one cause\n"
      "review-meeting (built-in/review-meeting.md): For a review held within two days, which "
      "ends in three to five actions\n"
      "security (templates/security.md): For break-ins\n"
      "sre (built-in/sre.md): In the order of the postmortems of Google's SRE book\n");
}

TEST(Templates, TheDefaultIsTheOneThatTheTeamMeans) {
  const auto preset = [](std::string_view files) {
    return default_template(post_mortem_templates(content_folder(files))).path;
  };
  EXPECT_EQ(preset(""), "built-in/full.md");
  EXPECT_EQ(preset("-- templates/ours.md --\n---\ntitle:\n---\n"), "templates/ours.md");
  EXPECT_EQ(preset("-- templates/a.md --\n---\n---\n-- templates/b.md --\n---\n---\n"),
            "built-in/full.md");
  EXPECT_EQ(preset("-- templates/a.md --\n---\n---\n-- templates/post-mortem.md --\n---\n---\n"),
            "templates/post-mortem.md");
}

TEST(Templates, AreFilledInWhereTheyAreEmpty) {
  EXPECT_EQ(filled("---\n# about the id\nid:\ntitle:\nstatus:\nseverity:   # of the scale\n"
                   "services: []\nstarted:\ntags: [new]\n---\n\n## Summary\n\n<!-- What? -->\n"),
            R"(---
# about the id
id: PM-2026-015
title: "Disk full: no bookings"
status: draft
severity: SEV2
services: [checkout, "ledger, old"]
started: 2026-02-15T14:32:00+01:00
tags: [new]
---

## Summary

<!-- What? -->
)");
}

TEST(Templates, GetTheFieldsThatTheyLack) {
  EXPECT_EQ(filled("---\nauthors: []\n---\n\nText.\n"),
            "---\nid: PM-2026-015\ntitle: \"Disk full: no bookings\"\nstatus: draft\n"
            "severity: SEV2\nservices: [checkout, \"ledger, old\"]\n"
            "started: 2026-02-15T14:32:00+01:00\nauthors: []\n---\n\nText.\n");
}

TEST(Templates, KeepWhatTheyHave) {
  NewPostMortem values = disk_full();
  values.id.clear();
  values.severity.clear();
  EXPECT_EQ(filled("---\ntitle: Example\nstatus: in-review\nservices:\n  - ledger\nseverity: SEV4\n"
                   "started:\n---\n",
                   values),
            "---\ntitle: \"Disk full: no bookings\"\nstatus: in-review\nservices:\n  - ledger\n"
            "severity: SEV4\nstarted: 2026-02-15T14:32:00+01:00\n---\n");
}

TEST(Templates, ThatCannotBeReadSayWhere) {
  EXPECT_EQ(filled("---\ntitle: [\n---\n"),
            "templates/own.md:3:1: error: this is not valid YAML: end of sequence flow not found "
            "[yaml-syntax]\n---\n^\n");
}

// Each of the program's own: a post-mortem that reads without a word, all of whose headings mean
// something.
TEST(Templates, TheBuiltInOnesAreGoodPostMortems) {
  for (const PostMortemTemplate& source : post_mortem_templates({})) {
    SCOPED_TRACE(source.name);
    EXPECT_FALSE(source.description.empty());
    Diagnostics diagnostics;
    NewPostMortem values = disk_full();
    values.services = {"checkout"};
    const auto text = fill_template(source, values, diagnostics);
    ASSERT_TRUE(text);
    const ReadReport result = read(*text);
    EXPECT_EQ(result.problems, "");
    ASSERT_TRUE(result.report);
    EXPECT_EQ(result.report->title, "Disk full: no bookings");
    EXPECT_EQ(result.report->status, Status::draft);
    EXPECT_TRUE(result.report->actions.empty());
    const std::function<void(const std::vector<Section>&)> check =
        [&](const std::vector<Section>& sections) {
          for (const Section& section : sections) {
            const bool is_type = section.heading.level == 3 && section.kind.empty();
            EXPECT_TRUE(!section.kind.empty() || is_type) << plain_text(section.heading);
            check(section.sections);
          }
        };
    EXPECT_FALSE(result.report->body.sections.empty());
    check(result.report->body.sections);
  }
}

TEST(NewPostMortem, IsFiledByYearAndDay) {
  const ReadKnowledgeBase empty = read_all({{"debrief.yaml", "title: T\n"}});
  EXPECT_EQ(new_post_mortem_path(empty.kb, disk_full()),
            "incidents/2026/2026-02-15-disk-full-no-bookings.md");
  const ReadKnowledgeBase flat = read_all({{"incidents/2026-a.md", report_text()}});
  EXPECT_EQ(new_post_mortem_path(flat.kb, disk_full()),
            "incidents/2026-02-15-disk-full-no-bookings.md");
  const ReadKnowledgeBase by_year = read_all({{"incidents/2025/a.md", report_text()}});
  EXPECT_EQ(new_post_mortem_path(by_year.kb, disk_full()),
            "incidents/2026/2026-02-15-disk-full-no-bookings.md");
}

}  // namespace
}  // namespace debrief
