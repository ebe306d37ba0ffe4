// What of a post-mortem is for those who will not read it.
#include "generator/insight/key_learnings.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/insight/sections.h"

namespace debrief {
namespace {

// One a line.
std::string learned(std::string_view markdown, std::size_t most = 3) {
  ViewIncident incident;
  incident.body = sections_of(markdown);
  std::string out;
  for (const std::string& point : key_learnings(incident, most)) out += point + "\n";
  return out;
}

TEST(KeyLearnings, AreTheFirstPointsOfTheLessonsLearned) {
  EXPECT_EQ(learned("## What went well\n\n- Not this\n\n"
                    "## Lessons learned\n\nWe learned:\n\n- *One*\n- [Two](https://a.example)\n"
                    "- Three,\n  which goes on\n- Four\n"),
            "One\nTwo\nThree, which goes on\n");
}

TEST(KeyLearnings, AreParagraphsWhereNobodyMadeAList) {
  EXPECT_EQ(learned("## Takeaways\n\nPools leak.\n\n> Alerts *help*.\n"),
            "Pools leak.\nAlerts help.\n");
}

TEST(KeyLearnings, AreRowsOfATable) {
  EXPECT_EQ(learned("## Lessons\n\n| What | Where |\n|---|---|\n| Pools leak | Booking |\n"),
            "Pools leak – Booking\n");
}

// The first part is often the longest, and the least one learns from is what went well.
TEST(KeyLearnings, AreElseOfEachOtherPartInTurn) {
  EXPECT_EQ(learned("## What went well\n\n- Well 1\n- Well 2\n- Well 3\n\n"
                    "## What went wrong\n\n- Wrong 1\n- Wrong 2\n\n"
                    "## Where we got lucky\n\n- Lucky\n",
                    4),
            "Well 1\nWrong 1\nLucky\nWell 2\n");
  EXPECT_EQ(learned("## Lessons learned\n\n### What went well\n\n- Well 1\n- Well 2\n\n"
                    "### What went wrong\n\n- Wrong 1\n",
                    2),
            "Well 1\nWrong 1\n");
}

TEST(KeyLearnings, AreNotWhatIsLeftOfATemplate) {
  EXPECT_EQ(learned("## Lessons learned\n\n- [Lesson 1]\n- TBD\n\n## What went well\n\n- Well\n"),
            "Well\n");
  EXPECT_EQ(learned("## Summary\n\nNothing to learn.\n"), "");
}

TEST(KeyLearnings, AreShort) {
  EXPECT_EQ(learned("## Lessons learned\n\n- " + std::string(300, 'x') + "\n").size(),
            279 + std::string("…\n").size());
}

}  // namespace
}  // namespace debrief
