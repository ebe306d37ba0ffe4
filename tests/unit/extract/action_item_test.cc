#include "generator/extract/action_item.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view markdown;
  std::string_view items;
};

// The items of an "Action items" section with this text, in a post-mortem of 15 February 2026.
std::string items_of(std::string_view markdown) {
  const ReadReport result = read(report_text("", "## Action items\n\n" + std::string(markdown)));
  return print(result.report->actions) + result.problems;
}

TEST(ActionItems, AreReadFromLists) {
  const Case cases[] = {
      {"with dashes", "- [ ] [P1] Add connection leak detection - @alice - Due 2026-03-15",
       "[ ] P1 'Add connection leak detection' owner=alice due=2026-03-15\n"},
      {"with a short date", "- [ ] [P1] Add connection leak detection - @alice - Due 2/15",
       "[ ] P1 'Add connection leak detection' owner=alice due=2026-02-15\n"},
      {"with names", "- [x] Add connection leak detection - Owner: Alice - Due: 2026-03-15",
       "[x] 'Add connection leak detection' owner=Alice due=2026-03-15\n"},
      {"in brackets", "- Add connection leak detection (P1, Owner: Alice, Due: March 15)",
       "[ ] P1 'Add connection leak detection' owner=Alice due=2026-03-15\n"},
      {"in brackets, with a full stop",
       "- Add a lock alert that fires after 30 seconds (Owner: Sarah, Due: March 28).",
       R"([ ] 'Add a lock alert that fires after 30 seconds' owner=Sarah due=2026-03-28
)"},
      {"comma in the date", "- Add a limit (Owner: Sarah, Due: March 28, 2026)",
       "[ ] 'Add a limit' owner=Sarah due=2026-03-28\n"},
      {"long dashes", "- Add a limit – @bob — Due: 28 Feb",
       "[ ] 'Add a limit' owner=bob due=2026-02-28\n"},
      {"brackets that are text", "- Add a limit (see the runbook)",
       "[ ] 'Add a limit (see the runbook)'\n"},
      {"dash that is text", "- Move from v1 - v2 - @bob", "[ ] 'Move from v1 - v2' owner=bob\n"},
      {"several owners", "- Add a limit - @bob and @carol-d, @eve",
       "[ ] 'Add a limit' owner=bob owner=carol-d owner=eve\n"},
      {"a team", "- Add a limit - Owner: the team", "[ ] 'Add a limit' owner=the team\n"},
      {"a ticket and a type", "- Add a limit - Ticket: OPS-17 - Type: Prevent",
       "[ ] 'Add a limit' type=prevent ticket=OPS-17\n"},
      {"glued DONE", "- Add a limit **DONE**", "[x] 'Add a limit'\n"},
      {"DONE in capitals behind a dash", "- Add a limit - DONE\n- Add a page - **DONE** - @bob",
       "[x] 'Add a limit'\n[x] 'Add a page' owner=bob\n"},
      {"DONE behind a dash", "- Add a limit - @bob - done", "[x] 'Add a limit' owner=bob\n"},
      {"a date that is none", "- Add a limit - Due: next sprint",
       "[ ] 'Add a limit' due?=next sprint\n"},
      {"text of markup", "- [ ] Add `max_conn` to **the [pool](a.md)** - Owner: Alice",
       "[ ] 'Add max_conn to the pool' owner=Alice\n"},
      {"full stop of its own", "- Add a limit.", "[ ] 'Add a limit.'\n"},
      {"only a priority", "- [P1]", ""},
      {"numbered", "1. Add a limit\n2. Add an alert", R"([ ] 'Add a limit'
[ ] 'Add an alert'
)"},
      {"nested", "- Add a limit\n  - and test it\n- Add an alert", R"([ ] 'Add a limit'
[ ] 'Add an alert'
)"},
      {"placeholder", "- [ ] [Action 1] - Owner: [Name] - Due: [Date]", ""},
      {"text alone", "Nothing to do.", ""},
      {"marked",
       "- <!-- internal -->Add a limit<!-- /internal -->\n- Tell <!-- internal: a customer "
       "-->Initech<!-- /internal -->",
       R"([ ] 'Add a limit'
[ ] 'Tell Initech'
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(items_of(c.markdown), c.items) << c.name;
}

TEST(ActionItems, KnowHowOwnersAreNamed) {
  const struct {
    std::string_view text;
    std::string_view owners;
  } kCases[] = {
      {"@alice", " owner=alice"},
      {"@alice @bob", " owner=alice owner=bob"},
      {"@alice & @bob", " owner=alice owner=bob"},
      {"@org/team", " owner=org/team"},
      {"Owner: @alice, @bob", " owner=alice owner=bob"},
      {"Owner: Alice & Bob", " owner=Alice owner=Bob"},
      {"Owners: Alice, Bob", " owner=Alice owner=Bob"},
      {"Owner: Alice / Bob", " owner=Alice owner=Bob"},
      {"Owner: Alice and Bob", " owner=Alice owner=Bob"},
      {"Owner(s): Alice; Bob", " owner=Alice owner=Bob"},
      {"Owner: Platform team", " owner=Platform team"},
      {"Owner: Sales and Support team", " owner=Sales and Support team"},
      {"Team: Platform", " owner=Platform"},
      {"Assignee: R&D", " owner=R&D"},
      {"assigned to: alice", " owner=alice"},
      {"Assigned to @alice", " owner=alice"},
      {"DRI: alice", " owner=alice"},
      {"Owner: TBD", ""},
      {"Owner: ?", ""},
      {"Owner: none", ""},
      {"Owner: unassigned", ""},
      {"Owner: [Name]", ""},
      {"Owner: -", ""},
      {"Owner:", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(items_of("- Add a limit - " + std::string(c.text)),
              "[ ] 'Add a limit'" + std::string(c.owners) + "\n")
        << c.text;
    EXPECT_EQ(items_of("- Add a limit (" + std::string(c.text) + ")."),
              "[ ] 'Add a limit'" + std::string(c.owners) + "\n")
        << c.text << " in brackets";
  }
}

TEST(ActionItems, KnowDaysStatesAndTickets) {
  const struct {
    std::string_view text;
    std::string_view box;
    std::string_view rest;
  } kCases[] = {
      {"Due 2026-03-15", " ", " due=2026-03-15"},
      {"Due 3/15", " ", " due=2026-03-15"},
      {"due by March 28", " ", " due=2026-03-28"},
      {"Due: 15 Mar 2026", " ", " due=2026-03-15"},
      {"Deadline: Mar 15th", " ", " due=2026-03-15"},
      {"by 28.02.2026", " ", " due=2026-02-28"},
      {"2026-03-15", " ", " due=2026-03-15"},
      {"3/15", " ", " due=2026-03-15"},
      {"Due: end of March", " ", " due?=end of March"},
      {"Due Q3 2026", " ", " due?=Q3 2026"},
      {"Due Friday", " ", " due?=Friday"},
      {"Due: TBD", " ", " due?=TBD"},
      {"Due: n/a", " ", ""},
      {"Due: [Date]", " ", ""},
      {"done", "x", ""},
      {"Done 2026-03-01", "x", " completed=2026-03-01"},
      {"done on March 1", "x", " completed=2026-03-01"},
      {"Completed: 2026-03-01", "x", " completed=2026-03-01"},
      {"Completed", "x", ""},
      {"Closed on: 3/1", "x", " completed=2026-03-01"},
      {"✅ 2026-03-01", "x", " completed=2026-03-01"},
      {"✅", "x", ""},
      {"Status: Done", "x", ""},
      {"Status: done (2026-03-01)", "x", " completed=2026-03-01"},
      {"Status: open", " ", ""},
      {"Status: in progress", " ", " progress='in progress'"},
      {"in progress", " ", " progress='in progress'"},
      {"not started", " ", ""},
      {"Completed: no", " ", ""},
      {"dropped", " ", " DROPPED"},
      {"Status: won't fix", " ", " DROPPED"},
      {"Won’t do", " ", " DROPPED"},
      {"wontfix", " ", " DROPPED"},
      {"cancelled", " ", " DROPPED"},
      {"Status: declined", " ", " DROPPED"},
      {"obsolete", " ", " DROPPED"},
      {"OPS-12", " ", " ticket=OPS-12"},
      {"#1234", " ", " ticket=#1234"},
      {"org/repo#12", " ", " ticket=org/repo#12"},
      {"Bug 17", " ", " ticket=Bug 17"},
      {"tracked in OPS-12", " ", " ticket=OPS-12"},
      {"[OPS-12](https://t.example/12)", " ", " ticket=OPS-12 at https://t.example/12"},
      {"Ticket: [here](https://t.example/12)", " ", " ticket=here at https://t.example/12"},
      {"https://t.example/issues/12", " ",
       " ticket=https://t.example/issues/12 at https://t.example/issues/12"},
      {"Owner: Alice, Due: March 28, 2026, done", "x", " owner=Alice due=2026-03-28"},
      {"@alice, due 3/15; OPS-1", " ", " owner=alice due=2026-03-15 ticket=OPS-1"},
      {"Type: Prevention", " ", " type=prevent"},
      {"Category: Docs", " ", " type=docs"},
      {"Type prevent", " ", " type=prevent"},
      {"type Detect", " ", " type=detect"},
      {"prevent", " ", " type=prevent"},
      {"Detect", " ", " type=detect"},
      {"mitigate", " ", " type=mitigate"},
      {"process", " ", " type=process"},
      {"investigate", " ", " type=investigate"},
      {"@alice, due 3/15, prevent", " ", " type=prevent owner=alice due=2026-03-15"},
  };
  for (const auto& c : kCases) {
    const std::string item =
        "[" + std::string(c.box) + "] 'Add a limit'" + std::string(c.rest) + "\n";
    EXPECT_EQ(items_of("- Add a limit - " + std::string(c.text)), item) << c.text;
    EXPECT_EQ(items_of("- Add a limit (" + std::string(c.text) + ")"), item)
        << c.text << " in brackets";
  }
}

// A type at the end used to keep owner and day in the text: such an item was never overdue.
TEST(ActionItems, MayEndWithTheirType) {
  const Case cases[] = {
      {"a word", "- [ ] Do it - @tanaka - Due 2026-11-18 - prevent",
       "[ ] 'Do it' type=prevent owner=tanaka due=2026-11-18\n"},
      {"labelled", "- [ ] Do it - @tanaka - Due 2026-11-18 - Type: prevent",
       "[ ] 'Do it' type=prevent owner=tanaka due=2026-11-18\n"},
      {"labelled without a colon", "- [ ] Do it - @tanaka - Due 2026-11-18 - Type prevent",
       "[ ] 'Do it' type=prevent owner=tanaka due=2026-11-18\n"},
      {"amid the others", "- [ ] Do it – Detect – @tanaka – OPS-17",
       "[ ] 'Do it' type=detect owner=tanaka ticket=OPS-17\n"},
      {"over that of the heading", "### Detection\n\n- Do it - prevent\n- Do more",
       "[ ] 'Do it' type=prevent\n[ ] 'Do more' type=detect\n"},
      {"a word of the sentence", "- Write down the process\n- Add a test, then investigate",
       "[ ] 'Write down the process'\n[ ] 'Add a test, then investigate'\n"},
      {"more than the word", "- Mend it - process of releases\n- Look - type detection",
       "[ ] 'Mend it - process of releases'\n[ ] 'Look - type detection'\n"},
      {"a word alone", "- Investigate", "[ ] 'Investigate'\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(items_of(c.markdown), c.items) << c.name;
}

TEST(ActionItems, AreReadHoweverTheyAreWritten) {
  const Case cases[] = {
      {"boxes in a paragraph",
       "Tasks with owners:\n☐ [P1] Add a limit - @alice - Due 3/15\n☑ [P2] Write a very\nlong "
       "runbook - @bob\n",
       "[ ] P1 'Add a limit' owner=alice due=2026-03-15\n"
       "[x] P2 'Write a very long runbook' owner=bob\n"},
      {"a quoted sentence", "- \"Add a limit (Owner: Sarah, Due: March 28).\"",
       "[ ] 'Add a limit' owner=Sarah due=2026-03-28\n"},
      {"a quoted sentence, the stop outside", "- “Add a limit (Owner: Sarah)”.",
       "[ ] 'Add a limit' owner=Sarah\n"},
      {"quotes of its own", "- Say \"no limit\"", "[ ] 'Say \"no limit\"'\n"},
      {"lines of a paragraph", "Add a limit - @alice\nAdd an alert - Due: soon\n",
       "[ ] 'Add a limit' owner=alice\n[ ] 'Add an alert' due?=soon\n"},
      {"a paragraph", "We will add\na limit (Owner: Sarah).\n",
       "[ ] 'We will add a limit' owner=Sarah\n"},
      {"prose", "These are due - sadly - soon.\n\nNot *one* more.\n", ""},
      {"quoted list", "> - Add a limit\n", "[ ] 'Add a limit'\n"},
      {"due to", "- Wait longer - due to the load", "[ ] 'Wait longer - due to the load'\n"},
      {"brackets, then dashes", "- Add a limit (P1) - @alice",
       "[ ] P1 'Add a limit' owner=alice\n"},
      {"brackets behind a word like a state", "- See that it is done (Owner: Alice)",
       "[ ] 'See that it is done' owner=Alice\n"},
      {"priority in front", "- P1: Add a limit\n- **P2** Add it\n- P3 - Add\n- (P4) Do",
       "[ ] P1 'Add a limit'\n[ ] P2 'Add it'\n[ ] P3 'Add'\n[ ] P4 'Do'\n"},
      {"tags in front", "- [P1] [DONE] Add a limit\n- [Prevention] Add it\n- [OPS-1] Add",
       "[x] P1 'Add a limit'\n[ ] 'Add it' type=prevent\n[ ] 'Add' ticket=OPS-1\n"},
      {"state in bold", "- Add a limit **TODO**\n- Remove each TODO",
       "[ ] 'Add a limit'\n[ ] 'Remove each TODO'\n"},
      {"signs of plug-ins", "- [x] Add a limit 📅 2026-03-15 ✅ 2026-03-01",
       "[x] 'Add a limit' due=2026-03-15 completed=2026-03-01\n"},
      {"ticket at the end", "- Add a limit [OPS-1](https://t.example/1)",
       "[ ] 'Add a limit' ticket=OPS-1 at https://t.example/1\n"},
      {"ticket of the sentence", "- Finish what began in [OPS-1](https://t.example/1)",
       "[ ] 'Finish what began in OPS-1'\n"},
      {"ticket in brackets", "- Add a limit ([OPS-1](https://t.example/1)).",
       "[ ] 'Add a limit' ticket=OPS-1 at https://t.example/1\n"},
      {"struck through",
       "- ~~Add a limit~~\n- ~~Add it - @alice~~\n- Add ~~two~~ limits\n"
       "- [x] ~~Do it~~",
       "[ ] 'Add a limit' DROPPED\n[ ] 'Add it' owner=alice DROPPED\n[ ] 'Add two limits'\n"
       "[x] 'Do it'\n"},
      {"type of a parent",
       "- **Prevention**\n  - Add a limit\n- Detection:\n  - Add an alert\n"
       "    - and test it\n- Short term\n  - Add a page",
       "[ ] 'Add a limit' type=prevent\n[ ] 'Add an alert' type=detect\n[ ] 'Add a page'\n"},
      {"type of a bold line",
       "**Prevention**\n\n- Add a limit\n\nDetection:\n\n- Add an alert\n\n"
       "**Long term**\n\n- Add a page",
       "[ ] 'Add a limit' type=prevent\n[ ] 'Add an alert' type=detect\n[ ] 'Add a page'\n"},
      {"a team as parent", "- **Checkout**\n  - [ ] Add a limit\n  - [x] Add an alert",
       "[ ] 'Add a limit'\n[x] 'Add an alert'\n"},
      {"an action as parent",
       "- Prevent double charges\n  - in the shop\n  - [ ] Add a key\n"
       "  - Add a test - @alice\n",
       "[ ] 'Prevent double charges'\n[ ] 'Add a key'\n[ ] 'Add a test' owner=alice\n"},
      {"remarks below", "- Add a limit\n  - Owner: Alice\n  - Due: 2026-03-15\n  - see OPS-1\n",
       "[ ] 'Add a limit' owner=Alice due=2026-03-15 ticket=OPS-1\n"},
      {"remarks in a paragraph below", "- Add a limit\n\n  Owner: Alice\n",
       "[ ] 'Add a limit' owner=Alice\n"},
      {"unusual items", "- - Add a limit\n- ### Add an alert\n- ```\n  do it\n  ```\n",
       "[ ] 'Add a limit'\n[ ] 'Add an alert'\n[ ] 'do it'\n"},
      {"placeholders", "-\n- [ ] [Action 1]\n- ...\n- TBD\n- None.\n- [ ]\n", ""},
      {"work items",
       "| Pri | Action | Owner | Work item |\n|-|-|-|-|\n"
       "| P1 | Add a limit | Alice / Bob | [OPS-1](https://t.example/1) |",
       "[ ] P1 'Add a limit' owner=Alice owner=Bob ticket=OPS-1 at https://t.example/1\n"},
      {"work items alone", "| Work item | Owner |\n|-|-|\n| Add a limit | Alice |",
       "[ ] 'Add a limit' owner=Alice\n"},
      {"bugs",
       "| Action Item | Type | Owner | Bug |\n|-|-|-|-|\n"
       "| Add a limit | prevent | alice | n/a **DONE** |\n"
       "| Add an alert | detect | bob | Bug 17 **TODO** |\n"
       "| Add a page | process | eve | [Bug 18](https://t.example/18) DONE |",
       "[x] 'Add a limit' type=prevent owner=alice\n"
       "[ ] 'Add an alert' type=detect owner=bob ticket=Bug 17\n"
       "[x] 'Add a page' type=process owner=eve ticket=Bug 18 at https://t.example/18\n"},
      {"a bare address", "| Action | Jira |\n|-|-|\n| Add a limit | https://t.example/1 |",
       "[ ] 'Add a limit' ticket=https://t.example/1 at https://t.example/1\n"},
      {"completed",
       "| Task | Done on | Status |\n|-|-|-|\n| Add a limit | 3/1 | |\n"
       "| Add it | - | Won't fix |\n| Do it | | Done 2026-03-02 |",
       "[x] 'Add a limit' completed=2026-03-01\n[ ] 'Add it' DROPPED\n"
       "[x] 'Do it' completed=2026-03-02\n"},
      {"boxes in cells", "| Action | Done? |\n|-|-|\n| [x] Add a limit | |\n| Add it | ✅ |",
       "[x] 'Add a limit'\n[x] 'Add it'\n"},
      {"unknown columns", "| # | Maßnahme | Owner |\n|-|-|-|\n| 1 | Add a limit | Alice |",
       "[ ] 'Add a limit' owner=Alice\n"},
      {"description beside action", "| Description | Action |\n|-|-|\n| x | Add a limit |",
       "[ ] 'Add a limit'\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(items_of(c.markdown), c.items) << c.name;
}

TEST(ActionItems, AreReadFromTables) {
  const Case cases[] = {
      {"all columns",
       "| Action | Type | Owner | Due | Status | Ticket | Priority |\n|-|-|-|-|-|-|-|\n"
       "| Add a limit | Prevent | @alice, Bob | 2026-03-01 | Done | [OPS-1](https://t.example/1) | "
       "P1 |\n"
       "| Add an alert | | - | soon | in progress | | |",
       R"([x] P1 'Add a limit' type=prevent owner=alice owner=Bob due=2026-03-01 ticket=OPS-1 at https://t.example/1
[ ] 'Add an alert' due?=soon progress='in progress'
)"},
      {"other headings",
       "| Action Item | Category | Assignee | Deadline | State | Bug |\n|-|-|-|-|-|-|\n"
       "| Add a limit | mitigate | dana | March 1 | ✅ | n/a **DONE** |",
       R"([x] 'Add a limit' type=mitigate owner=dana due=2026-03-01
)"},
      {"states",
       "| Action | Status |\n|-|-|\n|a|Done|\n|b|not done|\n|c|✅ Done|\n|d|done "
       "(2026-03-01)|\n|e|open|\n"
       "|f|TODO|\n|g|Closed.|\n|h|undone|\n|i|to be done|",
       R"([x] 'a'
[ ] 'b'
[x] 'c'
[x] 'd' completed=2026-03-01
[ ] 'e'
[ ] 'f'
[x] 'g'
[ ] 'h' progress='undone'
[ ] 'i' progress='to be done'
)"},
      {"state glued to the ticket",
       "| Action Item | Bug |\n|-|-|\n| Add a limit | Bug 17 **DONE** |",
       "[x] 'Add a limit' ticket=Bug 17\n"},
      {"no column for the text", "| Owner | Due |\n|-|-|\n| a | b |", ""},
      {"empty rows", "| Action | Owner |\n|-|-|\n| | a |\n| b |", "[ ] 'b'\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(items_of(c.markdown), c.items) << c.name;
}

// What a status said beyond "open" or "done" was kept nowhere. A page shows a table as items only
// if they say all that the table says, so one cell with "In progress: four of six" kept the whole
// table from being drawn so.
TEST(ActionItems, KeepWhatTheirStatusSays) {
  const Case cases[] = {
      {"how far it is",
       "| Action | Status |\n|-|-|\n| Test the gates | In progress: four of six |\n"
       "| Tell the ports | Done |\n| Write it down | Open |",
       "[ ] 'Test the gates' progress='In progress: four of six'\n"
       "[x] 'Tell the ports'\n"
       "[ ] 'Write it down'\n"},
      {"in a line", "- [ ] Test the gates - @dana - Status: blocked by the vendor",
       "[ ] 'Test the gates' owner=dana progress='blocked by the vendor'\n"},
      {"unless the box says more", "- [x] Test the gates - @dana - In progress",
       "[x] 'Test the gates' owner=dana\n"},
      {"beside a ticket", "| Action | Ticket |\n|-|-|\n| Test | Bug 17 IN PROGRESS |",
       "[ ] 'Test' ticket=Bug 17 progress='IN PROGRESS'\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(items_of(c.markdown), c.items) << c.name;
}

TEST(ActionItems, TakeTheirTypeFromTheHeadingAboveThem) {
  EXPECT_EQ(items_of("- a\n\n### Prevention\n\n- b\n- c - Type: process\n\n### Detection and "
                     "monitoring\n\n- d\n\n"
                     "### Other\n\n- e\n"),
            R"([ ] 'a'
[ ] 'b' type=prevent
[ ] 'c' type=process
[ ] 'd' type=detect
[ ] 'e'
)");
}

TEST(ActionItems, AreInternalBelowAMarkedHeading) {
  EXPECT_EQ(items_of("- a\n\n### Secret <!-- internal -->\n\n- b\n\n#### "
                     "More\n\n|Action|\n|-|\n|c|\n\n### Public\n\n- d\n"),
            R"([ ] 'a'
[ ] 'b' INTERNAL
[ ] 'c' INTERNAL
[ ] 'd'
)");
  EXPECT_EQ(
      items_of("<!-- internal -->\n\n- a\n\n|Action|\n|-|\n|b|\n\n<!-- /internal -->\n\n- c\n"),
      R"([ ] 'a' INTERNAL
[ ] 'b' INTERNAL
[ ] 'c'
)");
  const ReadReport result =
      read(report_text("", "# Notes <!-- internal -->\n\n## Action items\n\n- a\n"));
  EXPECT_EQ(print(result.report->actions), "[ ] 'a' INTERNAL\n");
}

}  // namespace
}  // namespace debrief
