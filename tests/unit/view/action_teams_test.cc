// Whose work an action item is, as the internal view has it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/content_folder.h"

namespace debrief {
namespace {

// "Text: teams" for each item of an incident of Checkout, which is of the team payments.
std::string teams_of(std::string_view items, Audience audience = Audience::internal) {
  const Published published = publish(
      content_folder(fmt::format(
          "-- debrief.yaml --\ntitle: T\nviews: {{public: {{sections: [action-items]}}}}\n"
          "-- people.yaml --\n"
          "- {{handle: dana, name: Dana Whitfield, role: the on-call engineer, team: platform}}\n"
          "- {{handle: noor, name: Noor El-Amin, role: the support lead}}\n"
          "-- services.yaml --\n"
          "- {{id: checkout, name: Checkout, team: payments, public: yes}}\n"
          "-- incidents/a.md --\n---\ntitle: A\nstatus: published\nvisibility: public\n"
          "services: [checkout]\nstarted: 2026-02-01T10:00:00Z\n---\n\n## Action items\n\n{}",
          items)),
      audience);
  if (!published.view) return published.problems;
  std::string out;
  for (const ViewActionItem& action : published.view->incidents().front().actions) {
    out += plain_text(action.text) + ":";
    for (const std::string& team : action.teams) out += " " + team;
    out += "\n";
  }
  return out;
}

TEST(ActionTeams, AreThoseOfTheOwners) {
  EXPECT_EQ(teams_of("- [ ] By handle - @dana\n- [ ] By name - Owner: Dana Whitfield\n"),
            "By handle: platform\nBy name: platform\n");
}

TEST(ActionTeams, MayBeTheOwnersThemselves) {
  EXPECT_EQ(teams_of("- [ ] As it is - Owner: Platform\n- [ ] In words - Owner: the payments team\n"
                     "- [ ] Both - Owner: payments, dana\n"),
            "As it is: platform\nIn words: payments\nBoth: payments platform\n");
}

TEST(ActionTeams, AreThoseOfTheServicesWhereNobodySays) {
  EXPECT_EQ(teams_of("- [ ] Unowned\n- [ ] A stranger's - @mallory\n- [ ] Of no team - @noor\n"),
            "Unowned: payments\nA stranger's: payments\nOf no team: payments\n");
}

TEST(ActionTeams, AreNotForThePublic) {
  EXPECT_EQ(teams_of("- [ ] By handle - @dana\n- [ ] Unowned\n", Audience::public_),
            "By handle:\nUnowned:\n");
}

}  // namespace
}  // namespace debrief
