#include "generator/insight/future_improvements.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"
#include "tests/unit/insight/sections.h"

namespace debrief {
namespace {

std::string ideas(std::string_view markdown, Audience audience = Audience::internal) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("Pool", "2026-02-01")};
  parts.incidents[0].body = sections_of(markdown);
  const View view = make_view(audience, std::move(parts));
  std::string out;
  for (const SectionPoint& point : future_improvements(view, view.incidents()[0])) {
    out += (point.done ? "[x] " : "[ ] ") + point.text + "\n";
  }
  return out;
}

TEST(FutureImprovements, AreItemsTasksAndRows) {
  EXPECT_EQ(ideas("## Future improvements\n\n- One `pool` a *region*\n- [ ] Two\n- [x] Three\n"),
            "[ ] One pool a region\n[ ] Two\n[x] Three\n");
  EXPECT_EQ(ideas("## Ideas\n\n| Idea | Size | Done |\n|---|---|---|\n| One | large | no |\n"
                  "| Two | | yes |\n| TBD | | |\n"),
            "[ ] One – large – no\n[x] Two\n");
  EXPECT_EQ(ideas("## Future work\n\nA pool of our own.\n\n### Later\n\n- And more\n"),
            "[ ] A pool of our own.\n[ ] And more\n");
}

TEST(FutureImprovements, AreOfTheirSectionAlone) {
  EXPECT_EQ(
      ideas("## Action items\n\n- [ ] Do it\n\n## Future improvements\n\n<!-- none yet -->\n"), "");
}

// What might be done some day is promised to nobody.
TEST(FutureImprovements, AreNotForThePublic) {
  EXPECT_EQ(ideas("## Future improvements\n\n- One\n", Audience::public_), "");
}

TEST(FutureImprovements, AreToBeReadUntilTheQuarterIsOver) {
  EXPECT_EQ(to_string(review_due(parse_day("2026-11-21").value())), "2026-12-31");
  EXPECT_EQ(to_string(review_due(parse_day("2026-03-31").value())), "2026-03-31");
}

}  // namespace
}  // namespace debrief
