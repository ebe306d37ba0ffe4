#include "generator/scaffold/new_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "generator/base/error.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

const std::vector<SourceFile> kFiles = {{"a/b/one.md", "1"}, {"a/two.md", "2"}, {"z.yaml", "z"}};

std::string error_of(const fs::path& folder, const std::vector<SourceFile>& files) {
  try {
    write_new_files(folder, files);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(NewFiles, AreWrittenWithTheFoldersAboveThem) {
  const TemporaryFolder folder;
  write_new_files(folder / "new/kb", kFiles);
  EXPECT_EQ(folder.listing(), "new/kb/a/b/one.md: 1\nnew/kb/a/two.md: 2\nnew/kb/z.yaml: z\n");
}

TEST(NewFiles, LeaveOtherFilesAlone) {
  const TemporaryFolder folder;
  folder.write("LICENSE", "mine");
  folder.write("a/three.md", "3");
  EXPECT_THAT(in_the_way(folder.path(), kFiles), testing::IsEmpty());
  write_new_files(folder.path(), kFiles);
  EXPECT_EQ(folder.listing(),
            "LICENSE: mine\na/b/one.md: 1\na/three.md: 3\na/two.md: 2\nz.yaml: z\n");
}

TEST(NewFiles, SayAllThatIsInTheWay) {
  const TemporaryFolder folder;
  folder.write("z.yaml", "mine");
  folder.write("a/b", "no folder");
  fs::create_symlink("nowhere", folder / "a/two.md");
  EXPECT_THAT(in_the_way(folder.path(), kFiles), testing::ElementsAre("a/b", "a/two.md", "z.yaml"));
}

TEST(NewFiles, DoNotGoThroughLinks) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "elsewhere");
  fs::create_directory(folder / "kb");
  fs::create_directory_symlink(folder / "elsewhere", folder / "kb/a");
  EXPECT_THAT(in_the_way(folder / "kb", kFiles), testing::ElementsAre("a"));
}

TEST(NewFiles, AreTakenBackIfOneOfThemCannotBeWritten) {
  const TemporaryFolder folder;
  folder.write("kb/z.yaml", "mine");
  folder.write("kb/a/three.md", "3");
  const std::string before = folder.listing();
  EXPECT_EQ(error_of(folder / "kb", kFiles), "'" + (folder / "kb/z.yaml").string() +
                                                 "' has come to be meanwhile; nothing was written");
  EXPECT_EQ(folder.listing(), before);
}

TEST(NewFiles, TakeTheFoldersBackThatWereMadeForThem) {
  const TemporaryFolder folder;
  EXPECT_EQ(error_of(folder / "new/kb", {{"a", "1"}, {"a/b", "2"}}),
            "cannot make the folder '" + (folder / "new/kb/a").string() + "': File exists");
  EXPECT_EQ(folder.listing(), "");
}

TEST(NewFiles, SayWhatTheSystemRefuses) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  const TemporaryFolder folder;
  fs::create_directories(folder / "kb/a");
  fs::permissions(folder / "kb/a", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(error_of(folder / "kb", {{"z.yaml", "z"}, {"a/two.md", "2"}}),
            "cannot write '" + (folder / "kb/a/two.md").string() + "': Permission denied");
  EXPECT_EQ(folder.listing(), "kb/a/\n");
}

}  // namespace
}  // namespace debrief
