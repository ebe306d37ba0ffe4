// `check --changed-since`: a review of a change, in real repositories.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

std::string incident(const std::string& id, const std::string& title, const std::string& more) {
  return "---\nid: " + id + "\ntitle: " + title +
         "\nstatus: published\nseverity: SEV3\nstarted: 2026-03-02T09:10:00Z\n"
         "resolved: 2026-03-02T10:00:00Z\nsummary: It was full.\nimpact: No quotes.\n"
         "review: {date: 2026-03-03, facilitator: runa}\n" +
         more +
         "---\n\n## Timeline (UTC)\n\n- 09:10 - The cache is full\n- 10:00 - The cache is "
         "emptied\n\n"
         "## Root cause\n\nThe cache has no limit.\n\n## Contributing factors\n\n"
         "- Its disk was on no dashboard.\n\n## Action items\n\n"
         "- [ ] Set a limit - @ole - Due 2026-03-20\n";
}

class CheckOfAChange : public testing::Test {
 protected:
  CheckOfAChange() {
    write("debrief.yaml", std::string(kConfig));
    write("incidents/a.md", incident("PM-1", "Fares", "ownr: of old\n"));
    write("incidents/b.md", incident("PM-2", "Mails", "related: [PM-1]\n"));
    repository_.folder().write(".gitignore", ".debrief-cache/\n");
    commit();
    repository_.git({"checkout", "-q", "-b", "change"});
  }

  void write(const std::string& path, const std::string& text) {
    repository_.folder().write("kb/" + path, text);
  }
  void commit() { repository_.commit("Ann", "2026-03-04T03:04:05Z"); }
  fs::path root() const { return repository_.folder() / "kb"; }

  std::string check(std::vector<std::string> more = {"--changed-since", "main"}) const {
    more.insert(more.begin(), {"--root", root().string(), "check", "--today", "2026-03-10"});
    return transcript_of(more, repository_.folder().path());
  }

  ScratchRepository repository_;
};

TEST_F(CheckOfAChange, IsSilentWhereNothingHasChanged) {
  EXPECT_EQ(check(), "Nothing was found.\nexit 0\n");
}

TEST_F(CheckOfAChange, TellsOfWhatIsNewCommittedOrNot) {
  const std::string b = incident("PM-2", "Mails", "related: [PM-1]\nownr: ole\n");
  const std::string told =
      "incidents/b.md:12:1: warning: unknown field 'ownr'; it is shown nowhere [unknown-field]\n"
      "ownr: ole\n^\n"
      "0 errors, 1 warning and 0 notes; 'debrief check --explain RULE' says why.\nexit 0\n";
  write("incidents/b.md", b);
  EXPECT_EQ(check(), told);
  commit();
  EXPECT_EQ(check(), told);
  EXPECT_EQ(check({"--changed-since", "HEAD"}), "Nothing was found.\nexit 0\n");
}

TEST_F(CheckOfAChange, TellsOfWhatItBreaksElsewhere) {
  fs::remove(root() / "incidents/a.md");
  EXPECT_EQ(check(),
            "incidents/b.md:11:11: error: there is no post-mortem with the id 'PM-1'; did you "
            "mean 'PM-2'? [unknown-incident]\n"
            "related: [PM-1]\n"
            "          ^\n"
            "1 error, 0 warnings and 0 notes; 'debrief check --explain RULE' says why.\nexit 1\n");
  EXPECT_EQ(check({"--changed-since", "main", "incidents/a.md"}),
            "! debrief: there is no file or folder 'incidents/a.md'\nexit 2\n");
}

// What others have merged in the meantime is no part of the change.
TEST_F(CheckOfAChange, BeginsWhereTheHistoriesPart) {
  write("incidents/new.md", incident("PM-3", "New", ""));
  commit();
  repository_.git({"checkout", "-q", "main"});
  write("incidents/b.md", incident("PM-2", "Mails", "related: [PM-1]\nownr: ole\n"));
  commit();
  repository_.git({"checkout", "-q", "change"});
  EXPECT_EQ(check(), "Nothing was found.\nexit 0\n");
}

TEST_F(CheckOfAChange, KnowsIdsThatAnotherBranchHasTaken) {
  write("incidents/disk.md", incident("PM-3", "Disk", ""));
  commit();
  repository_.git({"checkout", "-q", "-b", "other", "main"});
  write("incidents/power.md", incident("PM-3", "Power", ""));
  EXPECT_EQ(check(),
            "incidents/power.md:2: warning: the id 'PM-3' is taken by incidents/disk.md on the "
            "branch 'change'; once both are merged nothing can be built, so take another "
            "[id-taken]\n"
            "id: PM-3\n"
            "0 errors, 1 warning and 0 notes.\nWhy:\n"
            "  https://wiki.lighthouse.example/guides/review-rules/#id-taken\nexit 0\n");
}

TEST_F(CheckOfAChange, SaysTheSameWithAndWithoutWhatItKeeps) {
  write("incidents/b.md", incident("PM-2", "Mails", "related: [PM-1, PM-9]\n"));
  const std::string cold = check();
  const fs::path cache = root() / ".debrief-cache/check";
  ASSERT_TRUE(fs::exists(cache));
  EXPECT_EQ(check(), cold);
  fs::resize_file(cache, fs::file_size(cache) / 2);
  EXPECT_EQ(check(), cold);
  // Nothing is written where a link leads.
  fs::remove_all(root() / ".debrief-cache");
  fs::create_directory(repository_.folder() / "elsewhere");
  fs::create_directory_symlink("../elsewhere", root() / ".debrief-cache");
  EXPECT_EQ(check(), cold);
  EXPECT_TRUE(fs::is_empty(repository_.folder() / "elsewhere"));
  // Nothing can be kept where a file is in the way.
  fs::remove_all(root() / ".debrief-cache");
  write(".debrief-cache", "in the way");
  EXPECT_EQ(check(), cold);
}

TEST_F(CheckOfAChange, NeedsARevision) {
  EXPECT_EQ(check({"--changed-since", ""}), "! debrief: '' is no name of a revision\nexit 2\n");
  const std::string unknown = check({"--changed-since", "mian"});
  EXPECT_NE(unknown.find("there is no revision 'mian'"), std::string::npos) << unknown;
  EXPECT_TRUE(unknown.ends_with("exit 2\n")) << unknown;
}

}  // namespace
}  // namespace debrief
