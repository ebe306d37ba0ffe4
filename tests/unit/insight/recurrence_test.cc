#include "generator/insight/recurrence.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

const Day kToday = parse_day("2026-12-31").value();

// Incidents "4" to "0", the newest first; `repeats` names pairs of places, the later one first.
View view_of(const std::vector<std::pair<IncidentIndex, IncidentIndex>>& repeats) {
  ViewParts parts = empty_parts();
  for (int i = 4; i >= 0; --i) {
    parts.incidents.push_back(incident_at(std::to_string(i), fmt::format("2026-01-0{}", i + 1)));
    parts.incidents.back().actions.resize(1);
    parts.incidents.back().actions[0].done = i % 2 == 0;
  }
  for (const auto& [later, earlier] : repeats) {
    parts.incidents[later].repeats.push_back(earlier);
    parts.incidents[earlier].repeated_by.push_back(later);
  }
  return make_view(Audience::internal, std::move(parts));
}

std::string chains(const View& view) {
  std::string out;
  for (const Chain& chain : recurrence_chains(view, action_register(view, kToday))) {
    for (const ChainLink& link : chain.links) {
      out += view.incidents()[link.incident].title;
      for (const RegisterItem& item : link.items) out += fmt::format("({})", to_string(item.state));
      out += " ";
    }
    out += "\n";
  }
  return out;
}

TEST(RecurrenceChains, HaveTheOldestFirstAndWhatWasDoneAboutIt) {
  EXPECT_EQ(chains(view_of({{0, 2}})), "2(done) 4(done) \n");
  EXPECT_EQ(chains(view_of({})), "");
}

TEST(RecurrenceChains, AreOneAtWhateverDistance) {
  EXPECT_EQ(chains(view_of({{0, 2}, {2, 3}})), "1(open) 2(done) 4(done) \n");
  // Two that repeat the same one, and one that repeats both.
  EXPECT_EQ(chains(view_of({{1, 4}, {2, 4}, {0, 1}, {0, 2}})),
            "0(done) 2(done) 3(open) 4(done) \n");
}

// On the page of each of them the whole chain is to be seen, not only the next one.
TEST(RecurrenceTimes, AreAllBeforeAndAllAfter) {
  const View view = view_of({{0, 2}, {2, 3}, {1, 3}});
  const auto print = [&](const std::vector<IncidentIndex>& incidents) {
    std::string out;
    for (const IncidentIndex i : incidents) out += view.incidents()[i].title + " ";
    return out;
  };
  EXPECT_EQ(print(times_before(view, 0)), "2 1 ");
  EXPECT_EQ(print(times_after(view, 0)), "");
  EXPECT_EQ(print(times_before(view, 2)), "1 ");
  EXPECT_EQ(print(times_after(view, 2)), "4 ");
  EXPECT_EQ(print(times_after(view, 3)), "4 3 2 ");
  EXPECT_EQ(print(times_before(view, 4)), "");
}

TEST(RecurrenceTimes, EndWhereACircleBegan) {
  const View view = view_of({{0, 1}, {1, 0}, {2, 2}});
  EXPECT_EQ(times_before(view, 0), std::vector<IncidentIndex>{1});
  EXPECT_EQ(times_before(view, 2), std::vector<IncidentIndex>{});
}

TEST(RecurrenceChains, ThatCameBackLastComeFirst) {
  EXPECT_EQ(chains(view_of({{1, 4}, {0, 3}})), "1(open) 4(done) \n0(done) 3(open) \n");
}

// Nobody can promise that texts make no circle.
TEST(RecurrenceChains, MayBeACircle) {
  EXPECT_EQ(chains(view_of({{0, 1}, {1, 0}})), "3(open) 4(done) \n");
}

TEST(LikelyRepeats, ShareACauseAServiceAndWords) {
  ViewParts parts = empty_parts();
  parts.services = {{"booking", "Booking", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}}};
  parts.incidents = {incident_at("Pool", "2026-03-01"), incident_at("Certificate", "2026-02-01"),
                     incident_at("Quotes", "2026-01-01"), incident_at("Disk", "2025-12-01")};
  parts.incidents[0].body = outline_of("Connections of the pool leaked; quotes timed out.");
  parts.incidents[1].body = outline_of("A certificate expired at night.");
  parts.incidents[2].body = outline_of("Quotes were slow: a leaking pool of connections.");
  const auto likely = [&](bool has_facts) {
    for (const std::size_t i : {0U, 2U}) {
      parts.incidents[i].causes =
          has_facts ? std::vector<std::size_t>{0} : std::vector<std::size_t>();
      parts.incidents[i].services = parts.incidents[i].causes;
    }
    const View view = make_view(Audience::internal, parts);
    std::string out;
    for (const LikelyRepeat& repeat : likely_repeats(view, related_incidents(view, 5, 1))) {
      out += fmt::format("{} may be {} again\n", view.incidents()[repeat.incident].title,
                         view.incidents()[repeat.earlier.incident].title);
    }
    return out;
  };
  EXPECT_EQ(likely(true), "Pool may be Quotes again\n");
  EXPECT_EQ(likely(false), "");
}

}  // namespace
}  // namespace debrief
