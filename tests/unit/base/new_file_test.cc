#include "generator/base/new_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "generator/base/error.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(NewFile, IsWrittenWithTheFoldersAboveIt) {
  const TemporaryFolder folder;
  EXPECT_TRUE(write_new_file(folder / "a/b/c.md", "text\n"));
  EXPECT_EQ(bytes_of(folder / "a/b/c.md"), "text\n");
}

TEST(NewFile, NeverTakesThePlaceOfAnother) {
  const TemporaryFolder folder;
  EXPECT_TRUE(write_new_file(folder / "c.md", "first"));
  EXPECT_FALSE(write_new_file(folder / "c.md", "second"));
  EXPECT_EQ(bytes_of(folder / "c.md"), "first");
  fs::create_directory(folder / "folder");
  EXPECT_FALSE(write_new_file(folder / "folder", "text"));
  fs::create_symlink("nowhere", folder / "link");
  EXPECT_FALSE(write_new_file(folder / "link", "text"));
  EXPECT_FALSE(fs::exists(folder / "nowhere"));
}

TEST(NewFile, LeavesNothingElseBehind) {
  const TemporaryFolder folder;
  write_new_file(folder / "c.md", "first");
  write_new_file(folder / "c.md", "second");
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
    names.push_back(entry.path().filename().string());
  }
  EXPECT_THAT(names, testing::ElementsAre("c.md"));
}

TEST(NewFile, SaysWhatTheSystemRefuses) {
  const TemporaryFolder folder;
  write_new_file(folder / "file", "text");
  try {
    write_new_file(folder / "file/below.md", "text");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              "cannot make the folder '" + (folder / "file").string() + "': Not a directory");
  }
}

}  // namespace
}  // namespace debrief
