#include "generator/insight/overdue_actions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

ViewActionItem due(std::string_view when) {
  ViewActionItem item;
  item.due = parse_timestamp(when);
  return item;
}

View view_of(std::vector<ViewActionItem> first, std::vector<ViewActionItem> second = {}) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("B", "2026-02-01"), incident_at("A", "2026-01-01")};
  parts.incidents[0].actions = std::move(first);
  parts.incidents[1].actions = std::move(second);
  return make_view(Audience::internal, std::move(parts));
}

std::string overdue(const View& view, std::string_view today) {
  std::string out;
  for (const OverdueAction& action : overdue_actions(view, parse_day(today).value())) {
    out += fmt::format("{} {}: {} days\n", view.incidents()[action.incident].title, action.item,
                       action.overdue.count());
  }
  return out;
}

TEST(OverdueActions, AreTheLatestDaysFirst) {
  EXPECT_EQ(
      overdue(view_of({due("2026-03-10"), due("2026-03-09")}, {due("2026-03-01")}), "2026-03-11"),
      "A 0: 10 days\n"
      "B 1: 2 days\n"
      "B 0: 1 days\n");
}

TEST(OverdueActions, AreNotDueOnTheirDayYet) {
  EXPECT_EQ(overdue(view_of({due("2026-03-10")}), "2026-03-10"), "");
  EXPECT_EQ(overdue(view_of({due("2026-03")}), "2026-03-31"), "");
  EXPECT_EQ(overdue(view_of({due("2026-03")}), "2026-04-01"), "B 0: 1 days\n");
}

TEST(OverdueActions, AreNeitherDoneNorDroppedNorWithoutADay) {
  ViewActionItem done = due("2026-01-01");
  done.done = true;
  ViewActionItem dropped = due("2026-01-01");
  dropped.dropped = true;
  const View view = view_of({done, dropped, ViewActionItem(), due("2026-12-31")});
  EXPECT_EQ(overdue(view, "2026-03-10"), "");
  EXPECT_EQ(open_action_count(view), 2U);
}

}  // namespace
}  // namespace debrief
