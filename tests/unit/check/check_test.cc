// Post-mortems in, findings out.

#include "generator/check/check.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

const Day kToday = parse_day("2026-03-10").value();

// Like a diagnostic, without the line of the source.
std::string line_of(const Diagnostic& item) {
  const std::string text = to_string(item);
  return text.substr(0, text.find('\n')) + "\n";
}

std::string findings(const Files& files, CheckOptions options = {kToday}) {
  Diagnostics problems;
  const SourceTree sources = tree_with(files);
  const KnowledgeBase kb = read_knowledge_base(sources, 1, problems);
  std::string out;
  for (const Diagnostic& item : check(kb, sources, options, problems)) out += line_of(item);
  return out;
}

constexpr std::string_view kFields = R"(---
title: Fares cannot be quoted
status: published
severity: SEV3
started: 2026-03-02T09:10:00Z
resolved: 2026-03-02T10:00:00Z
summary: The cache of fares was full.
impact: No quotes for 50 minutes.
)";

constexpr std::string_view kReview = "review: {date: 2026-03-03, facilitator: runa}\n";

constexpr std::string_view kTimeline = R"(## Timeline (UTC)

- 09:10 - The cache is full
- 10:00 - The cache is emptied

)";
constexpr std::string_view kCause = R"(## Root cause

The cache has no limit.

## Contributing factors

- Its disk was on no dashboard.

)";
constexpr std::string_view kActions = R"(## Action items

- [ ] Page when the disk is 80 % full - @ole - Due 2026-03-20
)";

struct Parts {
  std::string more = {};
  std::string timeline = std::string(kTimeline);
  std::string cause = std::string(kCause);
  std::string actions = std::string(kActions);
};

// A post-mortem that is in order but for what the test puts into it.
std::string post_mortem(const Parts& parts) {
  return std::string(kFields) + std::string(kReview) + parts.more + "---\n\n" + parts.timeline +
         parts.cause + parts.actions;
}

std::string found(const Parts& parts) {
  return findings({{"incidents/a.md", post_mortem(parts)}});
}

TEST(Check, FindsNothingWhereNothingIsWrong) {
  EXPECT_EQ(found({}), "");
}

TEST(Check, HasWhatReadingReportsAmongItsFindings) {
  EXPECT_EQ(found({.more = "owner: ole\n"}),
            "incidents/a.md:10:1: warning: unknown field 'owner'; it is shown nowhere "
            "[unknown-field]\n");
}

// ---- form

TEST(Check, MissesWhatReadersLookFor) {
  EXPECT_EQ(findings({{"incidents/a.md",
                       "---\ntitle: A\nstarted: 2026-03-02\nreview: {date: 2026-03-03}\n---\n\n## "
                       "Notes\n\nText.\n"}}),
            "incidents/a.md: warning: missing: summary, timeline, root cause, action items; add a "
            "section "
            "for each, or start from a template: 'debrief new --list-templates' [missing-section]\n"
            "incidents/a.md: info: it says nowhere whom it hit; add 'impact: …' to the front "
            "matter, or a "
            "section 'Impact': who noticed what, how many, for how long [impact-missing]\n");
  EXPECT_EQ(found({.timeline = ""}),
            "incidents/a.md: warning: missing: timeline; add a section 'Timeline', with '- 14:32 - "
            "What happened' for each event [missing-section]\n");
}

TEST(Check, FindsWhatIsLeftFromATemplate) {
  EXPECT_EQ(
      found({.timeline = "## Timeline (UTC)\n\n- [HH:MM] - [What happened]\n- 10:00 - The "
                         "cache is emptied\n\n",
             .cause =
                 "## Root cause\n\nTBD\n\n## Contributing factors\n\n- A disk [what it "
                 "is](https://a.example/)\n- [Final message]\n- Third: TBD\n\n## Detection\n\n"}),
      "incidents/a.md:14:3: warning: '[HH:MM]' is left from a template; write what belongs "
      "there, or take it out [placeholder]\n"
      "incidents/a.md:19:1: warning: 'TBD' is left from a template; write what belongs there, "
      "or take it out [placeholder]\n"
      "incidents/a.md:25:10: warning: 'TBD' is left from a template; write what belongs there, or "
      "take it out [placeholder]\n"
      "incidents/a.md:27: warning: the section 'Detection' says nothing; write it, or take "
      "the heading out [empty-section]\n");
}

