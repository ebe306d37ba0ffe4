// Lines of a post-mortem in, what `debrief check --fix` makes of them out.

#include "generator/check/fixes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "generator/check/check.h"
#include "generator/check/keep_safe.h"
#include "generator/check/mend.h"
#include "generator/check/same_reading.h"
#include "tests/support/model_text.h"

namespace debrief {
namespace {

const Day kToday = parse_day("2026-03-10").value();

struct Mended {
  SourceTree before, after;
  std::vector<Diagnostic> found;
  Mending mending;

  // Of the first file.
  std::string text() const { return after.find("incidents/a.md")->bytes; }
  std::string findings() const {
    std::string text;
    for (const Diagnostic& item : found) {
      if (!is_mendable(item.id)) continue;
      const std::string line = to_string(item);
      text += line.substr(0, line.find('\n')) + "\n";
    }
    return text;
  }
};

Mended mend_all(const Files& files) {
  Diagnostics problems;
  Mended result;
  result.before = tree_with(files);
  const KnowledgeBase kb = read_knowledge_base(result.before, 1, problems);
  result.found = check(kb, result.before, {kToday}, problems);
  result.mending = mend(kb, result.before, result.found, 1);
  result.after = with_mended(result.before, result.mending.files);
  return result;
}

constexpr std::string_view kFields = "title: Fares\nstarted: 2026-03-02T09:10:00Z\n";

std::string post_mortem(std::string_view body, std::string_view more = "") {
  return "---\n" + std::string(kFields) + std::string(more) + "---\n" + std::string(body);
}

Mended mend_body(std::string_view body) {
  return mend_all({{"incidents/a.md", post_mortem(body)}});
}

// The lines of the body that differ, as they are then; "" if none.
std::string changes(const Mended& mended) {
  const SourceText before("a", mended.before.find("incidents/a.md")->bytes);
  const std::string text = mended.text();
  const SourceText after("a", text);
  EXPECT_EQ(before.line_count(), after.line_count());
  std::string out;
  for (int line = 1; line <= after.line_count(); ++line) {
    if (before.line(line) != after.line(line)) out += std::string(after.line(line)) + "\n";
  }
  return out;
}

std::string items(std::string_view list) {
  return changes(mend_body("\n## Action items\n\n" + std::string(list)));
}

std::string heading(std::string_view line) {
  return changes(mend_body(std::string(line) + "\n\nText.\n"));
}

std::string field(std::string_view line) {
  return changes(
      mend_all({{"incidents/a.md", post_mortem("\nText.\n", std::string(line) + "\n")}}));
}

// ---- task lists

TEST(TaskListFixes, GiveEverySpellingTheOneForm) {
  EXPECT_EQ(items("- Add X (P1, Owner: Alice, Due: March 15)\n"),
            "- [ ] [P1] Add X - Owner: Alice - Due 2026-03-15\n");
  EXPECT_EQ(items("* [x] Add X\n"), "- [x] Add X\n");
  EXPECT_EQ(items("- [X] Add X\n"), "- [x] Add X\n");
  EXPECT_EQ(items("- Add X **DONE**\n"), "- [x] Add X\n");
  EXPECT_EQ(items("- **DONE** Add X (Owner: ole)\n"), "- [x] Add X - @ole\n");
  EXPECT_EQ(items("+ [ ] Add X, done 2026-03-09 - Owner: ole, Due: 15 Mar 2026\n"),
            "- [ ] Add X, done 2026-03-09 - @ole - Due 2026-03-15\n");
  EXPECT_EQ(items("- P0: Add X – by March 15 – @ole and @bob\n"),
            "- [ ] [P0] Add X - @ole, @bob - Due 2026-03-15\n");
  EXPECT_EQ(items("- Add X - @ole - Fixed on March 9 - OPS-17 - prevent\n"),
            "- [x] Add X - @ole - OPS-17 - prevent - Done 2026-03-09\n");
  EXPECT_EQ(items("- Add X ([OPS-17](https://t.example/OPS-17), Owner: ole)\n"),
            "- [ ] Add X - @ole - [OPS-17](https://t.example/OPS-17)\n");
}

TEST(TaskListFixes, KeepTheTextByteForByte) {
  EXPECT_EQ(items("- Cap `a|b`, foo_bar & 80 % – *not* 95! - see [it](https://x.example/(a)) "
                  "(Owner: ole)\n"),
            "- [ ] Cap `a|b`, foo_bar & 80 % – *not* 95! - see [it](https://x.example/(a)) - "
            "@ole\n");
  EXPECT_EQ(items("-   Add X   - @ole  \n"), "-   [ ] Add X   - @ole  \n");
  EXPECT_EQ(items("- Add X - @ole\n  and the rest of it - @bob\n"), "- [ ] Add X - @ole\n");
  EXPECT_EQ(items("- Add X - @ole <!-- check: off action-due Soon. -->\n"),
            "- [ ] Add X - @ole <!-- check: off action-due Soon. -->\n");
  EXPECT_EQ(items("- Tell <!-- internal: a customer -->Initech<!-- /internal --> (Owner: ole)\n"),
            "- [ ] Tell <!-- internal: a customer -->Initech<!-- /internal --> (Owner: ole)\n");
}

TEST(TaskListFixes, LeaveWhatHasTheForm) {
  for (const std::string_view item :
       {"- [ ] Add X",
        "- [x] [P1] Add X - @ole, @bob - Due 2026-03-15 - OPS-17 - prevent - Done "
        "2026-03-09",
        "- [ ] Add X - Due 2026-03-15 - @ole", "- [ ] Add X - Owner: Alice - Due: 2026-03-15",
        "- [ ] ~~Add X~~ - @ole", "- [ ] Add X - @ole - Status: half of it"}) {
    EXPECT_EQ(items(std::string(item) + "\n"), "") << item;
    EXPECT_EQ(mend_body("\n## Action items\n\n" + std::string(item) + "\n").findings(), "") << item;
  }
}

TEST(TaskListFixes, LeaveWhatWouldLoseOrDecideSomething) {
  // Numbers may be referred to; a table stays a table; a quote has signs of its own.
  EXPECT_EQ(items("1. Add X (Owner: ole)\n"), "");
  EXPECT_EQ(items("| Action | Owner |\n|---|---|\n| Add X | ole |\n"), "");
  EXPECT_EQ(items("> - Add X (Owner: ole)\n"), "");
  // Nobody says that it is not done.
  EXPECT_EQ(items("- We have added X\n- Y is looked at\n"), "");
  EXPECT_EQ(items("- We have added X\n- Add Y - @ole\n"), "- [ ] Add Y - @ole\n");
  // March in one country, April in another; a time of day; no day at all; nobody yet.
  EXPECT_EQ(items("- [ ] Add X - Due 3/4/2026\n"), "");
  EXPECT_EQ(items("- Add X (Due: 4/3)\n"), "- [ ] Add X (Due: 4/3)\n");
  EXPECT_EQ(items("- [ ] Add X (Due: 2026-03-15 10:00)\n"), "");
  EXPECT_EQ(items("- [ ] Add X (Due: end of March)\n"), "");
  EXPECT_EQ(items("- [ ] Add X (Owner: TBD)\n"), "");
  EXPECT_EQ(items("- [ ] Add X (P1, Owner: TBD)\n"), "");
  // One list would become two, or two one.
  EXPECT_EQ(items("- [ ] Add X\n\n* [ ] Add Y\n"), "");
}

TEST(TaskListFixes, MendAListAsAWhole) {
  const Mended mended = mend_body(
      "\n## Action items\n\n* [ ] A - @ole\n* B (Owner: ole)\n  * nested, and no item\n* C\n");
  EXPECT_EQ(changes(mended), "- [ ] A - @ole\n- [ ] B - @ole\n- [ ] C\n");
  EXPECT_EQ(mended.findings(),
            "incidents/a.md:8: info: the 3 items of this list are not in the form '- [ ] [P1] Text "
            "- @owner - Due 2026-12-07'; 'debrief check --fix' mends it [task-list-form]\n");
}

TEST(TaskListFixes, KeepWhatAHeadingSaysOfTheKind) {
  EXPECT_EQ(items("### Prevention\n\n- Add X (Owner: ole)\n"), "- [ ] Add X - @ole\n");
}

// ---- days and times

TEST(DateFixes, WriteTimesOfTheFrontMatterInIso) {
  EXPECT_EQ(field("resolved: 2026-03-02 10:00 UTC"), "resolved: 2026-03-02T10:00:00Z\n");
  EXPECT_EQ(field("resolved: '2026-03-02 11:00 +0100'  # about"),
            "resolved: '2026-03-02T11:00:00+01:00'  # about\n");
  EXPECT_EQ(field("end_time: 2026-03-02T9:50Z"), "end_time: 2026-03-02T09:50:00Z\n");
  EXPECT_EQ(field("review: {date: 2026-03-03 10:00 GMT, facilitator: runa}"),
            "review: {date: 2026-03-03T10:00:00Z, facilitator: runa}\n");
}

TEST(DateFixes, LeaveWhatIsIsoOrNoTimeOrHasNoOffset) {
  for (const std::string_view line :
       {"resolved: 2026-03-02", "resolved: 2026-03", "resolved: 2026-03-02T10:00:00+01:00",
        "resolved: 2026-03-02T10:00Z", "resolved: yes", "resolved: 2026-03-02 10:00",
        "resolved: 2026-03-02 10:00:00.5 UTC", "summary: 2026-03-02 10:00 UTC",
        // Which of the two is the value?
        "resolved: 2026-03-02 10:00 UTC  # not 2026-03-02 10:00 UTC"}) {
    EXPECT_EQ(field(line), "") << line;
  }
}

TEST(DateFixes, WriteDaysOfTablesInIso) {
  EXPECT_EQ(items("| Action | Owner | Due |\n|---|---|---|\n| Add X | Ole |  March 20, 2026 |\n"
                  "| Add Y | Ole | 3/4/2026 |\n| Mar 25 | Ole | Mar 25 |\n"),
            "| Add X | Ole |  2026-03-20 |\n| Mar 25 | Ole | 2026-03-25 |\n");
}

// ---- headings

TEST(HeadingFixes, GiveASectionItsName) {
  EXPECT_EQ(heading("## TL;DR"), "## Summary\n");
  EXPECT_EQ(heading("## ROOT CAUSES"), "## Root Cause\n");
  EXPECT_EQ(heading("## Root causes"), "## Root cause\n");
  EXPECT_EQ(heading("## ACTION ITEMS:"), "## Action Items:\n");
  EXPECT_EQ(heading("### 3. Root Causes (so far) <!-- internal -->"),
            "### 3. Root Cause (so far) <!-- internal -->\n");
  EXPECT_EQ(heading("## **5 Whys** ##"), "## **Five Whys** ##\n");
  EXPECT_EQ(heading("LESSONS LEARNT\n======"), "Lessons Learned\n");
}

TEST(HeadingFixes, LeaveWhatSaysMoreOrIsAMatterOfTaste) {
  for (const std::string_view line :
       {"## Root Cause", "## Root cause", "## root cause", "## Customer impact", "## RCA",
        "## Root causes and contributing factors", "## Root cause analysis: 5 whys", "## Follow-up",
        "## What went wrong", "## Notes"}) {
    EXPECT_EQ(heading(line), "") << line;
  }
}

TEST(HeadingFixes, BreakNoLink) {
  EXPECT_EQ(heading("## Root causes\n\n[Why](#root-causes)"), "");
  EXPECT_EQ(heading("## TL;DR\n\n[Short](#tldr)"), "");
  EXPECT_EQ(changes(mend_all({{"incidents/a.md", post_mortem("\n## Root causes\n\nText.\n")},
                              {"pages/b.md",
                               "---\ntitle: B\n---\n\n[Why](../incidents/"
                               "a.md#root-causes)\n"}})),
            "");
  // From a folder, by the address of the page, and from where it cannot be told; not to another.
  const auto linked_by = [](const std::string& link) {
    return changes(
        mend_all({{"incidents/a.md", post_mortem("\n## Root causes\n\nText.\n", "id: PM 1\n")},
                  {"pages/b.md", "---\ntitle: B\n---\n\n" + link + "\n"}}));
  };
  EXPECT_EQ(linked_by("https://wiki.example/incidents/pm-1/#root-causes"), "");
  EXPECT_EQ(linked_by("[Why](<../incidents/%61.md#Root-Causes>)"), "");
  EXPECT_EQ(linked_by("[Why](../incidents/c.md#root-causes)"), "## Root cause\n");
  EXPECT_EQ(linked_by("[Why](#root-causes)"), "## Root cause\n");
  // There would be two of the name.
  EXPECT_EQ(heading("## TL;DR\n\nText.\n\n## Summary"), "");
}

TEST(HeadingFixes, LeaveHeadingsOfOnesOwnTemplate) {
  EXPECT_EQ(changes(mend_all(
                {{"incidents/a.md", post_mortem("\n## TL;DR\n\nText.\n\n## 5 Whys\n\nText.\n")},
                 {"templates/post-mortem.md", "---\ntitle:\n---\n\n## TL;DR\n"}})),
            "## Five Whys\n");
}

// ---- all of them

TEST(Fixes, KeepEveryOtherByte) {
  const std::string before =
      "\xEF\xBB\xBF---\r\ntitle: Fares   \r\nstarted: 2026-03-02 9:10 UTC\t\r\n---\r\n\r\n"
      "## TL;DR  \r\n\r\nText  \r\nwith a break.\t\r\n\r\n## Action items\r\n\r\n"
      "* Add X (Owner: ole)  \r\n\r\n\r\n";
  const std::string after =
      "\xEF\xBB\xBF---\r\ntitle: Fares   \r\nstarted: 2026-03-02T09:10:00Z\t\r\n---\r\n\r\n"
      "## Summary  \r\n\r\nText  \r\nwith a break.\t\r\n\r\n## Action items\r\n\r\n"
      "- [ ] Add X - @ole  \r\n\r\n\r\n";
  EXPECT_EQ(mend_all({{"incidents/a.md", before}}).text(), after);
  // And with no line end at the end.
  EXPECT_EQ(mend_all({{"incidents/a.md", before.substr(0, before.size() - 8)}}).text(),
            after.substr(0, after.size() - 8));
}

TEST(Fixes, AreMadeOnce) {
  const Mended first = mend_body(
      "\n## 5 WHYS\n\nText.\n\n## Action items\n\n* Add X (P1, Owner: Alice, Due: March 15)\n"
      "* [X] Y **DONE**\n* Z - Due 3/4\n\n| Action | Due |\n|---|---|\n| Q | 1 Apr 2026 |\n");
  EXPECT_EQ(first.mending.files.size(), 1U);
  const Mended second = mend_all({{"incidents/a.md", first.text()}});
  EXPECT_EQ(second.mending.files.size(), 0U);
  EXPECT_EQ(second.findings(), "");
}

// Each bullet, box, tag, text, way to put remarks and remark with each other, by turns.
std::string lists_of_every_spelling() {
  const std::vector<std::string> bullets = {"- ", "* ", "+   "};
  const std::vector<std::string> boxes = {"", "[ ] ", "[X] ", "☐ ", "✅ "};
  const std::vector<std::string> tags = {"", "[P1] ", "**P0** ", "p2: ", "[DONE] ", "**DONE** "};
  const std::vector<std::string> texts = {
      "Add a limit",     "Cap `a|b` - then *c*", "See [it](https://x.example/a_(b))",
      "P1 is wrong",     "~~Old~~ thing",        "Raise (by 10) foo_bar!",
      "Use \\*stars\\*", "We've raised it",      "Tell <!-- internal: x -->Init<!-- /internal -->"};
  const std::vector<std::string> remarks = {"@ole",
                                            "Owner: Alice & Bob",
                                            "Owner: TBD",
                                            "Due 2026-03-15",
                                            "by March 28",
                                            "due 3/4",
                                            "Due: 15.04.2026",
                                            "Due: soon",
                                            "2026-04-01 10:00",
                                            "Done 2026-03-09",
                                            "✅ 2026-03-08",
                                            "won't fix",
                                            "**DONE**",
                                            "done",
                                            "Status: half of it",
                                            "OPS-17",
                                            "Ticket: 55",
                                            "Type: chore",
                                            "prevent",
                                            "Priority: High"};
  const std::vector<std::string> ends = {"", "  ", ".", "\n  and more - @bob", "\n  - Owner: eve"};
  std::string out;
  std::size_t n = 0;
  for (const std::string& tag : tags) {
    for (const std::string& text : texts) {
      for (std::size_t first = 0; first < remarks.size(); first += 3, ++n) {
        const std::string& one = remarks[(first + n) % remarks.size()];
        const std::string& other = remarks[(first * 7 + n + 1) % remarks.size()];
        const std::string tail = n % 4 == 0   ? " - " + one + " - " + other
                                 : n % 4 == 1 ? " (" + one + ", " + other + ")"
                                 : n % 4 == 2 ? " – " + one
                                              : " (" + one + ") - " + other;
        out += "### " + std::to_string(n) + "\n\n" + bullets[n % bullets.size()] +
               boxes[n % boxes.size()] + tag + text + tail + ends[n % ends.size()] + "\n\n";
      }
    }
  }
  return out;
}

TEST(Fixes, LeaveEveryItemWhatItWas) {
  const std::string text =
      post_mortem("\n## Action items\n\n" + lists_of_every_spelling(), "status: published\n");
  const Mended mended = mend_all({{"incidents/a.md", text}});
  ASSERT_EQ(mended.mending.files.size(), 1U);
  EXPECT_GT(mended.mending.files.front().fixes.size(), 200U);
  const auto before = read_all({{"incidents/a.md", text}}).kb.incidents.front().report.actions;
  const auto after =
      read_all({{"incidents/a.md", mended.text()}}).kb.incidents.front().report.actions;
  ASSERT_EQ(before.size(), after.size());
  EXPECT_GT(before.size(), 300U);
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_TRUE(is_same_item(before[i], after[i])) << before[i].line;
    EXPECT_EQ(before[i].line, after[i].line);
  }
  EXPECT_EQ(mend_all({{"incidents/a.md", mended.text()}}).findings(), "");
}

TEST(Fixes, ThatAreNotSafeLeaveTheOthers) {
  // What is not safe of these can be found out; of very many it is not tried for ever.
  const auto kept = [](int things, int tries) {
    std::vector<int> all;
    for (int i = 0; i < things; ++i) all.push_back(i);
    int asked = 0;
    const auto safe = keep_safe(
        all,
        [&](const std::vector<int>& some) {
          ++asked;
          return std::ranges::none_of(some, [](int i) { return i % 10 == 3; });
        },
        tries);
    EXPECT_LE(asked, tries);
    return safe;
  };
  EXPECT_EQ(kept(5, 64), (std::vector<int>{0, 1, 2, 4}));
  EXPECT_EQ(kept(20, 64).size(), 18U);
  EXPECT_EQ(kept(3, 1), (std::vector<int>{0, 1, 2}));
  EXPECT_LT(kept(1000, 64).size(), 900U);
}

TEST(Fixes, AreThoseOfFindings) {
  const std::string body =
      "\n## TL;DR <!-- check: off heading-spelling We like it. -->\n\nText.\n\n## Action items\n\n"
      "* Add X (Owner: ole)\n";
  EXPECT_EQ(changes(mend_body(body)), "- [ ] Add X - @ole\n");
  EXPECT_EQ(changes(mend_all({{"incidents/a.md", post_mortem(body)},
                              {"debrief.yaml", "check: {task-list-form: off}\n"}})),
            "");
}

TEST(Fixes, LeaveAFileWithErrorsAlone) {
  const Mended mended =
      mend_all({{"incidents/a.md", post_mortem("\n## TL;DR\n\nText.\n", "resolved: soon\n")}});
  EXPECT_EQ(changes(mended), "");
  EXPECT_EQ(mended.mending.left_alone, std::vector<std::string>{"incidents/a.md"});
  EXPECT_EQ(count_mendable(mended.found), 0U);
}

// ---- the guard

bool same(std::string_view before, std::string_view after) {
  const std::string was = post_mortem(before);
  const ReadKnowledgeBase read = read_all({{"incidents/a.md", was}});
  return reads_the_same(read.kb, read.kb.incidents.front(), was, post_mortem(after));
}

TEST(SameReading, IsTheSameItemInAnotherForm) {
  EXPECT_TRUE(
      same("## Actions\n\n* Add X (P1, @ole)\n", "## Actions\n\n- [ ] [P1] Add X - @ole\n"));
  EXPECT_TRUE(same("## Root causes\n\nText.\n", "## Root cause\n\nText.\n"));
}

TEST(SameReading, TellsWhateverElseChanges) {
  const std::string_view before =
      "## Timeline (UTC)\n\n- 09:10 - It begins\n\n## Root cause\n\nText.\n\n## Actions\n\n- Add X "
      "- "
      "@ole\n  - nested\n\n## Notes\n\nText.\n";
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string after(before);
    const std::size_t at = after.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return same(before, after.replace(at, from.size(), to));
  };
  EXPECT_TRUE(with("", ""));
  EXPECT_FALSE(with("09:10", "09:11"));
  EXPECT_FALSE(with("(UTC)", "(CET)"));
  EXPECT_FALSE(with("Root cause", "Cause for concern"));
  EXPECT_FALSE(with("Text.", "Text"));
  EXPECT_FALSE(with("Add X", "Add Y"));
  EXPECT_FALSE(with("@ole", "@Ole"));
  EXPECT_FALSE(with("- Add X", "- [x] Add X"));
  EXPECT_FALSE(with("nested", "Nested"));
  EXPECT_FALSE(with("## Actions", "### Actions"));
  EXPECT_FALSE(with("## Actions", "## Actions <!-- internal -->"));
  EXPECT_FALSE(with("Notes", "More notes"));
  EXPECT_FALSE(with("## Notes", "\n## Notes"));
}

}  // namespace
}  // namespace debrief
