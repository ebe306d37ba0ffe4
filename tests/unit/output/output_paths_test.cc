#include "generator/output/output_paths.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/base/error.h"

namespace debrief {
namespace {

// The folders that become necessary, or what the Error says.
std::string add(OutputPaths& paths, const std::string& path) {
  try {
    std::string folders;
    for (const std::string& folder : paths.add(path)) folders += '[' + folder + ']';
    return folders;
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(OutputPaths, AcceptsPathsWithinTheSite) {
  for (const std::string path :
       {"index.html", "a/b/c.html", ".nojekyll", "a..b", "...", "é/…", "with space", "_headers"}) {
    EXPECT_NO_THROW(check_output_path(path)) << path;
  }
}

TEST(OutputPaths, RefusesAllOthers) {
  for (const std::string path : {"", "/", "/a", "a/", "a//b", ".", "..", "./a", "../a", "a/../b",
                                 "a/..", "a/./b", "a\\b", "..\\a", "a\nb", "a\x7F", "\x1B[m"}) {
    OutputPaths paths;
    EXPECT_EQ(add(paths, path), "not a path within a site: '" + path + "'");
  }
  EXPECT_THROW(check_output_path(std::string_view("a\0b", 3)), Error);
}

TEST(OutputPaths, NamesEachFolderOnceOutermostFirst) {
  OutputPaths paths;
  EXPECT_EQ(add(paths, "a/b/c/1"), "[a][a/b][a/b/c]");
  EXPECT_EQ(add(paths, "a/b/2"), "");
  EXPECT_EQ(add(paths, "a/d/3"), "[a/d]");
  EXPECT_EQ(add(paths, "4"), "");
}

TEST(OutputPaths, GivesEachPathOnce) {
  OutputPaths paths;
  EXPECT_EQ(add(paths, "a/b"), "[a]");
  EXPECT_EQ(add(paths, "a/b"), "two files of the site have the same path: 'a/b'");
}

TEST(OutputPaths, TellsFilesFromFolders) {
  OutputPaths paths;
  EXPECT_EQ(add(paths, "a/b"), "[a]");
  EXPECT_EQ(add(paths, "a"), "the site has a folder 'a' already; no file can have its name");
  EXPECT_EQ(add(paths, "a/b/c/d"),
            "the site has a file 'a/b' already; 'a/b/c/d' cannot be within it");
  // What was refused left nothing behind.
  EXPECT_EQ(add(paths, "a/c/d"), "[a/c]");
}

}  // namespace
}  // namespace debrief