TEST(Check, FindsTimesThatGoBack) {
  EXPECT_EQ(
      found({.timeline = "## Timeline (UTC)\n\n- 10:00 - The cache is emptied\n- 09:20 - "
                         "Quotes fail\n\n"}),
      "incidents/a.md:15: warning: '09:20' stands below 10:00 of line 14, which is later; put "
      "the entries in order, or write the date with the time [timeline-order]\n");
}

// ---- analysis

TEST(Check, FindsHumanErrorWhereTheCauseIsTold) {
  EXPECT_EQ(
      found({.more = "causes: [human-error]\n",
             .cause = "## Root cause\n\nThe wrong cluster was drained, a case of human "
                      "error.\n\n## Contributing factors\n\n- Same prompt.\n\n"}),
      "incidents/a.md:10:10: warning: 'human-error' is no cause: people err at all times; name "
      "what let the error through, such as a missing check [human-error]\n"
      "incidents/a.md:20:42: warning: 'human error' is no cause: people err at all times; say "
      "what let the error through, and what made it likely [human-error]\n");
}

TEST(Check, FindsAPersonWhereTheCauseIsToldAndNotElsewhere) {
  EXPECT_EQ(
      found({.timeline = "## Timeline (UTC)\n\n- 09:10 - An engineer accidentally drains the "
                         "cluster\n- 10:00 - Resolved\n\n",
             .cause = "## Root cause\n\nAn engineer\naccidentally drained the "
                      "cluster.\n\n## Contributing factors\n\n- Same prompt.\n\n"}),
      "incidents/a.md:19: warning: 'An engineer accidentally drained' makes a person the cause; "
      "say what in the system allowed it: which step was missing, what did not warn "
      "[person-as-cause]\n");
}

TEST(Check, FindsJudgementsAnywhereButInQuotesAndCode) {
  const Parts parts{.cause =
                        std::string(kCause) +
                        "## Response\n\nOle should have looked at the disk. Why should Ole have "
                        "looked?\n\n> You were careless, wrote a customer: this was "
                        "negligence.\n\n`negligence`\n\n"};
  EXPECT_EQ(findings({{"people.yaml", "- {handle: ole, name: Ole Brandt}\n"},
                      {"incidents/a.md", post_mortem(parts)}}),
            "incidents/a.md:27:1: warning: 'Ole should have looked' judges; say what happened, and "
            "what those who acted could know then [blameful-wording]\n");
}

TEST(Check, FindsChainsOfWhysThatEndEarlyOrInAPerson) {
  EXPECT_EQ(
      found({.cause = "## Five whys\n\n- Why did quotes fail? → The cache was full.\n- Why? → "
                      "Somebody forgot to set a limit.\n\n"}),
      "incidents/a.md:19: warning: the chain of whys has 2 of at least 3 questions; go on "
      "until the answer is something that can be changed [few-whys]\n"
      "incidents/a.md:20: warning: the whys end in a person ('Somebody forgot'); ask once "
      "more: why could that happen, and why did nothing stop it? [whys-end-in-person]\n"
      "incidents/a.md:20:10: warning: 'Somebody forgot' makes a person the cause; say what in "
      "the system allowed it: which step was missing, what did not warn [person-as-cause]\n");
  EXPECT_EQ(
      found({.cause = "## Five whys\n\n- Why did quotes fail? → The cache was full.\n- Why? → "
                      "It has no limit.\n- Why not? → The default has none, and no test "
                      "fills it.\n\n"}),
      "");
}

TEST(Check, AsksForMoreThanOneCause) {
  EXPECT_EQ(
      found({.cause = "## Root cause\n\nThe certificate expired.\n\n"}),
      "incidents/a.md:17: info: there is one cause and nothing else that contributed; say among "
      "the contributing factors what else had to be so for this to happen, or to last so long "
      "[single-cause]\n");
}

