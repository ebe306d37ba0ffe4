// `show`: what was read of a post-mortem, and where.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

constexpr std::string_view kCheckout = R"(---
id: PM-2026-014
title: Checkout down
severity: P1
services: [checkout]
started: 2026-02-15T14:30:00Z
---

## Timeline

- 14:32 - Alert fires
- ~14:40 - Traffic moved
- 14:52 - Resolved
- 25:61 - Somebody cheers

## Five whys

- Why was checkout down? → The pool was empty.
  - Why? → A leak.

## Contributing factors

- No alert on the pool

## Action items

- [x] [P1] Add an alert - @alice - Due 2026-03-01
- [ ] Find the leak - Owner: Platform team

## Stats

- Time to recovery: 3 hours
)";

class ShowCommand : public testing::Test {
 protected:
  ShowCommand() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/incidents/checkout.md", kCheckout);
  }
  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", (folder_ / "kb").string(), "show"});
    return transcript_of(arguments, folder_ / "kb");
  }

  TemporaryFolder folder_;
};

TEST_F(ShowCommand, SaysWhatWasReadAndWhere) {
  EXPECT_EQ(run({"pm-2026-014"}), R"(PM-2026-014  Checkout down
incidents/checkout.md

severity        SEV2 (written P1)
services        checkout
started         2026-02-15T14:30:00Z  from the front matter
detected        2026-02-15T14:32:00Z  from the timeline (line 11)
resolved        2026-02-15T14:52:00Z  from the timeline (line 13)
to detect       2 min
to resolve      22 min
                in doubt: '3 hours' is stated, but from the front matter to the timeline (line 13) it is 22 min
                stated: 3 hours  (line 32)

Timeline
    11  2026-02-15T14:32:00Z       Alert fires  [detected]
    12  ~2026-02-15T14:40:00Z      Traffic moved
    13  2026-02-15T14:52:00Z       Resolved  [resolved]
    14  25:61                      Somebody cheers

Five whys
    18  Why was checkout down? → The pool was empty.
    19    Why? → A leak.

Contributing factors
    23  No alert on the pool

Action items
    27  [x] Add an alert  (P1; alice; due 2026-03-01)
    28  [ ] Find the leak  (Platform team)
! incidents/checkout.md:14: warning: '25:61' is no time: no clock shows 25:61; write it as 2026-02-15 14:32 [impossible-time]
! - 25:61 - Somebody cheers
! incidents/checkout.md:32: warning: time to recovery: '3 hours' is stated, but from the front matter to the timeline (line 13) it is 22 min; correct the one that is wrong [duration-contradicts]
! - Time to recovery: 3 hours
! 0 errors, 2 warnings
exit 0
)");
}

TEST_F(ShowCommand, FindsAPostMortemByItsPath) {
  EXPECT_THAT(run({"incidents/checkout.md"}), testing::StartsWith("PM-2026-014  Checkout down\n"));
}

TEST_F(ShowCommand, SaysWhatIsNotThere) {
  EXPECT_THAT(
      run({"PM-2026-041"}),
      testing::EndsWith(
          "! debrief: there is no post-mortem with the id or path 'PM-2026-041' that can be read; "
          "did you mean 'PM-2026-014'?\nexit 2\n"));
}

TEST_F(ShowCommand, SaysWhyAFileCannotBeRead) {
  folder_.write("kb/incidents/broken.md", "no front matter\n");
  EXPECT_THAT(
      run({"broken"}),
      testing::AllOf(testing::HasSubstr("! incidents/broken.md:1: error: "),
                     testing::HasSubstr("there is no post-mortem with the id or path 'broken'")));
}

TEST_F(ShowCommand, TellsProgramsTheSame) {
  const RunResult shown =
      run_debrief({"--root", (folder_ / "kb").string(), "show", "PM-2026-014", "--json"});
  const auto json = nlohmann::json::parse(shown.out);
  EXPECT_EQ(json["severity"], nlohmann::json::parse(R"({"label":"P1","id":"SEV2","line":4})"));
  EXPECT_EQ(json["times"]["started"]["line"], 6);
  EXPECT_EQ(json["figures"]["time_to_resolve"]["in_doubt"], true);
  EXPECT_EQ(json["timeline"][3]["certainty"], "unknown");
  EXPECT_EQ(json["timeline"][3]["written"], "25:61");
  EXPECT_EQ(json["five_whys"]["whys"][0]["deeper"][0]["answer"], "A leak.");
  EXPECT_EQ(json["action_items"][0]["state"], "done");
}

}  // namespace
}  // namespace debrief
