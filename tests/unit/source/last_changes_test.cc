// When texts were last changed, asked of the program git itself.

#include "generator/source/last_changes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// "incidents/a.md 2021-05-29T23:30:00-07:00" for each file, and what there is to say.
std::string shown(const fs::path& root) {
  Diagnostics diagnostics;
  const SourceTree sources = read_source_tree(root, {}, SourceLimits{}, diagnostics);
  std::string text;
  for (const auto& [path, time] : read_last_changes(root, sources, diagnostics)) {
    text += path + " " + to_string(time) + "\n";
  }
  for (const Diagnostic& problem : diagnostics.sorted()) text += to_string(problem) + "\n";
  return text;
}

void write_base(const TemporaryFolder& folder) {
  folder.write("debrief.yaml", "title: T\n");
  folder.write("incidents/a.md", "# A\n");
  folder.write("incidents/b/index.md", "# B\n");
  folder.write("incidents/b/p.png", "no text");
  folder.write("pages/é \"c\".md", "# C\n");
}

TEST(LastChanges, AreTheAuthorsDatesOfTheLastCommits) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  write_base(folder);
  repository.commit("Ann", "2021-05-29T23:30:00-07:00");
  folder.write("incidents/a.md", "# A\nMore.\n");
  repository.commit("Bob", "2021-06-01T10:00:00Z");
  folder.write("README.md", "Of no knowledge base.\n");
  repository.commit("Cid", "2022-01-01T00:00:00Z");
  EXPECT_EQ(
      "incidents/a.md 2021-06-01T10:00:00Z\n"
      "incidents/b/index.md 2021-05-29T23:30:00-07:00\n"
      "pages/é \"c\".md 2021-05-29T23:30:00-07:00\n",
      shown(folder.path()));
}

TEST(LastChanges, AreSaidOfNothingThatIsNotAsItWasCommitted) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  write_base(folder);
  repository.commit("Ann", "2021-05-29T12:00:00Z");
  // As long as it was, longer, in the index alone, and new.
  folder.write("incidents/a.md", "# Z\n");
  folder.write("incidents/b/index.md", "# B and more\n");
  folder.write("incidents/new.md", "# New\n");
  folder.write("incidents/staged.md", "# Staged\n");
  repository.git({"add", "incidents/staged.md"});
  EXPECT_EQ("pages/é \"c\".md 2021-05-29T12:00:00Z\n", shown(folder.path()));
  // What git is told to overlook is changed all the same.
  repository.git({"update-index", "--assume-unchanged", "incidents/a.md"});
  EXPECT_EQ("pages/é \"c\".md 2021-05-29T12:00:00Z\n", shown(folder.path()));
}

TEST(LastChanges, OfAFileThatWasRemovedAndIsThereAgainAreNothing) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  write_base(folder);
  repository.commit("Ann", "2021-05-29T12:00:00Z");
  repository.git({"rm", "-q", "incidents/a.md"});
  repository.commit("Ann", "2021-05-30T12:00:00Z");
  folder.write("incidents/a.md", "# A\n");
  EXPECT_EQ(std::string::npos, shown(folder.path()).find("incidents/a.md"));
}

TEST(LastChanges, CountRenamesAndChangesThatWereTakenBack) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  write_base(folder);
  repository.commit("Ann", "2021-01-01T12:00:00Z");
  repository.git({"mv", "incidents/a.md", "incidents/d.md"});
  repository.commit("Ann", "2021-01-02T12:00:00Z");
  folder.write("incidents/b/index.md", "# Wrong\n");
  repository.commit("Ann", "2021-01-03T12:00:00Z");
  folder.write("incidents/b/index.md", "# B\n");
  repository.commit("Ann", "2021-01-04T12:00:00Z");
  EXPECT_EQ(
      "incidents/b/index.md 2021-01-04T12:00:00Z\n"
      "incidents/d.md 2021-01-02T12:00:00Z\n"
      "pages/é \"c\".md 2021-01-01T12:00:00Z\n",
      shown(folder.path()));
}