// Two in three of the entries of a real status page were of this kind, and none of them is a
// post-mortem that lacks a root cause.
TEST(Check, AsksWhetherAnAnnouncementIsMaintenance) {
  const auto titled = [](const std::string& title) {
    return findings({{"incidents/a.md", "---\ntitle: " + title +
                                            "\nstatus: published\nstarted: 2026-02-01\nresolved: "
                                            "2026-02-01\n---\n\nWe upgrade.\n"}});
  };
  EXPECT_EQ(titled("Maintenance of the mail servers"),
            "incidents/a.md:2: info: by its title this was announced; if it was, add 'kind: "
            "maintenance', so that it counts as no incident. What a post-mortem has to have is not "
            "asked for here [maintenance-kind]\n");
  for (const std::string announced :
       {"Migration of the mails to another host", "'[mail cluster] Upgrade to 1.30.9'",
        "Update of the mail servers", "issues.example.org (Jira) upgrade and restart",
        "Maintenance with downtime of the mail servers"}) {
    EXPECT_NE(titled(announced).find("maintenance-kind"), std::string::npos) << announced;
  }
  for (const std::string trouble :
       {"Outage after maintenance", "Unintended version update", "Post-mortem of the migration",
        "Migration locks the orders", "Updates do not arrive", "Mails lost during the maintenance",
        "Maintenance took longer and the site was down",
        "Emergency maintenance of the mail servers", "Maintainers cannot sign in"}) {
    EXPECT_EQ(titled(trouble).find("maintenance-kind"), std::string::npos) << trouble;
    EXPECT_NE(titled(trouble).find("missing-section"), std::string::npos) << trouble;
  }
  EXPECT_EQ(findings({{"incidents/a.md",
                       "---\ntitle: Mail migration\nstarted: 2026-02-01\nresolved: "
                       "2026-02-01\n---\n\n## Root cause\n\nNo limit.\n"}})
                .find("maintenance-kind"),
            std::string::npos);
}

// ---- actions

std::string of_actions(const std::string& items) {
  return found({.actions = "## Action items\n\n" + items});
}

TEST(Check, CountsActionItems) {
  std::string six;
  for (int i = 1; i <= 6; ++i)
    six += "- [ ] Limit cache " + std::to_string(i) + " - @ole - Due 2026-03-20\n";
  EXPECT_EQ(of_actions(six),
            "incidents/a.md:25: warning: there are 6 action items, more than 5; keep those that "
            "would have prevented or shortened this, and move the rest to a section 'Future "
            "improvements' [action-count]\n");
  EXPECT_EQ(
      of_actions("We could not think of any.\n\n"),
      "incidents/a.md:25: warning: there is no action item; write what keeps this from "
      "happening again, or at least makes it shorter: '- [ ] What is to be done - @owner - Due "
      "2026-12-07' [action-count]\n");
}

TEST(Check, AsksWhoDoesItAndUntilWhen) {
  EXPECT_EQ(
      of_actions("- [ ] Limit the cache - Due 2026-03-20\n"
                 "- [ ] Page at 80 % - Owner: the team - Due 2026-03-20\n"
                 "- [ ] Move the disk - @ole, @runa - Due 2026-03-20\n"
                 "- [ ] Add a dashboard - @ole\n"
                 "- [x] Empty the cache\n"),
      "incidents/a.md:27: warning: nobody owns this action item; put ' - @handle' of one person "
      "at its end [action-owner]\n"
      "incidents/a.md:28:29: warning: 'the team' is no person; name the one who sees to it "
      "[action-shared]\n"
      "incidents/a.md:29: warning: 2 people own this action item (ole, runa); name the one who "
      "sees to it [action-shared]\n"
      "incidents/a.md:30: warning: this action item is due on no day; put ' - Due 2026-12-07' "
      "at its end, or tick it if it is done: '- [x] …' [action-due]\n");
  EXPECT_EQ(
      of_actions("- [ ] Limit the cache\n- [ ] Page at 80 %\n"),
      "incidents/a.md:27: warning: none of the 2 open action items has an owner; put ' - "
      "@handle' of one person at the end of each [action-owner]\n"
      "incidents/a.md:27: warning: none of the 2 open action items is due on any day; put ' - "
      "Due 2026-12-07' at the end of each, and tick what is done: '- [x] …' [action-due]\n");
}

