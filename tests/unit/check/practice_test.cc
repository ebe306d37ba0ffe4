// What articles on post-mortems warn of, and what they put in its place, in words of our own. Each
// is one finding of one rule where it goes wrong, and none where it is done well.

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "generator/check/check.h"
#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Practice {
  const char* name;
  const char* rule;  // what the bad one is found by
  std::string bad;
  std::string good;
};

constexpr std::string_view kFront =
    "title: Tickets are printed twice\nstatus: published\nseverity: "
    "SEV3\nstarted: 2026-03-02T09:10:00Z\nresolved: "
    "2026-03-02T10:00:00Z\nsummary: S.\nimpact: I.\n";
constexpr std::string_view kReviewed = "review: {date: 2026-03-03, facilitator: runa}\n";
constexpr std::string_view kTimeline =
    "## Timeline (UTC)\n\n- 09:10 - First ticket printed twice\n- 10:00 - Printers restarted\n\n";
constexpr std::string_view kCause =
    "## Root cause\n\nThe spooler repeats what is not confirmed.\n\n## Contributing factors\n\n- "
    "No "
    "test loses a confirmation.\n\n";
constexpr std::string_view kActions =
    "## Action items\n\n- [ ] Refuse a ticket number that has been printed - @ole - Due "
    "2026-03-20\n";

std::string with(std::string_view front, std::string_view cause, std::string_view actions) {
  return "---\n" + std::string(front) + "---\n\n" + std::string(kTimeline) + std::string(cause) +
         std::string(actions);
}

std::string front(std::string_view fields) {
  return with(std::string(kFront) + std::string(fields), kCause, kActions);
}

std::string cause(std::string_view text) {
  return with(std::string(kFront) + std::string(kReviewed),
              "## Root cause\n\n" + std::string(text) +
                  "\n\n## Contributing factors\n\n- No test loses a confirmation.\n\n",
              kActions);
}

std::string whys(std::string_view lines) {
  return with(std::string(kFront) + std::string(kReviewed),
              std::string(kCause) + "## Five whys\n\n" + std::string(lines) + "\n", kActions);
}

std::string actions(std::string_view lines) {
  return with(std::string(kFront) + std::string(kReviewed), kCause,
              "## Action items\n\n" + std::string(lines));
}

std::string section(std::string_view heading, std::string_view text) {
  return with(
      std::string(kFront) + std::string(kReviewed),
      std::string(kCause) + "## " + std::string(heading) + "\n\n" + std::string(text) + "\n\n",
      kActions);
}

constexpr std::string_view kRest = " - @ole - Due 2026-03-20\n";

std::string item(std::string_view text) {
  return actions("- [ ] " + std::string(text) + std::string(kRest));
}

std::string many(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i)
    lines += "- [ ] Test printer " + std::to_string(i) + " without paper" + std::string(kRest);
  return actions(lines);
}