TEST(LastChanges, OfAMergeAreThoseThatHaveComeToStay) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  write_base(folder);
  repository.commit("Ann", "2021-01-01T12:00:00Z");
  repository.git({"checkout", "-q", "-b", "side"});
  folder.write("incidents/a.md", "# Of the side\n");
  folder.write("incidents/b/index.md", "# Of the side\n");
  folder.write("pages/side.md", "# Of the side\n");
  repository.commit("Ann", "2021-01-03T12:00:00Z");
  repository.git({"checkout", "-q", "main"});
  folder.write("incidents/a.md", "# Of the main branch\n");
  folder.write("incidents/b/index.md", "# Of the main branch\n");
  repository.commit("Ann", "2021-01-02T12:00:00Z");
  // One is kept from the main branch, the other written anew.
  repository.git({"merge", "-q", "-s", "ours", "--no-commit", "side"});
  folder.write("incidents/b/index.md", "# Of both\n");
  repository.git({"checkout", "side", "--", "pages/side.md"});
  repository.commit("Ann", "2021-01-04T12:00:00Z");
  EXPECT_EQ(
      "incidents/a.md 2021-01-02T12:00:00Z\n"
      "incidents/b/index.md 2021-01-04T12:00:00Z\n"
      "pages/side.md 2021-01-03T12:00:00Z\n"
      "pages/é \"c\".md 2021-01-01T12:00:00Z\n",
      shown(folder.path()));
}

TEST(LastChanges, AreFoundInAFolderOfARepository) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  folder.write("docs/post mortems/debrief.yaml", "title: T\n");
  folder.write("docs/post mortems/incidents/a.md", "# A\n");
  folder.write("incidents/a.md", "# Another\n");
  repository.commit("Ann", "2021-01-01T12:00:00Z");
  folder.write("incidents/a.md", "# Another, changed\n");
  repository.commit("Ann", "2022-01-01T12:00:00Z");
  EXPECT_EQ("incidents/a.md 2021-01-01T12:00:00Z\n", shown(folder / "docs/post mortems"));
  // Whatever the settings say of how git shows things.
  repository.git({"config", "diff.relative", "true"});
  repository.git({"config", "log.showRoot", "false"});
  repository.git({"config", "diff.renames", "copies"});
  EXPECT_EQ("incidents/a.md 2021-01-01T12:00:00Z\n", shown(folder / "docs/post mortems"));
}

TEST(LastChanges, AreUnknownWithoutGitOrCommits) {
  const TemporaryFolder folder;
  write_base(folder);
  EXPECT_EQ("", shown(folder.path()));
  ScratchRepository repository;
  write_base(repository.folder());
  EXPECT_EQ("", shown(repository.folder().path()));
}

TEST(LastChanges, OfAShallowHistoryAreNotGuessed) {
  ScratchRepository repository;
  write_base(repository.folder());
  repository.commit("Ann", "2021-01-01T12:00:00Z");
  repository.folder().write("incidents/a.md", "# A2\n");
  repository.commit("Ann", "2021-01-02T12:00:00Z");
  const TemporaryFolder folder;
  repository.git({"clone", "-q", "--depth", "1", "file://" + repository.folder().path().string(),
                  (folder / "clone").string()});
  EXPECT_EQ(
      "debrief.yaml: warning: the git history here is shallow, so no page says when it was last "
      "changed; fetch all of it: git fetch --unshallow [shallow-history]\n",
      shown(folder / "clone"));
}

// The first day of a knowledge base in a repository that has been there for long.
TEST(LastChanges, OfAFolderThatIsNotCommittedYetAreNothing) {
  ScratchRepository repository;
  repository.folder().write("README.md", "Of no knowledge base.\n");
  repository.commit("Ann", "2021-01-01T12:00:00Z");
  repository.folder().write("kb/debrief.yaml", "title: T\n");
  repository.folder().write("kb/incidents/a.md", "# A\n");
  EXPECT_EQ("", shown(repository.folder() / "kb"));
}

TEST(LastChanges, AreNotReadFromADamagedHistory) {
  ScratchRepository repository;
  write_base(repository.folder());
  repository.commit("Ann", "2021-01-01T12:00:00Z");
  repository.git({"tag", "old"});
  repository.folder().write("incidents/a.md", "# A2\n");
  repository.commit("Ann", "2021-01-02T12:00:00Z");
  // The object of the first commit is lost.
  const fs::path objects = repository.folder() / ".git/objects";
  ProcessOptions options;
  const auto id =
      run_process({"git", "-C", repository.folder().path().string(), "rev-parse", "old"}, options);
  ASSERT_TRUE(id && id->out.size() > 40);
  ASSERT_TRUE(fs::remove(objects / id->out.substr(0, 2) / id->out.substr(2, 38)));
  EXPECT_EQ(
      "debrief.yaml: warning: git cannot read the history here, so no page says when it was last "
      "changed; see 'git fsck', or 'git fetch' in a partial clone [unread-history]\n",
      shown(repository.folder().path()));
}

}  // namespace
}  // namespace debrief