TEST(Check, DoubtsDaysThatCannotBeMeant) {
  EXPECT_EQ(
      of_actions("- [ ] Limit the cache - @ole - Due 2025-03-20\n"
                 "- [ ] Replace the cache - @ole - Due 2028-12-31\n"
                 "- [ ] Page at 80 % - @ole - Due 2026-03-09\n"),
      "incidents/a.md:27: warning: this action item was due on 2025-03-20, before the incident "
      "was over (2026-03-02); mend the day [action-due-past]\n"
      "incidents/a.md:27: info: this action item has been overdue for 355 days; tick it, drop "
      "it (~~text~~) or agree on a new day [action-overdue]\n"
      "incidents/a.md:28: warning: this action item is due on 2028-12-31, 1035 days after the "
      "incident; take a step that can be done sooner, or move it to 'Future improvements' "
      "[action-due-far]\n"
      "incidents/a.md:29: info: this action item has been overdue for 1 day; tick it, drop it "
      "(~~text~~) or agree on a new day [action-overdue]\n");
}

TEST(Check, FindsGoodResolutions) {
  EXPECT_EQ(of_actions("- [ ] Be more careful with caches - @ole - Due 2026-03-20\n"),
            "incidents/a.md:27: warning: 'Be more careful with caches' is a good resolution: "
            "attention is no mechanism; say what will be different, and how one can see that "
            "[action-vague]\n");
}

TEST(Check, AsksOfWhatIsDoneOnlyThatItIsTicked) {
  EXPECT_EQ(
      found({.actions = "## Action items\n\n- [ ] Page when the disk is 80 % full - @ole - Due "
                        "2026-03-20\n- We've raised the limit of the cache\n"}),
      "incidents/a.md:28: info: this action item tells that it is done; tick it ('- [x] …'), "
      "or say what is to be done [action-unticked]\n");
}

// ---- process

std::string of_fields(std::string_view fields, std::string_view today = "2026-03-10") {
  const std::string text =
      "---\ntitle: Fares cannot be quoted\nsummary: S.\nimpact: {summary: I., " +
      std::string(fields) + "---\n\n" + std::string(kTimeline) + std::string(kCause) +
      std::string(kActions);
  return findings({{"incidents/a.md", text}}, {parse_day(today).value()});
}

TEST(Check, AsksForAReviewOfWhatCostsMost) {
  constexpr std::string_view kTimes =
      "started: 2026-03-02T09:10:00Z\nresolved: 2026-03-02T10:00:00Z\nstatus: published\n";
  const std::string way_out =
      "; meet, and add 'review: {date: 2026-12-07, facilitator: handle, attendees: [handles]}' ";
  EXPECT_EQ(of_fields("}\nseverity: SEV3\n" + std::string(kTimes)),
            "incidents/a.md: info: no review is written down" + way_out + "[review-missing]\n");
  EXPECT_EQ(
      of_fields("}\nseverity: SEV1\n" + std::string(kTimes)),
      "incidents/a.md: warning: no review is written down although SEV1 is the worst severity" +
          way_out + "[review-required]\n");
  EXPECT_EQ(
      of_fields("customers: 400}\nseverity: SEV3\n" + std::string(kTimes)),
      "incidents/a.md: warning: no review is written down although customers were hit" + way_out +
          "[review-required]\n"
          "incidents/a.md:4: info: customers were hit, and nothing about it is public; if they may "
          "read it, write 'visibility: public' beside 'status: published' [customers-not-told]\n");
}