std::vector<Practice> practices() {
  return {
      // Who, instead of what let it happen.
      {"a conclusion about a developer", "person-as-cause",
       cause("Developer K should have tried the new spooler on the test printers."),
       cause("The new spooler can be switched on without having run on the test printers.")},
      {"a name beside bad code", "person-as-cause", cause("Henrik pushed the broken commit."),
       cause("Nothing between a commit and the printers runs a print job.")},
      {"asking who it was", "blameful-wording", section("Response", "Who broke the printers?"),
       section("Response", "What changed on the printers?")},
      {"human error as the root cause", "human-error", cause("Human error."),
       cause("Both queues have the same name on the console.")},
      {"human error as a label", "human-error",
       front("causes: [human-error]\nreview: {date: "
             "2026-03-03}\n"),
       front("causes: [missing-check]\nreview: {date: 2026-03-03}\n")},
      // Stopping too early.
      {"shallow analysis", "few-whys", whys("- Why twice? → The spooler repeated the job.\n"),
       whys(
           "- Why twice? → The spooler repeated the job.\n- Why did it? → No confirmation came.\n- "
           "Why did none come? → The printer confirms before it prints, and nothing tests "
           "that.\n")},
      {"whys that end in a person", "whys-end-in-person",
       // The answer is found twice: as a cause, and as the end of the chain.
       whys("- Why twice? → The spooler repeated the job.\n- Why did it? → The time limit was 1 "
            "s.\n- "
            "Why? → Somebody forgot the unit.\n"),
       whys("- Why twice? → The spooler repeated the job.\n- Why did it? → The time limit was 1 "
            "s.\n- "
            "Why? → The setting has no unit, and no default that works.\n")},
      {"the one root cause", "single-cause",
       with(std::string(kFront) + std::string(kReviewed), "## Root cause\n\nThe spooler.\n\n",
            kActions),
       cause("The spooler.")},
      // Action items that are none.
      {"a reminder", "action-vague", item("Remind all operators to look at the queue"),
       item("Refuse to restart a printer whose queue is not empty")},
      {"better monitoring", "action-vague", item("Improve monitoring"),
       item("Page when a ticket number is printed a second time")},
      {"more care", "action-vague", item("Be more careful with restarts"),
       item("Ask for the queue's name before a restart")},
      {"a promise of care", "action-vague",
       section("Lessons learned", "We'll be more careful next time."),
       section("Lessons learned", "A restart repeats what was not confirmed.")},
      {"training", "action-vague", item("Train all staff"),
       item("Show on the console which queue is live")},
      {"a list that nobody finishes", "action-count", many(15), many(4)},
      {"no owner", "action-owner", actions("- [ ] Test a lost confirmation - Due 2026-03-20\n"),
       item("Test a lost confirmation")},
      {"the team as owner", "action-shared",
       actions("- [ ] Test a lost confirmation - Owner: the team - Due 2026-03-20\n"),
       item("Test a lost confirmation")},
      {"no deadline", "action-due", actions("- [ ] Test a lost confirmation - @ole\n"),
       item("Test a lost confirmation")},
      {"no follow-up", "action-overdue",
       actions("- [ ] Test a lost confirmation - @ole - Due 2026-03-05\n"),
       actions("- [x] Test a lost confirmation - @ole - Due 2026-03-05\n")},
      // A text in place of a talk, or a talk too late.
      {"a text and no meeting", "review-missing", front(""), front(kReviewed)},
      {"no meeting on what hit customers", "review-required",
       front("detection: customer\nvisibility: "
             "public\n"),
       front("detection: customer\nvisibility: public\nreview: {date: 2026-03-03}\n")},
      {"a meeting in the next quarter", "review-late", front("review: {date: 2026-03-09}\n"),
       front("review: {date: 2026-03-04}\n")},
      {"the author leads it", "facilitator-involved",
       front("authors: [runa]\nreview: {date: 2026-03-03, facilitator: runa}\n"),
       front("authors: [ole]\nreview: {date: 2026-03-03, facilitator: runa}\n")},
      {"nobody gets to read it for weeks", "published-late",
       front("published: 2026-03-20\nreview: {date: 2026-03-03}\n"),
       front("published: 2026-03-06\nreview: {date: 2026-03-03}\n")},
      {"customers hear nothing", "customers-not-told",
       front("detection: customer\nreview: {date: 2026-03-03}\n"),
       front("detection: customer\nvisibility: public\nreview: {date: 2026-03-03}\n")},
      {"a template half filled in", "placeholder",
       cause("[What caused the incident - systems, not "
             "people]"),
       cause("The spooler repeats.")},
  };
}

std::set<std::string> rules_found(const std::string& text) {
  Diagnostics problems;
  const SourceTree sources = tree_with({{"incidents/a.md", text}});
  const KnowledgeBase kb = read_knowledge_base(sources, 1, problems);
  std::set<std::string> rules;
  for (const Diagnostic& found : check(kb, sources, {parse_day("2026-03-10").value()}, problems))
    rules.insert(found.id);
  return rules;
}

TEST(Practice, WhatArticlesWarnOfIsFoundAndWhatTheyAdviseIsNot) {
  for (const Practice& practice : practices()) {
    const std::set<std::string> bad = rules_found(practice.bad);
    EXPECT_TRUE(bad.contains(practice.rule)) << practice.name;
    EXPECT_LE(bad.size(), 2U) << practice.name;
    EXPECT_EQ(rules_found(practice.good), std::set<std::string>{}) << practice.name;
  }
}

}  // namespace
}  // namespace debrief
