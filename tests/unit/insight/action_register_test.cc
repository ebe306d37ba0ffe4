#include "generator/insight/action_register.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

ViewActionItem due(std::string_view when, std::vector<std::string> owners = {}) {
  ViewActionItem item;
  if (!when.empty()) item.due = parse_timestamp(when);
  item.owners = std::move(owners);
  return item;
}

ViewActionItem done(std::string_view when, std::string_view completed) {
  ViewActionItem item = due(when);
  item.done = true;
  if (!completed.empty()) item.completed = parse_timestamp(completed);
  return item;
}

ViewActionItem dropped(std::string_view when) {
  ViewActionItem item = due(when);
  item.dropped = true;
  return item;
}

// Two incidents, "B" of 1 February 2026 and "A" of 1 January.
View view_of(std::vector<ViewActionItem> first, std::vector<ViewActionItem> second = {}) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("B", "2026-02-01"), incident_at("A", "2026-01-01")};
  parts.incidents[0].actions = std::move(first);
  parts.incidents[1].actions = std::move(second);
  return make_view(Audience::internal, std::move(parts));
}

std::string print(const View& view, const std::vector<RegisterItem>& items) {
  std::string out;
  for (const RegisterItem& item : items) {
    out += fmt::format("{}{} {}", view.incidents()[item.incident].title, item.item,
                       to_string(item.state));
    if (item.late.count() != 0) out += fmt::format(" late {}", item.late.count());
    if (item.age) out += fmt::format(" age {}", item.age->count());
    if (item.has_recurred) out += " recurred";
    out += "\n";
  }
  return out;
}

Day day(std::string_view text) {
  return parse_day(text).value();
}

std::string items(const View& view, std::string_view today) {
  return print(view, action_register(view, day(today)));
}

TEST(ActionRegister, BeginsWithWhatIsLongestOverdue) {
  EXPECT_EQ(
      items(view_of({due("2026-03-10"), due("2026-03-09")}, {due("2026-03-01")}), "2026-03-11"),
      "A0 overdue late 10 age 69\n"
      "B1 overdue late 2 age 38\n"
      "B0 overdue late 1 age 38\n");
}

TEST(ActionRegister, NothingIsOverdueOnItsDay) {
  EXPECT_EQ(items(view_of({due("2026-03-10")}), "2026-03-10"), "B0 open age 37\n");
  EXPECT_EQ(items(view_of({due("2026-03")}), "2026-03-31"), "B0 open age 58\n");
  EXPECT_EQ(items(view_of({due("2026-03")}), "2026-04-01"), "B0 overdue late 1 age 59\n");
}

TEST(ActionRegister, GoesOnWithWhatIsDueNextAndWhatWasDoneLast) {
  EXPECT_EQ(items(view_of({dropped("2026-01-01"), done("2026-02-10", "2026-02-12"), due("")},
                          {done("2026-02-10", "2026-02-13"), done("", ""), due("2026-12-31"),
                           due("2026-06-01")}),
                  "2026-03-11"),
            "A3 open age 69\n"
            "A2 open age 69\n"
            "B2 open age 38\n"
            "A0 done late 3\n"
            "B1 done late 2\n"
            "A1 done\n"
            "B0 dropped\n");
}

TEST(ActionRegister, MarksTheItemsOfIncidentsThatHappenedAgain) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("B", "2026-02-01"), incident_at("A", "2026-01-01")};
  parts.incidents[1].started.reset();
  parts.incidents[1].repeated_by = {0};
  parts.incidents[1].actions = {due("")};
  EXPECT_EQ(items(make_view(Audience::internal, std::move(parts)), "2026-03-11"),
            "A0 open recurred\n");
}

std::string print(const Completion& figures) {
  return fmt::format("{} of {} done, {} of {} on time", figures.done, figures.all, figures.on_time,
                     figures.due);
}

TEST(Completion, CountsWhatIsKnown) {
  const View view =
      view_of({done("2026-02-10", "2026-02-10"), done("2026-02-10", "2026-02-11"),
               done("2026-02", "2026-02-28"), done("2026-02-10", ""),  // nobody knows when
               done("", "2026-02-10"),                                 // nor until when
               due("2026-02-10"),                                      // overdue
               due("2026-12-31"), due(""), dropped("2026-01-01")});
  EXPECT_EQ(print(completion(view, action_register(view, day("2026-03-11")))),
            "5 of 8 done, 2 of 4 on time");
  EXPECT_EQ(print(completion(view, {})), "0 of 0 done, 0 of 0 on time");
}

TEST(Completion, OfAQuarterIsOfWhatWasDueInIt) {
  const View view = view_of({done("2025-12-31", "2026-01-02"), done("2026-01-01", "2025-12-01"),
                             due("2026-03-31"), due("2026-04-01"), due("")});
  std::string out;
  for (const auto& [quarter, figures] : completion_by_quarter(
           view, action_register(view, day("2026-03-31")), day("2026-03-31"), 3)) {
    out += fmt::format("{}Q{}: {}\n", quarter.year, quarter.number, print(figures));
  }
  EXPECT_EQ(out,
            "2025Q3: 0 of 0 done, 0 of 0 on time\n"
            "2025Q4: 1 of 1 done, 0 of 1 on time\n"
            "2026Q1: 1 of 2 done, 1 of 1 on time\n");
}

TEST(ItemsByOwner, AreWithEachOfTheirOwners) {
  const View view = view_of(
      {due("2026-03-01", {"Mirela", "Ilkka"}), due("", {"Ilkka", "Ilkka"}), due("2026-02-01")});
  std::string out;
  for (const OwnerItems& owner : items_by_owner(view, action_register(view, day("2026-03-11")))) {
    out += (owner.name.empty() ? "(nobody)" : owner.name) + ":\n" + print(view, owner.items);
  }
  EXPECT_EQ(out,
            "Ilkka:\n"
            "B0 overdue late 10 age 38\n"
            "B1 open age 38\n"
            "Mirela:\n"
            "B0 overdue late 10 age 38\n"
            "(nobody):\n"
            "B2 overdue late 38 age 38\n");
}

}  // namespace
}  // namespace debrief