// Only what else is done asks somebody to approve it.
TEST(Check, AsksForAnApprovalWhereOneIsRequired) {
  const auto found = [](std::string_view config, std::string_view more) {
    const Files files = {
        {"debrief.yaml", std::string(config)},
        {"people.yaml", "- {handle: runa, name: Runa Berg, role: an engineer}\n"},
        {"incidents/a.md", std::string(kFields) + std::string(kReview) + std::string(more) +
                               "---\n" + std::string(kTimeline) + std::string(kCause) +
                               std::string(kActions)}};
    const std::string all = findings(files);
    std::string lines;
    for (std::size_t at = 0; at < all.size();) {
      const std::string line = all.substr(at, all.find('\n', at) + 1 - at);
      at += line.size();
      if (line.find("approv") != std::string::npos) lines += line;
    }
    return lines;
  };
  constexpr std::string_view kRequired = "views: {public: {approval: required}}\n";
  constexpr std::string_view kAsks =
      "incidents/a.md:10: info: it is to be public, and nobody has approved that; who has read "
      "what becomes public writes 'public: {approved_by: …}' [waiting-for-approval]\n";
  EXPECT_EQ(found("title: A\n", "visibility: public\n"), "");
  EXPECT_EQ(found(kRequired, ""), "");
  EXPECT_EQ(found(kRequired, "visibility: public\n"), kAsks);
  EXPECT_EQ(found(kRequired, "visibility: public\npublic: {not_before: 2026-12-01}\n"), kAsks);
  EXPECT_EQ(found(kRequired, "visibility: public\npublic: {approved_by: runa}\n"), "");
  EXPECT_EQ(
      found(kRequired, "visibility: public\npublic: {approved_by: rune}\n"),
      "incidents/a.md:11:10: warning: people.yaml does not know 'rune', so this is approved by "
      "nobody and not public; did you mean 'runa'? [unknown-approver]\n");
}

TEST(Check, TakesAReviewWithoutADayForOne) {
  EXPECT_EQ(of_fields("}\nseverity: SEV1\nstarted: 2026-03-02T09:10:00Z\nresolved: "
                      "2026-03-02T10:00:00Z\nstatus: published\nreview: {attendees: [AN, EC]}\n"),
            "");
}

TEST(Check, KnowsWhatIsLate) {
  EXPECT_EQ(
      of_fields("}\nstarted: 2026-03-02T09:10:00Z\nresolved: 2026-03-02T10:00:00Z\nreview: "
                "{date: 2026-03-06}\nstatus: published\npublished: 2026-03-15\n"),
      "incidents/a.md:7: info: the review was 3 days after the end, later than 48 hours; "
      "plan the next one while the incident is fresh [review-late]\n"
      "incidents/a.md:9: info: it was published 12 days after the end, later than 7 days; what "
      "is missing can be added later [published-late]\n");
  constexpr std::string_view kInReview =
      "}\nstarted: 2026-03-02T09:10:00Z\nresolved: 2026-03-02T10:00:00Z\nstatus: in-review\n";
  EXPECT_EQ(of_fields(kInReview, "2026-03-09"), "");
  EXPECT_EQ(of_fields(kInReview, "2026-03-11"),
            "incidents/a.md:7: info: it ended 8 days ago and is not published; finish it and write "
            "'status: published' [not-published]\n");
}

TEST(Check, WantsSomebodyElseToLeadTheReview) {
  EXPECT_EQ(
      found({.more = "authors: [Runa]\n"}),
      "incidents/a.md:9: info: runa led the review and wrote it; let somebody lead it who was "
      "not part of it [facilitator-involved]\n");
  EXPECT_EQ(
      found({.timeline = "## Timeline (UTC)\n\n| Time | Who | Event |\n|---|---|---|\n| 09:10 | "
                         "Runa | Empties the cache |\n\n"}),
      "incidents/a.md:9: info: runa led the review and responded to it; let somebody lead it "
      "who was not part of it [facilitator-involved]\n");
}

TEST(Check, LeavesWhatGoesOnAlone) {
  const std::string text =
      "---\ntitle: A\nsummary: S.\nimpact: I.\nstatus: published\nstarted: 2026-03-09T09:00:00Z\n"
      "---\n\n## Timeline (UTC)\n\n- 09:00 - Quotes fail\n";
  EXPECT_EQ(findings({{"incidents/a.md", text}}), "");
  EXPECT_NE(findings({{"incidents/a.md", text}}, {parse_day("2026-04-01").value()}), "");
}

// ---- the base as a whole

TEST(Check, KnowsWhatWasOpenWhenItHappenedAgain) {
  Parts later;
  later.more = "id: PM-2\nrepeats: [PM-1]\n";
  std::string earlier = post_mortem({.more = "id: PM-1\n"});
  EXPECT_EQ(
      findings({{"incidents/a.md", earlier}, {"incidents/b.md", post_mortem(later)}}),
      "incidents/b.md:11: warning: an action item of PM-1, which this repeats, is still open; "
      "do that first, or drop it with a reason [repeats-with-open-actions]\n");
  earlier.replace(earlier.find("[ ]"), 3, "[x]");
  EXPECT_EQ(findings({{"incidents/a.md", earlier}, {"incidents/b.md", post_mortem(later)}}), "");
}

