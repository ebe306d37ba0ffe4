#include "generator/model/action_check.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

constexpr std::string_view kPeople =
    "- {handle: amina, name: Amina Haddad, team: accounts}\n"
    "- {handle: tanaka, name: Yuki Tanaka, team: Core Platform}\n";
constexpr std::string_view kServices = "- {id: website, team: web}\n";

std::string items(std::string_view lines) {
  return report_text("", "## Action items\n\n" + std::string(lines));
}

// Of a knowledge base that knows these people and services.
std::string problems_of_items(std::string_view lines) {
  return problems_of({{"people.yaml", std::string(kPeople)},
                      {"services.yaml", std::string(kServices)},
                      {"incidents/a.md", items(lines)}});
}

// The first day with Debrief: none of these had an owner and a day, and the build said nothing.
TEST(CheckActionItems, TellsANewcomerWhatWasNotRead) {
  EXPECT_EQ(
      problems_of_items(R"(- [ ] Do it - @tanaka - Due 2026-11-18 - prevent
- [ ] x7 @amina due 2026-12-07
- [ ] Page when sign-in fails - Amina Haddad - Due: 2026-12-08
- [ ] Page when mail waits - amina - 2026-12-01
- [ ] Page when pages fail - web - Due 2026-12-01
- [ ] Page when disks fail - Due 2026-12-01 - Core Platform
- [ ] Add a limit - @bob - Due 2026-12-01
- [ ] Add a limit - @amnia - Due 2026-12-01
- [ ] Add a limit - @amina - Due 2026-13-45
- [ ] Add a limit - @amina - Due 2026-10-32
)"),
      R"(incidents/a.md:9: warning: owner and day at the end of an action item are read if they are separated by ' - ': '… - @amina - Due 2026-12-07' [unread-action-part]
- [ ] x7 @amina due 2026-12-07
incidents/a.md:10: warning: 'Amina Haddad' is not read as the owner of this action item; write @amina [unread-action-part]
- [ ] Page when sign-in fails - Amina Haddad - Due: 2026-12-08
incidents/a.md:11: warning: 'amina' is not read as the owner of this action item; write @amina [unread-action-part]
- [ ] Page when mail waits - amina - 2026-12-01
incidents/a.md:12: warning: 'web' is not read as the owner of this action item; write @web [unread-action-part]
- [ ] Page when pages fail - web - Due 2026-12-01
incidents/a.md:13: warning: 'Core Platform' is not read as the owner of this action item; write 'Owner: Core Platform' [unread-action-part]
- [ ] Page when disks fail - Due 2026-12-01 - Core Platform
incidents/a.md:14: warning: unknown owner '@bob'; add it to people.yaml if it is new [unknown-owner]
- [ ] Add a limit - @bob - Due 2026-12-01
incidents/a.md:15: warning: unknown owner '@amnia'; did you mean 'amina'? [unknown-owner]
- [ ] Add a limit - @amnia - Due 2026-12-01
incidents/a.md:16: warning: '2026-13-45' is no day that can be read; write it as 2026-12-07 [bad-due-date]
- [ ] Add a limit - @amina - Due 2026-13-45
incidents/a.md:17: warning: '2026-10-32' is no day that can be read; write it as 2026-12-07 [bad-due-date]
- [ ] Add a limit - @amina - Due 2026-10-32
)");
}

TEST(CheckActionItems, FindsOwnersAndDaysInTheText) {
  const std::string_view kCases[] = {
      "Add a limit @amina",
      "Add a limit (x) @amina.",
      "Add a limit @amina, @tanaka",
      "Add a limit @amnia by 2026-12-07",
      "Add a limit, due 2026-12-07",
      "Add a limit due: March 28, 2026 - @amina",
      "Add a limit - @amina due by 12/7",
      "Add a limit - Due",
  };
  for (const std::string_view text : kCases) {
    const std::string line = "- " + std::string(text);
    EXPECT_EQ(
        problems_of_items(line),
        "incidents/a.md:8: warning: owner and day at the end of an action item are read if they "
        "are separated by ' - ': '… - @amina - Due 2026-12-07' [unread-action-part]\n" +
            line + "\n")
        << text;
  }
}

