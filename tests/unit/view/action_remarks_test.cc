// What looks like a remark for colleagues in a public action item stops the build.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

constexpr const char* kMessage =
    "error: this action item is public, and who does it or until when cannot be told from its "
    "text; write \"- [ ] text - @owner - Due 2026-02-15\" [unclear-action-item]";

TEST(ActionRemarks, InAnUnknownSpellingAreAnError) {
  for (const std::string item :
       {"- Add a limit; Owner: Kim", "- Owner: Kim - Add a limit", "- Add a limit - Assigned: Kim",
        "- Add a limit - ETA: Friday", "- Add a limit [owner: Kim]",
        "- Add a limit (Kim, 2026-02-15)", "- @unknown: add a limit", "- Add a limit @unknown",
        "- Add a limit\n  Owner: Kim", "- Add a limit | Owner = Kim"}) {
    EXPECT_NE(public_body("## Action items\n\n" + item + "\n").find(kMessage), std::string::npos)
        << item;
  }
}

TEST(ActionRemarks, OfUsualSpellingAreTakenOff) {
  for (const std::string item :
       {"- [ ] Add a limit - @kim - Due 2026-02-15", "- [ ] Add a limit - Owner: Kim - Due: 2/15",
        "- [ ] Add a limit (P1, Owner: Kim, Due: February 15)"}) {
    EXPECT_EQ(public_body("## Action items\n\n" + item + "\n"),
              "## Action items {action-items}\n- [ ] Add a limit")
        << item;
  }
}

TEST(ActionRemarks, AreNotSeenInWordsThatOnlySoundLikeThem) {
  for (const std::string item :
       {"- [ ] Page the owner of a service", "- [ ] Fail what is due to be deleted",
        "- [ ] Let support@harborline answer"}) {
    EXPECT_EQ(public_body("## Action items\n\n" + item + "\n"),
              "## Action items {action-items}\n" + item)
        << item;
  }
}

}  // namespace
}  // namespace debrief
