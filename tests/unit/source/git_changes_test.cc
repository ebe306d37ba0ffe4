// What has changed since a revision, by what git and the folder say.

#include "generator/source/git_changes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class GitChangesTest : public testing::Test {
 protected:
  GitChangesTest() {
    write("debrief.yaml", "title: x");
    write("incidents/a.md", "a");
    write("incidents/b c.md", "b");
    write("incidents/folder/index.md", "index");
    commit();
  }

  void write(const std::string& path, std::string_view bytes) {
    repository_.folder().write("kb/" + path, bytes);
  }
  void remove(const std::string& path) { fs::remove_all(root() / path); }
  void commit() { repository_.commit("Ann", "2026-01-02T03:04:05Z"); }
  fs::path root() const { return repository_.folder() / "kb"; }

  SourceTree now() const {
    Diagnostics problems;
    return read_source_tree(root(), {}, SourceLimits(), problems);
  }

  // "path: what it was", or "path: -".
  std::string changes(const std::string& revision) {
    const GitRevision found = find_git_revision(root(), revision);
    const std::vector<std::string> paths = changed_files(root(), found, now());
    const SourceTree before = files_at_revision(root(), found, paths);
    std::string text;
    for (const std::string& path : paths) {
      const SourceFile* file = before.find(path);
      text += path + ": " + (file == nullptr ? "-" : file->bytes) + "\n";
    }
    return text;
  }

  std::string on_other_branches() {
    std::string text;
    for (const BranchFile& file :
         added_on_other_branches(root(), find_git_revision(root(), "main"))) {
      text += file.branch + " " + file.file.path + ": " + file.file.bytes + "\n";
    }
    return text;
  }

  ScratchRepository repository_;
};

TEST_F(GitChangesTest, AreNoneWhereNothingHasChanged) {
  EXPECT_EQ(changes("HEAD"), "");
}

TEST_F(GitChangesTest, AreThoseOfTheFolderWhateverGitWasToldOfThem) {
  write("incidents/a.md", "changed");
  write("incidents/b c.md", "staged");
  repository_.git({"add", "kb/incidents/b c.md"});
  write("incidents/new.md", "new");
  repository_.folder().write(".gitignore", "new.md\n");
  remove("incidents/folder");
  EXPECT_EQ(changes("HEAD"),
            "incidents/a.md: a\nincidents/b c.md: b\nincidents/folder/index.md: index\n"
            "incidents/new.md: -\n");
}

TEST_F(GitChangesTest, AreOfCommitsToo) {
  write("incidents/a.md", "changed");
  commit();
  EXPECT_EQ(changes("HEAD"), "");
  EXPECT_EQ(changes("HEAD~1"), "incidents/a.md: a\n");
}

TEST_F(GitChangesTest, AreOfContentOnly) {
  write("README.md", "no content");
  write("site/index.html", "built");
  write("incidents/.hidden.md", "hidden");
  write("incidents/_old/a.md", "ignored");
  repository_.folder().write("elsewhere.md", "not below the root");
  EXPECT_EQ(changes("HEAD"), "");
}

TEST_F(GitChangesTest, AFileThatIsNowAFolder) {
  remove("incidents/a.md");
  write("incidents/a.md/index.md", "odd");
  EXPECT_EQ(changes("HEAD"), "incidents/a.md: a\nincidents/a.md/index.md: -\n");
}

TEST_F(GitChangesTest, OfAFolderThatWasNotThereAreAllOfIt) {
  repository_.folder().write("other/incidents/x.md", "x");
  const fs::path other = repository_.folder() / "other";
  Diagnostics problems;
  const SourceTree sources = read_source_tree(other, {}, SourceLimits(), problems);
  const GitRevision head = find_git_revision(other, "HEAD");
  EXPECT_EQ(changed_files(other, head, sources), std::vector<std::string>{"incidents/x.md"});
  EXPECT_TRUE(files_at_revision(other, head, {"incidents/x.md"}).files.empty());
}

TEST_F(GitChangesTest, OtherBranchesHaveWhatIsNotInOurHistory) {
  repository_.git({"checkout", "-q", "-b", "disk"});
  write("incidents/disk.md", "disk");
  write("pages/guide.md", "a guide");
  commit();
  repository_.git({"checkout", "-q", "main"});
  write("incidents/main.md", "main");
  commit();
  repository_.git({"checkout", "-q", "-b", "ours", "HEAD~1"});
  write("incidents/ours.md", "ours");
  commit();
  EXPECT_EQ(on_other_branches(), "main incidents/main.md: main\ndisk incidents/disk.md: disk\n");
  repository_.git({"merge", "-q", "main"});
  EXPECT_EQ(on_other_branches(), "disk incidents/disk.md: disk\n");
}

}  // namespace
}  // namespace debrief
