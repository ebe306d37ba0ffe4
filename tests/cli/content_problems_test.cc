// All that is wrong with a knowledge base is told in one run, and a wrong one leaves the old
// sites alone.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// Front matter that is wrong in ten ways, and a good file among the bad.
const std::map<std::string, std::string> kFiles = {
    {"anchor.md", "---\ntitle: &name Anchored\nstarted: 2026-01-02\n---\n"},
    {"bad-day.md", "---\ntitle: A long February\nstarted: 2026-02-30T10:00:00Z\n---\n"},
    {"bad-list.md", "---\ntitle: [a, list]\nstarted: 2026-01-02\n---\n"},
    {"good.md", "---\ntitle: All is well\nstarted: 2026-01-02\n---\n\nReally.\n"},
    {"no-day.md", "---\ntitle: Some day\n---\n"},
    {"no-end.md", "---\ntitle: Endless\nstarted: 2026-01-02\n"},
    {"no-front.md", "# Just a text\n"},
    {"no-title.md", "---\nstarted: 2026-01-02\n---\n"},
    {"not-text.md", "---\ntitle: Latin \xE9\nstarted: 2026-01-02\n---\n"},
    {"same-id-1.md", "---\nid: PM-7\ntitle: Seven\nstarted: 2026-01-02\n---\n"},
    {"same-id-2.md", "---\nid: PM-7\ntitle: Seven again\nstarted: 2026-01-02\n---\n"},
    {"twice.md", "---\ntitle: One\ntitle: Two\nstarted: 2026-01-02\n---\n"},
    {"unknown.md", "---\ntitle: Unknown\nstarted: 2026-01-02\nseverity: sev99\n---\n"},
};

constexpr std::string_view kProblems =
    R"(! incidents/anchor.md:2:8: error: YAML anchors (&name) are not allowed; write the value again [yaml-alias]
! title: &name Anchored
!        ^
! incidents/bad-day.md:3:10: error: '2026-02-30T10:00:00Z' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
! started: 2026-02-30T10:00:00Z
!          ^
! incidents/bad-list.md:2:8: error: 'title' must be a text, not a list [wrong-type]
! title: [a, list]
!        ^
! incidents/no-day.md:1: error: a post-mortem needs 'started' (or 'date'): when it happened [missing-key]
! ---
! incidents/no-end.md:1: error: the front matter does not end; put a line --- after it [front-matter-not-closed]
! ---
! incidents/no-front.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
! # Just a text
! incidents/no-title.md:2:1: error: a post-mortem needs 'title' [missing-key]
! started: 2026-01-02
! ^
! incidents/not-text.md:2:14: error: the text is not valid UTF-8; save the file as UTF-8 [invalid-utf8]
! incidents/same-id-2.md: error: the id 'PM-7' is already taken by incidents/same-id-1.md; change it in the one that nothing refers to yet [duplicate-id]
! incidents/twice.md:3:1: error: 'title' is already given in line 2; keep one of the two [duplicate-key]
! title: Two
! ^
! incidents/unknown.md:4:11: error: unknown severity 'sev99'; the scale is SEV1, SEV2, SEV3, SEV4 [unknown-severity]
! severity: sev99
!           ^
! 11 errors, 0 warnings
! Nothing was written.
exit 1
)";

class ContentProblems : public testing::Test {
 protected:
  void SetUp() override { folder_.write("debrief.yaml", kConfig); }

  void write_bad_files() {
    for (const auto& [name, text] : kFiles) folder_.write("incidents/" + name, text);
  }
  std::string build() {
    return transcript_of({"build", "--root", folder_.path().string()}, folder_.path());
  }

  TemporaryFolder folder_;
};

TEST_F(ContentProblems, AreAllReportedInOneRun) {
  write_bad_files();
  EXPECT_EQ(kProblems, build());
  EXPECT_FALSE(fs::exists(folder_ / "site"));
}

TEST_F(ContentProblems, AreReportedInTheSameOrderByAnyNumberOfThreads) {
  write_bad_files();
  for (const char* jobs : {"1", "2", "7", "256"}) {
    EXPECT_EQ(kProblems, transcript_of({"build", "--root", folder_.path().string(), "--jobs", jobs},
                                       folder_.path()))
        << jobs;
  }
}

TEST_F(ContentProblems, LeaveTheOldSitesByteForByte) {
  folder_.write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  ASSERT_EQ(0, run_debrief({"build", "--root", folder_.path().string()}).status);
  const Tree before = read_tree(folder_ / "site");
  ASSERT_TRUE(before.contains("public/incidents/2026-03-04-the-lamp-goes-out/index.html"));

  write_bad_files();
  EXPECT_EQ(kProblems, build());
  EXPECT_EQ("", differences(before, read_tree(folder_ / "site")));
  EXPECT_FALSE(fs::exists(folder_ / ".site.staging"));
}

TEST_F(ContentProblems, OfAllFilesOfTheKnowledgeBaseAreToldTogether) {
  folder_.write("debrief.yaml", std::string(kConfig) + "colour: red\n");
  folder_.write("services.yaml", "- {id: lamp, name: Lamp, pubic: yes}\n");
  folder_.write("causes.yaml", "- {name: Wear}\n");
  folder_.write("pages/guide.md", "No front matter.\n");
  folder_.write("incidents/lamp.md", "---\ntitle: Lamp\n---\n");
  EXPECT_EQ(R"(! causes.yaml:1:3: error: a cause needs 'id' [missing-key]
! - {name: Wear}
!   ^
! debrief.yaml:5:1: error: debrief.yaml has no key 'colour'; did you mean 'colors'? [unknown-key]
! colour: red
! ^
! incidents/lamp.md:1: error: a post-mortem needs 'started' (or 'date'): when it happened [missing-key]
! ---
! pages/guide.md:1: error: the file does not start with front matter; begin with a line ---, then 'title: …' and 'started: …', then a line --- [no-front-matter]
! No front matter.
! services.yaml:1:26: error: a service has no key 'pubic'; did you mean 'public'? [unknown-key]
! - {id: lamp, name: Lamp, pubic: yes}
!                          ^
! 5 errors, 0 warnings
! Nothing was written.
exit 1
)",
            build());
}

// What is written wrong about publication never publishes, and never stops a build either.
TEST_F(ContentProblems, OfPublicationAreWarningsAndKeepTheFileInside) {
  folder_.write("incidents/lamp.md",
                "---\ntitle: Lamp\nstarted: 2026-01-02\nstatus: published\nvisibility: Public\n"
                "---\n");
  folder_.write("incidents/bell.md",
                "---\ntitle: Bell\nstarted: 2026-01-02\nstatus: publishd\nvisibility: public\n"
                "---\n");
  EXPECT_EQ(R"([ROOT]/site/internal: 2 post-mortems, [N] pages
[ROOT]/site/public: 0 post-mortems, [N] pages
! incidents/bell.md:4:9: warning: the status must be draft, in-review or published, written just so; it is read as in-review and not published [unknown-status]
! status: publishd
!         ^
! incidents/lamp.md:5:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
! visibility: Public
!             ^
! 0 errors, 2 warnings
exit 0
)",
            build());
}

}  // namespace
}  // namespace debrief