TEST(Check, FindsWhatIsVeryLikeAnEarlierOne) {
  const auto one = [](const std::string& id, const std::string& day, const std::string& title,
                      const std::string& text) {
    return "---\nid: " + id + "\ntitle: " + title + "\nstarted: " + day +
           "\nstatus: draft\nservices: [quotes]\n---\n\n" + text + "\n";
  };
  Files files = {
      {"incidents/a.md", one("PM-1", "2026-01-02", "Fare cache exhausts connections",
                             "Eviction leaked sockets of the fare cache.")},
      {"incidents/b.md", one("PM-2", "2026-02-02", "Fare cache exhausts connections again",
                             "Eviction leaked sockets of the fare cache.")},
  };
  for (int i = 0; i < 8; ++i) {
    files.emplace_back("incidents/x" + std::to_string(i) + ".md",
                       "---\ntitle: Lorry " + std::to_string(i) +
                           "\nstarted: 2025-01-02\nstatus: draft\n---\n\nWeighbridge\n");
  }
  CheckOptions options{kToday};
  options.drafts = true;
  const std::string text = findings(files, options);
  EXPECT_NE(text.find("incidents/b.md:3: info: very like PM-1 'Fare cache exhausts connections'"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("very like PM-2"), std::string::npos);
}

TEST(Check, AsksNothingOfMaintenanceAndDrafts) {
  EXPECT_EQ(findings({{"incidents/a.md",
                       "---\ntitle: A\nkind: maintenance\nstarted: 2026-03-02\n---\n\nTBD\n"},
                      {"incidents/b.md",
                       "---\ntitle: A\nstatus: draft\nstarted: 2026-03-02\n---\n\nTBD\n"}}),
            "");
}

// ---- settings

std::string with_config(const std::string& config, const Parts& parts = {}) {
  return findings(
      {{"debrief.yaml", "title: T\n" + config}, {"incidents/a.md", post_mortem(parts)}});
}

TEST(CheckSettings, ChangeLevelsAndNumbers) {
  const Parts parts{.cause = "## Root cause\n\nThe certificate expired.\n\n"};
  EXPECT_EQ(with_config("check: {single-cause: off}\n", parts), "");
  EXPECT_EQ(with_config("check: {single-cause: {level: error}}\n", parts).substr(0, 24),
            "incidents/a.md:17: error");
  EXPECT_EQ(
      with_config("check: {review-late: {hours: 10}}\n"),
      "incidents/a.md:9: info: the review was 14 hours after the end, later than 10 hours; plan "
      "the next one while the incident is fresh [review-late]\n");
}

TEST(CheckSettings, AreStrict) {
  EXPECT_EQ(
      with_config("check:\n"
                  "  action-counts: off\n"
                  "  action-count: {most: 7}\n"
                  "  few-whys: {min: many}\n"
                  "  human-error: warn\n"
                  "  single-cause: [off]\n"
                  "  exceptions: [{rule: few-whys, path: incidents/}]\n"),
      "debrief.yaml:3:3: error: there is no rule 'action-counts'; did you mean 'action-count'? "
      "[unknown-rule]\n"
      "debrief.yaml:4:18: error: the rule 'action-count' has no setting 'most' "
      "[unknown-setting]\n"
      "debrief.yaml:5:14: error: 'many' is no whole number from 1 to 20 [bad-number]\n"
      "debrief.yaml:6:16: error: 'warn' is none of error, warning, info, off "
      "[unknown-level]\n"
      "debrief.yaml:7:3: error: 'single-cause' must be a level (error, warning, info, off) or "
      "settings such as {level: info} [wrong-type]\n"
      "debrief.yaml:8:16: error: an exception needs 'reason' [missing-key]\n");
}

// ---- exceptions

TEST(CheckExceptions, HoldForTheFileBeforeTheFirstHeading) {
  EXPECT_EQ(found({.timeline = "<!-- check: off single-cause The vendor tells no more. -->\n\n" +
                               std::string(kTimeline),
                   .cause = "## Root cause\n\nThe certificate expired.\n\n"}),
            "");
}

TEST(CheckExceptions, HoldForASection) {
  const std::string cause = "## Root cause\n\nThe certificate expired.\n\n";
  constexpr const char* kException =
      "<!-- check: off single-cause The vendor tells no more. -->\n\n";
  EXPECT_EQ(found({.cause = kException + cause}), "");
  EXPECT_EQ(found({.cause = "## Root cause\n\n" + std::string(kException) +
                            "The certificate expired.\n\n"}),
            "");
  EXPECT_NE(
      found({.cause = cause, .actions = kException + std::string(kActions)}).find("[single-cause]"),
      std::string::npos);
}

TEST(CheckExceptions, HoldForTheBlockThatFollowsOrTheItemTheyStandIn) {
  EXPECT_EQ(
      of_actions("- [ ] Improve monitoring - @ole - Due 2026-03-20 <!-- check: off "
                 "action-vague The details are in the ticket. -->\n"
                 "- [ ] Improve tests - @ole - Due 2026-03-20\n"),
      "incidents/a.md:28: warning: 'Improve tests' is a good resolution: nobody can tell when "
      "this is done; say what will be different, and how one can see that [action-vague]\n");
  const std::string two =
      "Text.\n\n<!-- check: off blameful-wording These are the words of the report. -->\n\nIt was "
      "negligence.\n\nIt was Ole's fault.\n\n";
  EXPECT_EQ(found({.cause = std::string(kCause) + "## Response\n\n" + two}),
            "incidents/a.md:33:8: warning: 'Ole's fault' judges; say what happened, and what those "
            "who acted could know then [blameful-wording]\n");
}

TEST(CheckExceptions, NeedAReasonARuleAndAFinding) {
  EXPECT_EQ(
      found({.timeline = "<!-- check: off single-cause -->\n<!-- check: of few-whys No. -->\n"
                         "<!-- check: off few-why No. -->\n<!-- check: off few-whys No. -->\n\n" +
                         std::string(kTimeline)}),
      "incidents/a.md:12: error: say why: '<!-- check: off single-cause reason -->' "
      "[bad-exception]\n"
      "incidents/a.md:13: error: an exception is written '<!-- check: off RULE reason -->' "
      "[bad-exception]\n"
      "incidents/a.md:14: error: there is no rule 'few-why'; did you mean 'few-whys'? "
      "[bad-exception]\n"
      "incidents/a.md:15: warning: 'few-whys' finds nothing here; take the exception out, or "
      "move it to where it is needed [unused-exception]\n");
}

TEST(CheckExceptions, CanStandInTheConfiguration) {
  const Parts parts{.cause = "## Root cause\n\nThe certificate expired.\n\n"};
  EXPECT_EQ(
      with_config("check: {exceptions: [{rule: single-cause, path: incidents/, reason: R.}]}\n",
                  parts),
      "");
  EXPECT_EQ(with_config("check:\n  exceptions:\n"
                        "    - {rule: few-whys, path: incidents/a.md, reason: R.}\n"
                        "    - {rule: few-whys, path: incidents/b.md, reason: R.}\n"),
            "debrief.yaml:4:7: warning: 'few-whys' finds nothing here; take the exception out, or "
            "move it to where it is needed [unused-exception]\n"
            "debrief.yaml:5:7: error: there is no file or folder 'incidents/b.md' "
            "[bad-exception]\n");
}

TEST(CheckExceptions, HoldForWarningsOfTheReaderButNotForItsErrors) {
  EXPECT_EQ(with_config("check: {exceptions: [{rule: unknown-field, path: incidents/a.md, reason: "
                        "R.}]}\n",
                        {.more = "owner: ole\n"}),
            "");
  const std::string text = with_config(
      "check: {exceptions: [{rule: unknown-incident, path: incidents/a.md, reason: R.}]}\n",
      {.more = "repeats: [PM-9]\n"});
  EXPECT_NE(text.find("error: there is no post-mortem with the id 'PM-9'"), std::string::npos)
      << text;
}

}  // namespace
}  // namespace debrief