TEST(CheckActionItems, FindsOwnersAndDaysBeforeTheText) {
  EXPECT_EQ(
      problems_of_items("- Add a limit - @amina - as agreed\n"
                        "- Add a limit - @amina - Due 2026-12-07 - as agreed\n"
                        "- Add a limit - Due March 28 - as agreed - @amina\n"),
      R"(incidents/a.md:8: warning: '@amina' is not read, because 'as agreed' behind it is text; put owner and day at the end: '… - @amina - Due 2026-12-07' [unread-action-part]
- Add a limit - @amina - as agreed
incidents/a.md:9: warning: '@amina' is not read, because 'as agreed' behind it is text; put owner and day at the end: '… - @amina - Due 2026-12-07' [unread-action-part]
- Add a limit - @amina - Due 2026-12-07 - as agreed
incidents/a.md:10: warning: 'Due March 28' is not read, because 'as agreed' behind it is text; put owner and day at the end: '… - @amina - Due 2026-12-07' [unread-action-part]
- Add a limit - Due March 28 - as agreed - @amina
)");
}

TEST(CheckActionItems, FindsDaysThatAreNone) {
  EXPECT_EQ(
      problems_of_items("- Add a limit - Due 31/12\n"
                        "- Add a limit - by 2026-02-30\n"
                        "- Add a limit - @amina - 30.02.2026\n"
                        "\n"
                        "| Action | Due |\n|-|-|\n| Add a limit | 2026-11-31 |\n"),
      R"(incidents/a.md:8: warning: '31/12' is no day that can be read; write it as 2026-12-07 [bad-due-date]
- Add a limit - Due 31/12
incidents/a.md:9: warning: '2026-02-30' is no day that can be read; write it as 2026-12-07 [bad-due-date]
- Add a limit - by 2026-02-30
incidents/a.md:10: warning: '30.02.2026' is no day that can be read; write it as 2026-12-07 [bad-due-date]
- Add a limit - @amina - 30.02.2026
incidents/a.md:14: warning: '2026-11-31' is no day that can be read; write it as 2026-12-07 [bad-due-date]
| Add a limit | 2026-11-31 |
)");
}

TEST(CheckActionItems, KnowsPeopleAndTeams) {
  EXPECT_EQ(
      problems_of_items("- Add a limit - @Amina, @web, @org/web, @accounts\n"
                        "- Add a limit - Owner: Bob\n"
                        "- Add a limit - Owner: @bob & Alice\n"
                        "- Add a limit - @amina\n"
                        "  - Owner: @tanka\n"
                        "\n"
                        "| Action | Owner |\n|-|-|\n| Add a limit | @bob, Carol |\n"),
      R"(incidents/a.md:10: warning: unknown owner '@bob'; add it to people.yaml if it is new [unknown-owner]
- Add a limit - Owner: @bob & Alice
incidents/a.md:11: warning: unknown owner '@tanka'; did you mean 'tanaka'? [unknown-owner]
- Add a limit - @amina
incidents/a.md:16: warning: unknown owner '@bob'; add it to people.yaml if it is new [unknown-owner]
| Add a limit | @bob, Carol |
)");
}

TEST(CheckActionItems, LeavesTextAlone) {
  EXPECT_EQ(problems_of_items(R"(- Ask @amina for the list of machines
- Ask @amina - @tanaka - Due 2026-12-07
- Remove each @Override
- Stop writing to @channel
- Upgrade `@amina`
- Write to amina@example.com
- Pay what is due 2026-12-07 by card
- Wait longer - due to the load
- Move from v1 - v2
- Ask accounts - web - @amina
- Add a limit - Due Q3 2026
- Add a limit - Due 2026-12
- Add a limit - Due 12/2026
- Add a limit - Due: end of March
- Document 2026-13-45 as a bad date
- Add a limit - Owner: Amina Haddad - Due 2026-12-07
)"),
            "");
}

TEST(CheckActionItems, NeedsNoListOfPeople) {
  EXPECT_EQ(
      problems_of({{"incidents/a.md", items("- Add a limit - @bob - Due 2026-12-07\n"
                                            "- Add a limit - bob - Due 2026-12-07\n"
                                            "- Remove uses of @transactional\n"
                                            "- Add a limit @bob\n")}}),
      R"(incidents/a.md:11: warning: owner and day at the end of an action item are read if they are separated by ' - ': '… - @amina - Due 2026-12-07' [unread-action-part]
- Add a limit @bob
)");
}

}  // namespace
}  // namespace debrief
