// When a file came into its repository, asked of the program git itself.

#include "generator/import/git_history.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// "a.md 2021-05-29 Ann" for each file, and why there are not more.
std::string shown(const GitHistory& history) {
  std::string text;
  for (const auto& [path, commit] : history.files) {
    text += path.filename().string() + " " + to_string(commit.date) + " " + commit.author + "\n";
  }
  return history.unknown.empty() ? text : text + "unknown: " + history.unknown + "\n";
}

TEST(GitHistory, TellsWhoAddedAFileAndWhen) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  folder.write("posts/a.md", "# A\n");
  repository.commit("Ann Lee", "2021-05-29T23:30:00-07:00");
  folder.write("posts/a.md", "# A\nMore.\n");
  folder.write("posts/é \"b\".md", "# B\n");
  repository.commit("Bob Ø", "2021-06-01T10:00:00Z");
  folder.write("posts/new.md", "# New\n");
  EXPECT_EQ("a.md 2021-05-29 Ann Lee\né \"b\".md 2021-06-01 Bob Ø\n",
            shown(read_git_history(
                {folder / "posts/a.md", folder / "posts/é \"b\".md", folder / "posts/new.md"})));
}

TEST(GitHistory, FollowsRenames) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  folder.write("old.md", "# A\n\nA text that is long enough to be known again.\n");
  folder.write("other.md", "# Quite another\n");
  repository.commit("Ann", "2020-01-02T00:00:00Z");
  repository.git({"mv", "old.md", "middle.md"});
  repository.commit("Bob", "2021-01-02T00:00:00Z");
  fs::create_directories(folder / "posts");
  repository.git({"mv", "middle.md", "posts/a.md"});
  // Under its first name there is something new.
  folder.write("old.md", "# Something new\n");
  repository.commit("Cid", "2022-01-02T00:00:00Z");
  EXPECT_EQ("old.md 2022-01-02 Cid\na.md 2020-01-02 Ann\n",
            shown(read_git_history({folder / "posts/a.md", folder / "old.md"})));
}

TEST(GitHistory, TakesTheLastTimeAFileWasAdded) {
  ScratchRepository repository;
  const TemporaryFolder& folder = repository.folder();
  folder.write("a.md", "# One\n");
  folder.write("b.md", "# B\n");
  repository.commit("Ann", "2020-01-02T00:00:00Z");
  repository.git({"rm", "-q", "a.md"});
  repository.commit("Ann", "2020-02-02T00:00:00Z");
  folder.write("a.md", "# Another of that name\n");
  repository.commit("Bob", "2020-03-02T00:00:00Z");
  EXPECT_EQ("a.md 2020-03-02 Bob\n", shown(read_git_history({folder / "a.md"})));
}

TEST(GitHistory, DoesNotGuessInAShallowClone) {
  ScratchRepository repository;
  repository.folder().write("a.md", "# A\n");
  repository.commit("Ann", "2020-01-02T00:00:00Z");
  repository.folder().write("b.md", "# B\n");
  repository.commit("Bob", "2021-01-02T00:00:00Z");
  const TemporaryFolder clone;
  repository.git({"clone", "-q", "--depth", "1", "file://" + repository.folder().path().string(),
                  (clone / "c").string()});
  EXPECT_EQ("unknown: shallow clone\n",
            shown(read_git_history({clone / "c/a.md", clone / "c/b.md"})));
}

TEST(GitHistory, IsEmptyWithoutARepository) {
  const TemporaryFolder folder;
  folder.write("a.md", "# A\n");
  EXPECT_EQ("", shown(read_git_history({folder / "a.md"})));
}

}  // namespace
}  // namespace debrief
