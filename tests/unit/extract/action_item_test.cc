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
      {"placeholder", "- [ ] [Action 1] - Owner: [Name] - Due: [Date]",
       "[ ] '[Action 1]' owner=[Name] due?=[Date]\n"},
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

TEST(ActionItems, AreReadFromTables) {
  const Case cases[] = {
      {"all columns",
       "| Action | Type | Owner | Due | Status | Ticket | Priority |\n|-|-|-|-|-|-|-|\n"
       "| Add a limit | Prevent | @alice, Bob | 2026-03-01 | Done | [OPS-1](https://t.example/1) | "
       "P1 |\n"
       "| Add an alert | | - | soon | in progress | | |",
       R"([x] P1 'Add a limit' type=prevent owner=alice owner=Bob due=2026-03-01 ticket=OPS-1 at https://t.example/1
[ ] 'Add an alert' due?=soon
)"},
      {"other headings",
       "| Action Item | Category | Assignee | Deadline | State | Bug |\n|-|-|-|-|-|-|\n"
       "| Add a limit | mitigate | dana | March 1 | ✅ | n/a **DONE** |",
       R"([x] 'Add a limit' type=mitigate owner=dana due=2026-03-01 ticket=n/a DONE
)"},
      {"states",
       "| Action | Status |\n|-|-|\n|a|Done|\n|b|not done|\n|c|✅ Done|\n|d|done "
       "(2026-03-01)|\n|e|open|\n"
       "|f|TODO|\n|g|Closed.|\n|h|undone|\n|i|to be done|",
       R"([x] 'a'
[ ] 'b'
[x] 'c'
[x] 'd'
[ ] 'e'
[ ] 'f'
[x] 'g'
[ ] 'h'
[ ] 'i'
)"},
      {"state glued to the ticket",
       "| Action Item | Bug |\n|-|-|\n| Add a limit | Bug 17 **DONE** |",
       "[x] 'Add a limit' ticket=Bug 17 DONE\n"},
      {"no column for the text", "| Owner | Due |\n|-|-|\n| a | b |", ""},
      {"empty rows", "| Action | Owner |\n|-|-|\n| | a |\n| b |", "[ ] 'b'\n"},
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
